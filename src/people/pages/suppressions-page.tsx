import {
  Acts,
  Button,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  Form,
  PageHead,
  Pager,
  Section,
  Select,
  Table,
  TextField,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { addressWords, reasonWords } from './contact-words.tsx';
import { PeopleTabs } from './people-tabs.tsx';

type SuppressionsPageProps = {
  frame: Frame;
  flash?: FlashMessage | null;
  rows: {
    addressHash: string;
    channel: 'sms' | 'email';
    reason: string;
    byCarrier: boolean;
    memberId: string | null;
    memberName: string | null;
    address: string | null;
    when: { iso: string; text: string };
  }[];
  next: string | null;
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
  mayWrite: boolean;
};

export const SuppressionsPage = ({
  frame,
  flash,
  rows,
  next,
  values,
  errors,
  mayWrite,
}: SuppressionsPageProps) => (
  <ConsoleLayout {...frame} title="Do not contact" current="members" flash={flash}>
    <PageHead
      title="Do not contact"
      sub="Numbers and addresses that nothing is sent to, whatever is imported. Only the person at one can open it again."
    />
    <PeopleTabs at="closed" />
    <Table
      caption="Do not contact"
      quietCaption
      columns={[
        { key: 'who', label: 'Who' },
        { key: 'address', label: 'Number or address' },
        { key: 'reason', label: 'Why' },
        { key: 'when', label: 'Since' },
      ]}
      rows={rows.map((row) => ({
        who: row.memberId ? (
          <a href={`/members/${row.memberId}`}>{row.memberName}</a>
        ) : (
          'Nobody in the network'
        ),
        address: row.address
          ? addressWords({ channel: row.channel, address: row.address })
          : `${row.channel === 'sms' ? 'Number' : 'Address'} no longer kept`,
        reason: `${reasonWords(row.reason)}${row.byCarrier ? '; the carrier stopped it' : ''}`,
        when: <When {...row.when} />,
      }))}
      empty={
        <Empty
          title="Nobody has stopped"
          text="A text STOP, an unsubscribe or mail that comes back puts a number or address here by itself."
        />
      }
    />
    {next && <Pager shown={rows.length} next={`/members/suppressions?cursor=${next}`} />}
    {mayWrite && (
      <Section title="Somebody told us to stop" id="new">
        <ErrorSummary
          problems={Object.entries(errors).map(([name, message]) => ({
            name,
            label: 'Number or address',
            message,
          }))}
        />
        <Form action="/members/suppressions" label="Close a number or address">
          <TextField
            label="Number or address"
            name="address"
            value={values.address}
            error={errors.address}
            hint="It is closed at once, for every member who has it."
          />
          <Select
            label="Why"
            name="reason"
            value={values.reason ?? 'staff'}
            options={[
              { value: 'staff', label: 'They told us' },
              { value: 'wrong_number', label: 'Somebody else has this number' },
              { value: 'held', label: 'Unclear: hold until we have asked' },
            ]}
          />
          <Acts>
            <Button kind="danger">Stop sending to it</Button>
          </Acts>
        </Form>
      </Section>
    )}
  </ConsoleLayout>
);
