import { formatIso } from '../../platform/days.ts';
import type { MemberDetail } from '../../people/index.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  Form,
  LinkButton,
  PageHead,
  PrintLayout,
  Section,
  Table,
  type Frame,
} from '../../ui/index.ts';
import type { MemberHoldings } from '../export-member.ts';

interface Props {
  frame: Frame;
  member: MemberDetail;
  mayErase: boolean;
}

/** Before everything held about a member is handed out: what it is, and in which form. */
export const ExportPage = ({ frame, member, mayErase }: Props) => {
  const name = `${member.firstName} ${member.lastName}`;
  return (
    <ConsoleLayout {...frame} title={`Everything held about ${name}`} current="members">
      <PageHead
        back={{ href: `/members/${member.id}`, label: name }}
        title="Everything held about them"
        sub={`All rows about ${name}, table by table: who they are, how to reach them, consent, what was sent, what they answered and wrote, contact reports, notes of staff, and who did what with it.`}
      />
      <p>
        Hand it to {member.firstName} alone. It also holds what staff wrote about them. The journal keeps that
        it was made.
      </p>
      <Acts>
        <Form action={`/members/${member.id}/export`}>
          <input type="hidden" name="as" value="file" />
          <Button kind="main">Download as a file (JSON)</Button>
        </Form>
        <Form action={`/members/${member.id}/export`}>
          <input type="hidden" name="as" value="page" />
          <Button>Show as a page to print</Button>
        </Form>
      </Acts>
      {mayErase && (
        <Section title="If they ask to be erased" id="erase">
          <p>
            The owner can erase a member on request. Export first, if they want to keep a copy: what is erased
            cannot be brought back.
          </p>
          <p>
            <LinkButton kind="danger" href={`/members/${member.id}/erase`}>
              Erase this member
            </LinkButton>
          </p>
        </Section>
      )}
    </ConsoleLayout>
  );
};

const words = (name: string) => {
  const spaced = name.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};
const INSTANT = /(^|_)at$/;
const cell = (name: string, value: string | number | null | undefined): string => {
  if (value === null || value === undefined) return '';
  return INSTANT.test(name) && typeof value === 'number' && value > 1e11 ? formatIso(value) : String(value);
};

/** Everything held about a member as a page: each table with its rows, each row with its values. */
export const HoldingsPage = ({ network, holdings }: { network: string; holdings: MemberHoldings }) => (
  <PrintLayout
    title="Everything held about one member"
    network={network}
    back={{ href: `/members/${holdings.memberId}/export`, label: 'Back' }}
    sub={`Member ${holdings.memberId}, made ${holdings.exportedAt}`}
  >
    {Object.entries(holdings.tables).map(([table, rows]) => (
      <section>
        <h2>
          {words(table)} ({rows.length})
        </h2>
        {rows.map((row) => (
          <Table
            quietCaption
            caption={words(table)}
            columns={[
              { key: 'name', label: 'Field' },
              { key: 'value', label: 'Value' },
            ]}
            rows={Object.entries(row)
              .filter(([, value]) => value !== null && value !== '')
              .map(([name, value]) => ({
                name: words(name),
                value: <span class="breaks">{cell(name, value)}</span>,
              }))}
          />
        ))}
      </section>
    ))}
    {holdings.objects.length > 0 && (
      <section>
        <h2>Stored originals of messages</h2>
        <ul>
          {holdings.objects.map((key) => (
            <li class="breaks">{key}</li>
          ))}
        </ul>
      </section>
    )}
  </PrintLayout>
);
