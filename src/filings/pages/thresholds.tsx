import { Gauge, Section, Table, Tag, type Tone } from '../../ui/index.ts';
import type { ThresholdView } from '../list-thresholds.ts';
import { RuleTable } from '../rules/rule-table.tsx';
import type { State } from '../standing.ts';

const STATES: Record<State, { words: string; tone: Tone }> = {
  crossed: { words: 'Crossed', tone: 'warn' },
  near: { words: 'Near', tone: 'warn' },
  below: { words: 'Below', tone: 'none' },
  unknown: { words: 'Not known', tone: 'none' },
};

const Amount = ({ one }: { one: ThresholdView }) =>
  one.past === null ? (
    <>{one.amountInWords}</>
  ) : (
    <Gauge
      value={one.total}
      max={one.past}
      expected={one.expected ?? undefined}
      label={`${one.amountInWords}. ${one.inWords}`}
      text={one.amountInWords}
    />
  );

const rowOf = (one: ThresholdView) => ({
  line: (
    <>
      {one.name}
      {one.who !== null && (
        <>
          <br />
          <span class="small soft">{one.who}</span>
        </>
      )}
    </>
  ),
  amount: <Amount one={one} />,
  stands: (
    <div>
      {one.inWords} <Tag tone={STATES[one.state].tone}>{STATES[one.state].words}</Tag>
    </div>
  ),
  meaning: (
    <div class="small">
      {one.meaning} {one.aside && <span class="soft">{one.aside}</span>}
    </div>
  ),
});

/** Each line of the law as a gauge with its words: what the log has, and when it is crossed at this pace. */
export const Thresholds = ({ lines }: { lines: ThresholdView[] }) => {
  const filers = [...new Set(lines.map((one) => `${one.organizationName}, ${one.regimeName}`))];
  return (
    <Section
      title="Lines of the law"
      id="lines"
      aside="From the log as it stands. The pale bar is where this pace leads by the end of the period."
    >
      {filers.map((filer) => {
        const own = lines.filter((one) => `${one.organizationName}, ${one.regimeName}` === filer);
        const rules = [...new Map(own.flatMap((one) => one.rules).map((rule) => [rule.id, rule])).values()];
        return (
          <>
            <Table
              caption={filer}
              columns={[
                { key: 'line', label: 'Line' },
                { key: 'amount', label: 'So far' },
                { key: 'stands', label: 'At this pace' },
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
