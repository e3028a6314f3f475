import { showShortDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Select,
  TextField,
  errorsOf,
  fieldsOf,
  type FieldProblem,
  type Frame,
} from '../../ui/index.ts';
import { CLASSES, REGIME_NAMES } from '../classify.ts';
import type { Activity } from '../log-queries.ts';
import type { FiledIn } from '../ports.ts';
import { AmendsTick, Locked } from './files-part.tsx';
import { choicesOf, KIND_LABELS } from './words.ts';

/** What a regime makes of a line, as the log answers with it. */
export interface ClassOfLine {
  regime: string;
  class: string;
  counts: number;
  ruleId: string;
  reason: string;
  by: string;
}
export const classesOf = (activity: { classes: string }): ClassOfLine[] =>
  JSON.parse(activity.classes) as ClassOfLine[];

interface Props {
  frame: Frame;
  activity: Activity;
  classed: ClassOfLine;
  filed: FiledIn[];
  values: Record<string, string | null | undefined>;
  problems: FieldProblem[];
}

/** A person decides what a line is in a regime, with a reason. */
export const ClassPage = ({ frame, activity, classed, filed, values, problems }: Props) => {
  const field = fieldsOf(values, problems);
  const error = errorsOf(problems);
  const place = REGIME_NAMES[classed.regime] ?? classed.regime;
  const here = `/log/activities/${activity.id}`;
  return (
    <ConsoleLayout
      {...frame}
      title={`What this is in ${place}`}
      current="log"
      back={{ href: here, label: 'The activity' }}
    >
      <PageHead
        title={`What this is in ${place}`}
        sub={`${KIND_LABELS[activity.kind] ?? activity.kind}, ${showShortDay(activity.onDate, { year: true })}`}
      />
      <Locked filed={filed} />
      <ErrorSummary problems={problems} />
      <p>
        {classed.by === 'rule' ? `By rule ${classed.ruleId}: ` : 'Decided by a person: '}
        {classed.reason}
      </p>
      <Form action={`${here}/class/${classed.regime}`}>
        <Select
          label="What it is"
          name="class"
          value={values.class ?? classed.class}
          options={choicesOf(CLASSES[classed.regime] ?? {})}
          error={error('class')}
        />
        <TextField
          label="Why"
          {...field('reason')}
          hint="Stays with the line, and in the filing’s worksheet."
        />
        <AmendsTick filed={filed} />
        <Acts>
          <Button kind="main">Decide</Button>
          <LinkButton href={here}>Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};
