import { list, text, type Form as Posted } from '../../platform/form.ts';
import {
  Acts,
  Button,
  Fieldset,
  PhonePreview,
  Section,
  Select,
  TextField,
  type Choice,
} from '../../ui/index.ts';
import type { Bubble } from '../question-bubbles.ts';
import { fieldOf, OPTION_LINES, questionCount } from '../question-form.ts';
import { MOST_QUESTIONS } from '../question.ts';
import { OUTCOME_CHOICES, QUESTION_KIND_CHOICES } from './alert-words.ts';

type Props = {
  form: Posted;
  errors: Record<string, string>;
  /** Earlier alerts whose questions may be copied. */
  earlier: Choice[];
};

const FIRST_LINES = 4;
const range = (count: number) => Array.from({ length: count }, (_, place) => place + 1);

/** What a question may follow: each choice of those before it. */
const followed = (form: Posted, no: number): Choice[] =>
  range(no - 1).flatMap((before) =>
    OPTION_LINES.flatMap((line) => {
      const label = text(form, fieldOf(before, `label${line}`));
      const kind = text(form, fieldOf(before, 'kind')) ?? 'choice';
      return label && (kind === 'choice' || kind === 'many')
        ? [{ value: `${before}.${line}`, label: `who answered ${line} ${label} to question ${before}` }]
        : [];
    }),
  );

const OneQuestion = ({ form, errors, no, count }: Omit<Props, 'earlier'> & { no: number; count: number }) => {
  const field = (name: string) => ({
    name: fieldOf(no, name),
    error: errors[fieldOf(no, name)] ?? null,
    value: text(form, fieldOf(no, name)) ?? null,
  });
  const kind = text(form, fieldOf(no, 'kind')) ?? 'choice';
  const after = followed(form, no);
  const line = (line: number) => (
    <div class="pair">
      <TextField {...field(`label${line}`)} label={`Choice ${line}`} required={false} maxlength={40} />
      <Select
        {...field(`outcome${line}`)}
        label={`What ${line} means`}
        options={OUTCOME_CHOICES}
        value={text(form, fieldOf(no, `outcome${line}`)) ?? 'other'}
      />
      <TextField
        {...field(`synonyms${line}`)}
        label={`Other words for ${line}`}
        hint="With commas between them"
        required={false}
        maxlength={260}
      />
    </div>
  );
  const rest = OPTION_LINES.slice(FIRST_LINES);
  const filled = rest.some((one) => field(`label${one}`).value ?? field(`label${one}`).error);
  return (
    <Fieldset legend={`Question ${no}`}>
      <TextField
        {...field('prompt')}
        label="Question"
        hint={
          no === 1 ? 'Stands in the email and on the member’s page.' : 'Asked after the answer before it.'
        }
        required={false}
        maxlength={200}
      />
      <div class="pair">
        <Select {...field('kind')} label="Asks for" options={QUESTION_KIND_CHOICES} value={kind} />
        {after.length > 0 && (
          <Select
            {...field('after')}
            label="Ask only those"
            required={false}
            prompt="Everybody"
            options={after}
          />
        )}
      </div>
      {(kind === 'choice' || kind === 'many') && (
        <>
          {OPTION_LINES.slice(0, FIRST_LINES).map(line)}
          <details open={filled}>
            <summary>More choices</summary>
            {rest.map(line)}
          </details>
        </>
      )}
      {kind === 'number' && (
        <div class="pair">
          <TextField {...field('least')} label="At least" required={false} />
          <TextField {...field('most')} label="At most" required={false} />
          <TextField
            {...field('unit')}
            label="Of what"
            hint="Such as: students"
            required={false}
            maxlength={30}
          />
        </div>
      )}
      {kind === 'scale' && (
        <div class="pair">
          <TextField {...field('most')} label="From 1 to" required={false} />
          <TextField {...field('lowLabel')} label="What 1 means" required={false} maxlength={30} />
          <TextField {...field('highLabel')} label="What the end means" required={false} maxlength={30} />
        </div>
      )}
      {kind === 'known' && (
        <p class="hint">
          Each member is shown their own officials by number, and may answer such as: 1 well neighbor, 2 met.
          Who gives only a number is asked once more how well. Whom they name stands on their page and on the
          official’s under who knows whom.
        </p>
      )}
      {kind === 'officials' && (
        <p class="hint">
          Each member is shown their own officials by number, and may answer such as: 1 oppose.
        </p>
      )}
      <Acts>
        <Button kind="quiet" name="act" value={`show-${no}`} formnovalidate>
          Show the fields for what it asks
        </Button>
        {no > 1 && (
          <Button kind="quiet" name="act" value={`up-${no}`} formnovalidate label={`Move up question ${no}`}>
            Move up
          </Button>
        )}
        {count > 1 && (
          <Button
            kind="quiet"
            name="act"
            value={`remove-${no}`}
            formnovalidate
            label={`Remove question ${no}`}
          >
            Remove
          </Button>
        )}
      </Acts>
    </Fieldset>
  );
};

/** The questions of an alert on its form, each with what its kind needs; buttons that change them keep all that was typed. */
export const QuestionFields = ({ form, errors, earlier }: Props) => {
  const count = questionCount(form);
  return (
    <Section title="Questions" id="questions" aside="the first goes out in the alert, the others one by one">
      <input type="hidden" name="questions" value={String(count)} />
      {range(count).map((no) => (
        <OneQuestion form={form} errors={errors} no={no} count={count} />
      ))}
      <Acts>
        {count < MOST_QUESTIONS && (
          <Button name="act" value="add" formnovalidate>
            Add a question
          </Button>
        )}
      </Acts>
      {earlier.length > 0 && (
        <details>
          <summary>Copy the questions of an earlier alert</summary>
          <Select
            name="questionsFrom"
            label="Earlier alert"
            required={false}
            prompt="None"
            options={earlier}
            value={list(form, 'questionsFrom')[0] ?? null}
          />
          <Acts>
            <Button name="act" value="copy" formnovalidate>
              Copy them in place of these
            </Button>
          </Acts>
        </details>
      )}
    </Section>
  );
};

/** The texts that ask the later questions, as a phone shows them. */
export const LaterBubbles = ({ from, bubbles }: { from: string; bubbles: Bubble[] }) => (
  <>
    {bubbles.map((bubble) => (
      <PhonePreview
        from={from}
        messages={[{ text: bubble.text }]}
        segments={bubble.segments}
        characters={bubble.characters}
        note={`Question ${bubble.no}. ${bubble.when}.`}
      />
    ))}
  </>
);
