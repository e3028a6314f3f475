import { localDate, showDay } from '../../platform/days.ts';
import { Money, PrintLayout, Section, Table } from '../../ui/index.ts';
import { namesOf } from '../cells.ts';
import type { LineView } from '../show-filing.ts';
import { inFormColumns, isTotal } from './lines.tsx';

/** More columns than these do not fit side by side on a phone. */
const MOST_COLUMNS = 3;

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
  /** The network's day, in words. */
  today?: string;
  sha256: string | null;
  lines: LineView[];
}

const amount = (line: LineView) => (line.amountCents === null ? '' : <Money cents={line.amountCents} />);
const inWords = (line: LineView) => ({ line: line.label, detail: line.detail, amount: amount(line) });

const inTwo = (lines: LineView[]) => ({
  columns: [
    { key: 'line', label: 'Line' },
    { key: 'detail', label: 'Detail' },
  ],
  rows: lines.filter((line) => !isTotal(line)).map(inWords),
  totals: lines.filter(isTotal).map(inWords),
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
    today,
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
          {today && ` Printed ${today}.`}
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
        const names = namesOf(own);
        const { columns, rows, totals } = names.length > 0 ? inFormColumns(own, names) : inTwo(own);
        const money = own.some((line) => line.amountCents !== null)
          ? [{ key: 'amount', label: 'Amount', align: 'end' as const }]
          : [];
        return (
          <Section title={title} id={`part-${index + 1}`}>
            <Table
              keep={names.length <= MOST_COLUMNS}
              caption={title}
              quietCaption
              columns={[...columns, ...money]}
              rows={rows}
              totals={totals}
            />
          </Section>
        );
      })}
    </PrintLayout>
  );
};
