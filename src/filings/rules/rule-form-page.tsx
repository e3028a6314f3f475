import {
  Acts,
  Button,
  ConsoleLayout,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Radios,
  Select,
  TextField,
  errorsOf,
  fieldsOf,
  type FieldOf,
  type FieldProblem,
  type Frame,
} from '../../ui/index.ts';
import { OPERATOR_WORDS } from '../rulebook.ts';
import type { RuleView } from './list-rules.ts';
import { EVIDENCE, OPERATORS, UNITS } from './rule-input.ts';
import { daysInWords, EVIDENCE_WORDS, keyInWords, UNIT_WORDS, valueInWords } from './rule-words.ts';

interface Props {
  frame: Frame;
  values: Record<string, string | null | undefined>;
  problems: FieldProblem[];
}

const Written = ({ field }: { field: FieldOf }) => (
  <>
    <Select
      label="Compared"
      {...field('operator')}
      required={false}
      prompt="Not compared"
      options={OPERATORS.map((one) => ({ value: one, label: OPERATOR_WORDS[one] ?? one }))}
      hint="Exactly at the amount is where laws differ: more than, or at least."
    />
    <DateField label="First day" {...field('fromOn')} />
    <TextField
      label="Source"
      {...field('source')}
      maxlength={400}
      hint="The section of the law or rule, the form, or the office’s letter with its date."
    />
    <Select
      label="How the source was read"
      {...field('evidence')}
      prompt="Choose"
      options={EVIDENCE.map((one) => ({ value: one, label: `${one}: ${EVIDENCE_WORDS[one] ?? ''}` }))}
    />
  </>
);

const VALUE_HINT = 'Dollars and cents, a whole number, or a day of the year such as 02-15, as the unit says.';

/** A new rule, in force at once or only proposed. */
export const NewRulePage = ({
  frame,
  values,
  problems,
  regimes,
}: Props & { regimes: { id: string; name: string }[] }) => {
  const field = fieldsOf(values, problems);
  const error = errorsOf(problems);
  const back = `/filings/rules?regime=${values.regime ?? 'mt'}`;
  return (
    <ConsoleLayout {...frame} title="Add a rule" current="filings" back={{ href: back, label: 'Rules' }}>
      <PageHead
        title="Add a rule"
        sub="For days that no row of it covers yet. To change one that is in force, open it and correct it."
      />
      <ErrorSummary problems={problems} />
      <Form action="/filings/rules">
        <Radios
          label="What it is"
          name="as"
          value={values.as ?? 'in_force'}
          options={[
            { value: 'in_force', label: 'In force' },
            { value: 'proposed', label: 'Proposed: kept without effect until it is put in force' },
          ]}
          error={error('as')}
        />
        <Select
          label="Where"
          {...field('regime')}
          options={regimes.map((one) => ({ value: one.id, label: one.name }))}
        />
        <TextField
          label="Name in the program"
          {...field('key')}
          spellcheck={false}
          hint="Such as payment_threshold. The program reads a rule by this name."
        />
        <div class="pair">
          <Select
            label="Unit"
            {...field('unit')}
            options={UNITS.map((one) => ({ value: one, label: UNIT_WORDS[one] ?? one }))}
          />
          <TextField label="Value" {...field('value')} hint={VALUE_HINT} />
        </div>
        <Written field={field} />
        <DateField
          label="Last day"
          {...field('toOn')}
          required={false}
          hint="Empty while it goes on. A proposal has none."
        />
        <Acts>
          <Button kind="main">Add</Button>
          <LinkButton href={back}>Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

/** Another value from a day on. */
export const CorrectRulePage = ({ frame, values, problems, rule }: Props & { rule: RuleView }) => {
  const field = fieldsOf(values, problems);
  const back = { href: `/filings/rules/${rule.id}`, label: keyInWords(rule.key) };
  return (
    <ConsoleLayout {...frame} title={`Correct: ${keyInWords(rule.key)}`} current="filings" back={back}>
      <PageHead
        title={`Correct: ${keyInWords(rule.key)}`}
        sub={`Now ${valueInWords(rule)}. ${daysInWords(rule)}. The row ends the day before the first day below, and a new one goes on from there. From its own first day on, it counts as never in force.`}
      />
      <ErrorSummary problems={problems} />
      <Form action={`/filings/rules/${rule.id}/correction`}>
        <TextField
          label={`Value (${(UNIT_WORDS[rule.unit] ?? rule.unit).toLowerCase()})`}
          {...field('value')}
        />
        <Written field={field} />
        <Acts>
          <Button kind="main">Correct it</Button>
          <LinkButton href={back.href}>Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};
