import { formatIso, showDay } from '../../platform/days.ts';
import { Money, PrintLayout, Section, Table } from '../../ui/index.ts';
import type { LineView } from '../show-filing.ts';

interface Props {
  network: string;
  obligationId: string;
  name: string;
  office: string;
  organizationName: string;
  dueOn: string;
  version: number;
  filedAt: number | null;
  sha256: string | null;
  lines: LineView[];
}

/** A report to print or to key in from: its lines in the form's own order. */
export const PrintPage = (props: Props) => {
  const { network, obligationId, name, office, organizationName, dueOn, version, filedAt, sha256, lines } =
    props;
  const sections = [...new Set(lines.map((line) => line.section))];
  return (
    <PrintLayout
      title={name}
      network={network}
      back={{ href: `/filings/${obligationId}`, label: name }}
      sub={
        <>
          {`${office}. ${organizationName}. Version ${version}, due ${showDay(dueOn, { year: true })}. `}
          {filedAt === null ? 'Prepared, not filed.' : `Filed ${formatIso(filedAt)}.`}
          {sha256 && <span class="small">{` SHA-256 of the filed page: ${sha256}`}</span>}
        </>
      }
    >
      {sections.map((title, index) => {
        const own = lines.filter((line) => line.section === title);
        return (
          <Section title={title} id={`part-${index + 1}`}>
            <Table
              keep
              caption={title}
              quietCaption
              columns={[
                { key: 'line', label: 'Line' },
                { key: 'detail', label: 'Detail' },
                { key: 'amount', label: 'Amount', align: 'end' },
              ]}
              rows={own.map((line) => ({
                line: line.label,
                detail: line.detail,
                amount: line.amountCents === null ? '' : <Money cents={line.amountCents} />,
              }))}
            />
          </Section>
        );
      })}
    </PrintLayout>
  );
};
