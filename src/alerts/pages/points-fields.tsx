import { text, type Form as Posted } from '../../platform/form.ts';
import { Radios, Select, TextArea, TextField, type Choice } from '../../ui/index.ts';

export type PointsChoices = { issue: Choice[]; bill: Choice[] };
type PointsFieldsProps = { form: Posted; choices: PointsChoices; errors: Record<string, string> };

/** What is written about talking points: title, issue, bill, legislature, words. */
export const PointsFields = ({ form, choices, errors }: PointsFieldsProps) => {
  const field = (name: string) => ({ name, error: errors[name] ?? null, value: text(form, name) ?? null });
  return (
    <>
      <TextField {...field('title')} label="Title" maxlength={150} />
      <Select {...field('issueId')} label="Issue" prompt="Choose an issue" options={choices.issue} />
      <Select {...field('billId')} label="Bill" required={false} prompt="None" options={choices.bill} />
      <Radios
        {...field('level')}
        label="For whom"
        options={[
          { value: 'state', label: 'State legislature' },
          { value: 'federal', label: 'Congress', hint: 'For the members who can reach the delegation.' },
        ]}
      />
      <TextArea
        {...field('body')}
        label="Words"
        hint="Markdown: a line beginning with # is a heading, with - a point of a list."
        required={false}
        rows={16}
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
  changeNote: 'What changed',
};
