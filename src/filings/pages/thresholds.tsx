import { Gauge, Section, Table, Tag, type Tone } from '../../ui/index.ts';
import type { ThresholdView } from '../list-thresholds.ts';
import { RuleTable } from '../rules/rule-table.tsx';
import type { State } from '../standing.ts';

/** States worth a mark; a line that is far away needs none. */
const MARKS: Partial<Record<State, { words: string; tone: Tone }>> = {
  crossed: { words: 'Crossed', tone: 'warn' },
  near: { words: 'Near', tone: 'warn' },
  unknown: { words: 'Not known', tone: 'none' },
};

const rowOf = (one: ThresholdView) => {
  const mark = MARKS[one.state];
  return {
    line: (
      <>
        {one.name} {mark && <Tag tone={mark.tone}>{mark.words}</Tag>}
        {one.who !== null && (
          <>
            <br />
            <span class="small soft">{one.who}</span>
          </>
        )}
      </>
    ),
    stands: (
      <div>
        {one.past !== null && (
          <Gauge
            value={one.total}
            max={one.past}
            expected={one.expected ?? undefined}
            label={`${one.amountInWords}. ${one.inWords}`}
            text={one.amountInWords}
          />
        )}
        {one.past === null && <span class="small">{one.amountInWords}. </span>}
        {one.inWords}
      </div>
    ),
    meaning: (
      <div class="small">
        {one.meaning} {one.aside && <span class="soft">{one.aside}</span>}
      </div>
    ),
  };
};

/** Each line of the law as a gauge with its words: what the log has, and when it is crossed at this pace. */
export const Thresholds = ({ lines }: { lines: ThresholdView[] }) => {
  const filers = [...new Set(lines.map((one) => `${one.organizationName}, ${one.regimeName}`))];
  return (
    <Section title="Lines of the law" id="lines" aside="From the log as it stands.">
      <p class="small soft">
        The mark is the line. The pale bar is where this pace leads by the end of the period.
      </p>
      {filers.map((filer) => {
        const own = lines.filter((one) => `${one.organizationName}, ${one.regimeName}` === filer);
        const rules = [...new Map(own.flatMap((one) => one.rules).map((rule) => [rule.id, rule])).values()];
        return (
          <>
            <h3>{filer}</h3>
            <Table
              caption={`Lines of the law: ${filer}`}
              quietCaption
              columns={[
                { key: 'line', label: 'Line' },
                { key: 'stands', label: 'So far, and at this pace' },
                { key: 'meaning', label: 'What it means' },
              ]}
              rows={own.map(rowOf)}
            />
            <details>
              <summary class="small">
                {`From ${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`}
              </summary>
              <RuleTable rules={rules} caption={`Rules behind the lines of ${filer}`} />
            </details>
          </>
        );
      })}
    </Section>
  );
};
