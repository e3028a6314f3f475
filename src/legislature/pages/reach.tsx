import {
  Acts,
  Button,
  ConsoleLayout,
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
  officials: { officialId: string; name: string; seatName: string; share: string }[];
  /** Which chamber's form was sent last, with what was typed and what is wrong. */
  sent?: { chamberId: string; text: string; message: string };
  mayWrite: boolean;
  flash: FlashMessage | null;
};

/** One school district: whom it reaches, and a line for each chamber to set that by hand. */
export const DistrictReachPage = (props: DistrictReachPageProps) => {
  const { frame, district, chambers, officials, sent, mayWrite, flash } = props;
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
