import {
  Acts,
  Button,
  ConfirmInPlace,
  ConsoleLayout,
  DateField,
  Empty,
  FileField,
  Form,
  LinkButton,
  Notice,
  PageHead,
  Radios,
  Row,
  Rows,
  Section,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { countOf } from './words.ts';

type MapsPageProps = {
  frame: Frame;
  maps: {
    chamberId: string;
    state: string;
    /** "Montana House" */
    name: string;
    seats: number;
    holders: number;
    districts: number;
    /** "since Jan 3, 2033"; null where no other map is known. */
    since: string | null;
    /** The map that is prepared to follow. */
    next: { begins: string; seats: number; districts: number } | null;
  }[];
  today: string;
  /** What the form sent last has wrong. */
  sent?: {
    form: 'prepare' | 'end';
    problem: { message: string; fields?: { field: string; message: string }[] };
    errors: Record<string, string>;
    day?: string;
  };
  /** A map has just been ended by hand. */
  ended: boolean;
  flash: FlashMessage | null;
};

/** The maps in force, those prepared to follow, and the forms that prepare one or end one. */
export const MapsPage = ({ frame, maps, today, sent, ended, flash }: MapsPageProps) => (
  <ConsoleLayout {...frame} current="officials" title="Maps of seats" flash={flash}>
    <PageHead
      title="Maps of seats"
      back={{ href: '/officials/imports', label: 'Bring officials up to date' }}
      sub="A redistricting ends a map on a day. The old seats stay on record with who held them and what reached them."
    />
    {ended && (
      <Notice title="Two files come next.">
        <p>The officials of the new map, then its reach. Until then members have no officials there.</p>
        <Acts>
          <LinkButton href="/officials/imports?kind=officials">Import the officials</LinkButton>
          <LinkButton href="/officials/imports?kind=reach">Import the reach</LinkButton>
        </Acts>
      </Notice>
    )}
    {sent && <Wrong sent={sent} />}
    {maps.length === 0 ? (
      <Empty
        title="No seats yet"
        text="Maps stand here once the officials of a state or of Congress are imported."
        action={<LinkButton href="/officials/imports">Import officials</LinkButton>}
      />
    ) : (
      <>
        <Rows label="Maps in force">
          {maps.map((map) => (
            <Row title={map.name} beside={map.since}>
              <p>
                {countOf(map.seats, 'seat')}, {map.holders} held. Reached by{' '}
                {countOf(map.districts, 'school district')}.
              </p>
              {map.next && <Next map={map} next={map.next} />}
            </Row>
          ))}
        </Rows>
        <Section title="Prepare a new map" id="prepare">
          <p>
            Bring the file of reach for the new seats ahead of time. Nothing changes until its first day; then
            the old map ends and the new one begins by itself.
          </p>
          <Form action="/officials/maps/preview" files label="Prepare a new map">
            <FileField
              label="File of reach"
              name="file"
              accept=".csv"
              error={sent?.form === 'prepare' ? sent.errors.file : undefined}
              hint={
                <>
                  CSV with district_nces, chamber, seat, share, as for today’s map.{' '}
                  <a href="/officials/imports/reach.csv">A template with every column</a>
                </>
              }
            />
            <DateField
              label="First day of the new map"
              name="firstDay"
              hint="For a legislature mostly the day on which the new members are sworn in."
              value={sent?.form === 'prepare' ? sent.day : undefined}
              error={sent?.form === 'prepare' ? sent.errors.on : undefined}
            />
            <Acts>
              <Button kind="main">See what it would prepare</Button>
            </Acts>
          </Form>
        </Section>
        <Section title="The new map is in force already" id="end">
          <p>
            Nobody prepared it, so the old one is ended by hand. Have the new files of officials and reach
            ready.
          </p>
          <ConfirmInPlace
            opens="End a map by hand"
            kind="danger"
            consequence={<p>Its seats end, people leave them, and its reach has to be brought anew.</p>}
            action="/officials/maps"
            label="End this map"
          >
            <Radios
              label="Map"
              name="map"
              options={maps.map((map) => ({
                value: `${map.chamberId} ${map.state}`,
                label: map.name,
                hint: `${countOf(map.seats, 'seat')} end, ${countOf(map.holders, 'person leaves', 'people leave')} them, and the reach of ${countOf(map.districts, 'school district')} ends.`,
              }))}
            />
            <DateField
              label="First day of the new map"
              name="on"
              value={sent?.form === 'end' ? sent.day : today}
              error={sent?.form === 'end' ? sent.errors.on : undefined}
            />
          </ConfirmInPlace>
        </Section>
      </>
    )}
  </ConsoleLayout>
);

const MOST = 20;
const Wrong = ({ sent }: { sent: NonNullable<MapsPageProps['sent']> }) => {
  const fields = sent.problem.fields ?? [];
  const places = fields.filter(({ field }) => field.startsWith('line '));
  return (
    <Notice
      tone="problem"
      title={places.length > 0 ? sent.problem.message : (fields[0]?.message ?? sent.problem.message)}
    >
      {places.length > 0 && (
        <ul>
          {places.slice(0, MOST).map(({ field, message }) => (
            <li>
              {field}: {message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
};

type Shown = MapsPageProps['maps'][number];
const Next = ({ map, next }: { map: Shown; next: NonNullable<Shown['next']> }) => (
  <>
    <p>
      A new map begins on {next.begins}: {countOf(next.seats, 'seat')}, reached by{' '}
      {countOf(next.districts, 'school district')}.
    </p>
    <ConfirmInPlace
      opens="Discard the new map"
      kind="danger"
      consequence={`The map in force goes on after ${next.begins}. The file can be brought again.`}
      action="/officials/maps/removal"
      label="Discard the new map"
    >
      <input type="hidden" name="chamberId" value={map.chamberId} />
      <input type="hidden" name="state" value={map.state} />
    </ConfirmInPlace>
  </>
);

/** The way to this page from where files are brought. */
export const MapsLink = () => (
  <p>
    For a redistricting, <a href="/officials/maps">prepare the new map ahead</a>, or end the old one.
  </p>
);
