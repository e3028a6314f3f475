import { localDate, showDay } from '../../platform/days.ts';
import { Money, PrintLayout, Section, Table } from '../../ui/index.ts';
import type { LineView } from '../show-filing.ts';
import { isTotal } from './lines.tsx';

interface Props {
  network: string;
  zone: string;
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

const rowOf = (line: LineView) => ({
  line: line.label,
  detail: line.detail,
  amount: line.amountCents === null ? '' : <Money cents={line.amountCents} />,
});

/** A report to print or to key in from: its lines in the form's own order. */
export const PrintPage = (props: Props) => {
  const {
    network,
    zone,
    obligationId,
    name,
    office,
    organizationName,
    dueOn,
    version,
    filedAt,
    sha256,
    lines,
  } = props;
  const sections = [...new Set(lines.map((line) => line.section))];
  return (
    <PrintLayout
      title={name}
      network={network}
      back={{ href: `/filings/${obligationId}`, label: name }}
      sub={
        <>
          {`${office}. ${organizationName}. Version ${version}, due ${showDay(dueOn, { year: true })}. `}
          {filedAt === null
            ? 'Prepared, not filed.'
            : `Filed ${showDay(localDate(filedAt, zone), { year: true })}.`}
          {sha256 && (
            <span class="small">
              {' SHA-256 of the filed page: '}
              {sha256.match(/.{1,16}/g)?.map((part) => (
                <>
                  {part}
                  <wbr />
                </>
              ))}
            </span>
          )}
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
                ...(own.some((line) => line.amountCents !== null)
                  ? [{ key: 'amount', label: 'Amount', align: 'end' as const }]
                  : []),
              ]}
              rows={own.filter((line) => !isTotal(line)).map(rowOf)}
              totals={own.filter(isTotal).map(rowOf)}
            />
          </Section>
        );
      })}
    </PrintLayout>
  );
};
