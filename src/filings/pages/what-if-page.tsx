import {
  Acts,
  Button,
  ConsoleLayout,
  DefinitionList,
  ErrorSummary,
  Form,
  PageHead,
  Section,
  Table,
  type FieldProblem,
  type Frame,
} from '../../ui/index.ts';
import type { AnyCalculator, Answer } from '../calculators/calculator.ts';
import { RuleTable } from '../rules/rule-table.tsx';
import { WhatIfFields } from './what-if-fields.tsx';
import { showValue, VALUE_WORDS } from './what-if-words.ts';

type Values = Record<string, unknown>;
interface Props {
  frame: Frame;
  calculator: AnyCalculator;
  /** What was typed, by the names on the page. */
  filled: Record<string, string | undefined>;
  problems: FieldProblem[];
  answer: Answer<unknown> | null;
}

/** One calculator: its form, and below the answer with its reason and the rules it used. */
export const WhatIfPage = ({ frame, calculator, filled, problems, answer }: Props) => (
  <ConsoleLayout
    {...frame}
    title={calculator.title}
    current="filings"
    back={{ href: '/filings/what-if', label: 'What if' }}
  >
    <PageHead title={calculator.title} sub={calculator.about} />
    <ErrorSummary problems={problems} title="This cannot be worked out yet." />
    {answer && <AnswerParts answer={answer} />}
    <Section title={answer ? 'Ask again' : 'Ask'} id="ask">
      <Form action={`/filings/what-if/${calculator.id}`} method="get" label={calculator.title}>
        <WhatIfFields
          fields={calculator.fields}
          input={calculator.input}
          filled={filled}
          problems={problems}
        />
        <Acts>
          <Button kind="main" name="ask" value="1">
            Work it out
          </Button>
        </Acts>
      </Form>
    </Section>
  </ConsoleLayout>
);

const AnswerParts = ({ answer }: { answer: Answer<unknown> }) => {
  const values = answer.value as Values;
  const { reports, fourYears, ...plain } = values;
  return (
    <>
      <Section title="Answer" id="answer">
        {answer.explanation.map((sentence) => (
          <p>{sentence}</p>
        ))}
        <Figures values={plain} />
        {Array.isArray(reports) && reports.length > 0 && <Reports rows={reports as Values[]} />}
        {fourYears !== null && fourYears !== undefined && (
          <>
            <h3>Over these years</h3>
            <Figures values={fourYears as Values} />
          </>
        )}
      </Section>
      <Section title="Rules it used" id="rules">
        <RuleTable rules={answer.rules} />
        <p class="small soft">
          Evidence V was read in a copy of the source, V2 at second hand; GH, GM and GL are general knowledge
          of high, medium and low confidence, to be confirmed before anyone relies on them. This is no legal
          advice.
        </p>
      </Section>
    </>
  );
};

const Figures = ({ values }: { values: Values }) => (
  <DefinitionList
    figures
    items={Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => ({ term: VALUE_WORDS[key] ?? key, value: showValue(value) }))}
  />
);

const Reports = ({ rows }: { rows: Values[] }) => (
  <Table
    caption="Reports due"
    columns={[
      { key: 'periodTo', label: 'Through' },
      { key: 'fromOn', label: 'From' },
      { key: 'dueOn', label: 'Due' },
      { key: 'coversCents', label: 'Covers', align: 'end' },
    ]}
    rows={rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, showValue(value)])),
    )}
  />
);
