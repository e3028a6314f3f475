import {
  Acts,
  ConfirmInPlace,
  ConsoleLayout,
  DateField,
  Empty,
  LinkButton,
  Notice,
  PageHead,
  Row,
  Rows,
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
  }[];
  today: string;
  /** Of the form sent last: its map and what is wrong. */
  wrong: { map: string; message: string } | null;
  flash: FlashMessage | null;
};
export const mapKey = (map: { chamberId: string; state: string }): string => `${map.chamberId} ${map.state}`;

/** The maps in force, and the end of one when a redistricting begins another. */
export const MapsPage = ({ frame, maps, today, wrong, flash }: MapsPageProps) => (
  <ConsoleLayout {...frame} current="officials" title="Maps of seats" flash={flash}>
    <PageHead
      title="Maps of seats"
      back={{ href: '/officials/imports', label: 'Bring officials up to date' }}
      sub="A redistricting ends a map on a day. The old seats stay on record with who held them and what reached them."
    />
    {flash && (
      <Notice title="Two files come next.">
        <p>The officials of the new map, then its reach. Until then members have no officials there.</p>
        <Acts>
          <LinkButton href="/officials/imports?kind=officials">Import the officials</LinkButton>
          <LinkButton href="/officials/imports?kind=reach">Import the reach</LinkButton>
        </Acts>
      </Notice>
    )}
    {wrong && <Notice tone="problem" title={wrong.message} />}
    {maps.length === 0 ? (
      <Empty
        title="No seats yet"
        text="Maps stand here once the officials of a state or of Congress are imported."
        action={<LinkButton href="/officials/imports">Import officials</LinkButton>}
      />
    ) : (
      <Rows>
        {maps.map((map) => (
          <Row title={map.name} beside={map.since}>
            <p>
              {countOf(map.seats, 'seat')}, {map.holders} held. Reached by{' '}
              {countOf(map.districts, 'school district')}.
            </p>
            <ConfirmInPlace
              opens={`A new map of the ${map.name}`}
              kind="danger"
              consequence={
                <p>
                  {countOf(map.seats, 'seat')} end, {countOf(map.holders, 'person leaves', 'people leave')}{' '}
                  them, and the reach of {countOf(map.districts, 'school district')} has to be brought anew.
                  Have the new files at hand.
                </p>
              }
              action="/officials/maps"
              label={`End ${countOf(map.seats, 'seat')}`}
            >
              <input type="hidden" name="chamberId" value={map.chamberId} />
              <input type="hidden" name="state" value={map.state} />
              <DateField
                label="First day of the new map"
                name="on"
                value={today}
                error={wrong?.map === mapKey(map) ? wrong.message : undefined}
              />
            </ConfirmInPlace>
          </Row>
        ))}
      </Rows>
    )}
  </ConsoleLayout>
);

/** The way to this page from where files are brought. */
export const MapsLink = () => (
  <p>
    After a redistricting, <a href="/officials/maps">end the old map first</a>.
  </p>
);
