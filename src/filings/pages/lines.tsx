import type { Child } from 'hono/jsx';
import { showShortDay } from '../../platform/days.ts';
import { kept, Money, Section, Table, When } from '../../ui/index.ts';
import { namesOf } from '../cells.ts';
import type { LineView, SourceView } from '../show-filing.ts';

/** The last line of a section that adds it up. */
export const isTotal = (line: { label: string }) => line.label.startsWith('Total');

/** The lines of a report by section, in the form's order; each opens to the rows it came from. */
export const FilingLines = ({ lines }: { lines: LineView[] }) => {
  const sections = [...new Set(lines.map((line) => line.section))];
  return (
    <>
      {sections.map((title, index) => {
        const own = lines.filter((line) => line.section === title);
        const money = own.some((line) => line.amountCents !== null);
        if (namesOf(own).length > 0)
          return <FormSection title={title} id={`part-${index + 1}`} lines={own} money={money} />;
        return (
          <Section title={title} id={`part-${index + 1}`}>
            <Table
              caption={title}
              quietCaption
              columns={[
                { key: 'line', label: 'Line' },
                { key: 'detail', label: 'Detail' },
                ...(money ? [{ key: 'amount', label: 'Amount', align: 'end' as const }] : []),
              ]}
              rows={own
                .filter((line) => !isTotal(line))
                .map((line) => ({
                  line: line.label,
                  detail: (
                    <div>
                      {line.detail}
                      <Sources sources={line.sources} />
                    </div>
                  ),
                  amount: line.amountCents === null ? '' : <Money cents={line.amountCents} />,
                }))}
              totals={own.filter(isTotal).map((line) => ({
                line: line.label,
                detail: line.detail,
                amount: line.amountCents === null ? '' : <Money cents={line.amountCents} />,
              }))}
            />
          </Section>
        );
      })}
    </>
  );
};

const amount = (line: LineView) => (line.amountCents === null ? '' : <Money cents={line.amountCents} />);

/** A section in the columns of the form itself, in its order; a line without them says itself in the first. */
export const inFormColumns = (lines: LineView[], names: string[], after?: (line: LineView) => Child) => {
  const [first = ''] = names;
  const last = names.at(-1) ?? '';
  const rowOf = (line: LineView) => {
    const values: Record<string, Child> = line.cells
      ? Object.fromEntries(line.cells.map((cell) => [cell.name, cell.value]))
      : { [first]: line.detail === '' ? line.label : `${line.label}. ${line.detail}` };
    const beside = line.cells && after && (
      <div>
        {values[last]}
        {after(line)}
      </div>
    );
    return { ...values, ...(beside && { [last]: beside }), amount: amount(line) };
  };
  return {
    columns: names.map((name) => ({ key: name, label: name })),
    rows: lines.filter((line) => !isTotal(line)).map(rowOf),
    totals: lines.filter(isTotal).map(rowOf),
  };
};

const FormSection = ({
  title,
  id,
  lines,
  money,
}: {
  title: string;
  id: string;
  lines: LineView[];
  money: boolean;
}) => {
  const { columns, rows, totals } = inFormColumns(lines, namesOf(lines), (line) => (
    <Sources sources={line.sources} />
  ));
  return (
    <Section title={title} id={id}>
      <Table
        caption={title}
        quietCaption
        columns={[...columns, ...(money ? [{ key: 'amount', label: 'Amount', align: 'end' as const }] : [])]}
        rows={rows}
        totals={totals}
      />
    </Section>
  );
};

/** What the log has and the report leaves out, with the class and the reason of each. */
export const Worksheet = ({ lines }: { lines: LineView[] }) =>
  lines.length === 0 ? null : (
    <Section
      title="Worksheet"
      id="worksheet"
      aside="In the log, not in this report. Staff may decide otherwise on the line itself."
    >
      <Table
        caption="Worksheet"
        quietCaption
        columns={[
          { key: 'row', label: 'In the log' },
          { key: 'why', label: 'Why it is left out' },
        ]}
        rows={lines.map((line) => ({
          row: line.sources[0] ? <a href={line.sources[0].href}>{kept(line.label)}</a> : line.label,
          why: line.detail,
        }))}
      />
    </Section>
  );

const Sources = ({ sources }: { sources: SourceView[] }) =>
  sources.length === 0 ? null : (
    <details>
      <summary>{`From ${sources.length} ${sources.length === 1 ? 'row' : 'rows'} of the log`}</summary>
      <ul>
        {sources.map((one) => (
          <li class="small">
            {one.onDate && <When iso={one.onDate} text={showShortDay(one.onDate, { year: true })} />}{' '}
            <a href={one.href}>{one.who ?? 'The association'}</a>
            {[one.what?.replaceAll('_', ' '), one.billNumber, one.officialName]
              .filter(Boolean)
              .map((text) => `, ${text}`)}
            {one.amountCents !== null && (
              <>
                , <Money cents={one.amountCents} />
              </>
            )}
            {one.contactReportId && (
              <>
                {' '}
                (<a href={`/log/contacts/${one.contactReportId}`}>contact report</a>
                {one.replyId && ', begun by a reply'})
              </>
            )}
            {one.alertId && (
              <>
                {' '}
                (<a href={`/alerts/${one.alertId}`}>alert</a>)
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
