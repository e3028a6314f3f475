import { minutesInWords } from '../../alerts/index.ts';
import type { forecastAndFact } from '../../delivery/index.ts';
import { microsToCents } from '../../platform/money.ts';
import { formatCents, Section, Table } from '../../ui/index.ts';

type Both = NonNullable<ReturnType<typeof forecastAndFact>>;
type Side = Both['fact'];

const count = (value: number) => value.toLocaleString('en-US');

/** What was foretold when the alert was approved, beside what came. */
export const AlertForetold = ({ both }: { both: Both | null }) => {
  if (!both) return null;
  const row = (what: string, told: string, came: string) => ({ what, told, came });
  const minutes = (side: Side, none: string) =>
    side.minutes === null ? none : minutesInWords(side.minutes, true);
  const cost = ({ costMicros }: Side) => (costMicros === null ? '' : formatCents(microsToCents(costMicros)));
  const { foretold, fact } = both;
  return (
    <Section title="Foretold and fact" id="foretold">
      <Table
        caption="What was foretold at approval, and what came"
        quietCaption
        keep
        columns={[
          { key: 'what', label: 'What' },
          { key: 'told', label: 'Foretold', align: 'end' },
          { key: 'came', label: 'Came', align: 'end' },
        ]}
        rows={[
          row('From start to last', minutes(foretold, 'None'), minutes(fact, 'Going out')),
          row('Went out', count(foretold.out), count(fact.out)),
          row('Missed the deadline', count(foretold.missed), count(fact.missed)),
          row('Text segments', count(foretold.segments), count(fact.segments)),
          row('Cost of texts', cost(foretold), cost(fact)),
        ]}
      />
      {!both.complete && <p class="small soft">Not final: some messages or prices are still to come.</p>}
    </Section>
  );
};
