import { text, type Form as Posted } from '../../platform/form.ts';
import { DateField, Radios, Section, Select, TextArea, TextField, type Choice } from '../../ui/index.ts';

export type PointsChoices = { issue: Choice[]; bill: Choice[]; district: Choice[] };
type PointsFieldsProps = {
  form: Posted;
  choices: PointsChoices;
  errors: Record<string, string>;
  /** The sentence about the short form as it stands. */
  size: string;
  /** Figures that districts have, by the names that fields are written with. */
  known: string[];
  /** The words have a twin for the other legislature, so they stay with theirs. */
  paired?: boolean;
};

const PREVIEW_ONLY = 'Changes nothing that is saved.';

/** What is written about talking points: title, issue, bill, legislature, words, the short form, until when. */
export const PointsFields = ({ form, choices, errors, size, known, paired }: PointsFieldsProps) => {
  const field = (name: string) => ({ name, error: errors[name] ?? null, value: text(form, name) ?? null });
  return (
    <>
      <TextField {...field('title')} label="Title" maxlength={150} />
      <Select {...field('issueId')} label="Issue" prompt="Choose an issue" options={choices.issue} />
      <Select {...field('billId')} label="Bill" required={false} prompt="None" options={choices.bill} />
      {paired ? (
        <input type="hidden" name="level" value={text(form, 'level') ?? ''} />
      ) : (
        <Radios
          {...field('level')}
          label="For whom"
          options={[
            { value: 'state', label: 'State legislature' },
            { value: 'federal', label: 'Congress', hint: 'For the members who can reach the delegation.' },
          ]}
        />
      )}
      <Section title="Words" id="words">
        <TextArea
          {...field('body')}
          label="Words"
          hint={
            <>
              Markdown: a line beginning with # is a heading, with - a point of a list, **two stars** make it
              bold. Fields: {['district', ...known].map((name) => `{{${name}}}`).join(' ')}. Where a figure is
              not known, its line is left out, or words behind a bar stand there:{' '}
              {`{{${known[0] ?? 'enrollment'} | many}}`}.
            </>
          }
          required={false}
          rows={16}
        />
        <Select
          {...field('district')}
          label="Preview with the figures of"
          hint={PREVIEW_ONLY}
          required={false}
          prompt="No district"
          options={choices.district}
        />
      </Section>
      <Section title="Short form" id="short">
        <TextArea
          {...field('short')}
          label="As a text message"
          hint="One request and one reason. It fills the text of an update, and members can copy it. Fields: {{first_name}} {{district}}"
          required={false}
          rows={3}
          counter={{ href: '/talking-points/text-size', text: size }}
        />
      </Section>
      <DateField
        {...field('expiresOn')}
        label="Last day on which they hold"
        hint="A hearing, a vote. After it every page says that they expired, and approvers of an alert are warned."
        required={false}
      />
    </>
  );
};

export const POINTS_LABELS: Record<string, string> = {
  title: 'Title',
  issueId: 'Issue',
  billId: 'Bill',
  level: 'For whom',
  body: 'Words',
  short: 'Short form',
  expiresOn: 'Last day',
  changeNote: 'What changed',
};
export const pointsProblems = (errors: Record<string, string>) =>
  Object.entries(errors).map(([name, message]) => ({ name, label: POINTS_LABELS[name] ?? name, message }));
