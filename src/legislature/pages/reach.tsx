import {
  Acts,
  Button,
  ConsoleLayout,
  DateField,
  Empty,
  ErrorSummary,
  Form,
  PageHead,
  Section,
  Table,
  TextField,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { summaryOf } from './words.ts';

type DistrictReachPageProps = {
  frame: Frame;
  district: { nces: string; name: string; state: string };
  chambers: { id: string; name: string; text: string; example: string }[];
  /** A day that was asked for, and whom it reaches then; `wrong` where it is no day. */
  then: {
    on: string;
    day: string;
    seats: {
      seatName: string;
      chamberName: string;
      share: string;
      officialId: string | null;
      name: string | null;
    }[];
    wrong?: string;
  } | null;
  officials: { officialId: string; name: string; seatName: string; share: string }[];
  /** Which chamber's form was sent last, with what was typed and what is wrong. */
  sent?: { chamberId: string; text: string; message: string };
  mayWrite: boolean;
  flash: FlashMessage | null;
};

/** One school district: whom it reaches, and a line for each chamber to set that by hand. */
export const DistrictReachPage = (props: DistrictReachPageProps) => {
  const { frame, district, chambers, officials, then, sent, mayWrite, flash } = props;
  return (
    <ConsoleLayout {...frame} current="officials" title={district.name} flash={flash}>
      <PageHead
        title={district.name}
        back={{ href: '/officials/reach', label: 'Gaps in reach' }}
        sub={`NCES ${district.nces}, ${district.state}`}
      />
      <Section title="Reaches" id="officials">
        <Table
          columns={[
            { key: 'name', label: 'Official' },
            { key: 'seat', label: 'Seat' },
            { key: 'share', label: 'Share', align: 'end' },
          ]}
          keep
          rows={officials.map((one) => ({
            name: <a href={`/officials/${one.officialId}`}>{one.name}</a>,
            seat: one.seatName,
            share: one.share,
          }))}
          empty={<Empty title="Nobody yet" text="Write the seats below." />}
        />
      </Section>
      <OnDay nces={district.nces} then={then} />
      {mayWrite &&
        chambers.map((chamber) => {
          const again = sent?.chamberId === chamber.id ? sent : null;
          const errors = again ? { [`seats-${chamber.id}`]: again.message } : {};
          return (
            <Section title={chamber.name} id={chamber.id}>
              <Form action={`/officials/reach/${district.nces}`} label={chamber.name}>
                <ErrorSummary problems={summaryOf({ [`seats-${chamber.id}`]: 'Seats' }, errors)} />
                <input type="hidden" name="chamberId" value={chamber.id} />
                <TextField
                  label="Seats"
                  name={`seats-${chamber.id}`}
                  required={false}
                  hint={`Seats with a semicolon between them; where only a part of the school district lies there, its share: ${chamber.example}. No file changes this again.`}
                  value={again?.text ?? chamber.text}
                  error={again?.message}
                />
                <Acts>
                  <Button label={`Save the seats of the ${chamber.name}`}>Save</Button>
                </Acts>
              </Form>
            </Section>
          );
        })}
    </ConsoleLayout>
  );
};

/** Whom the school district reaches on another day, by the maps that are known. */
const OnDay = ({ nces, then }: { nces: string; then: DistrictReachPageProps['then'] }) => (
  <Section title={then && !then.wrong ? `Reaches on ${then.day}` : 'On another day'} id="day">
    {then && !then.wrong && (
      <Table
        columns={[
          { key: 'name', label: 'Official' },
          { key: 'seat', label: 'Seat' },
          { key: 'share', label: 'Share', align: 'end' },
        ]}
        keep
        rows={then.seats.map((one) => ({
          name: one.officialId ? (
            <a href={`/officials/${one.officialId}`}>{one.name}</a>
          ) : (
            <span class="soft">Not known yet</span>
          ),
          seat: one.seatName,
          share: one.share,
        }))}
        empty={
          <Empty title="No seats then" text="No map that is known for that day has reach of this district." />
        }
      />
    )}
    <Form action={`/officials/reach/${nces}`} method="get" label="On another day">
      <DateField
        label="Day"
        name="on"
        hint="Before or after a redistricting, for example the first day of a map that is prepared."
        value={then?.on}
        error={then?.wrong}
      />
      <Acts>
        <Button>See that day</Button>
      </Acts>
    </Form>
  </Section>
);
