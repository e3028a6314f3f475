import { fieldId } from './field.tsx';

export type FieldProblem = { name: string; label: string; message: string };

/** What stands beside a field: the first of its problems, by the field's name. */
export const errorsOf =
  (problems: FieldProblem[]) =>
  (name: string): string | undefined =>
    problems.find((one) => one.name === name)?.message;

/**
 * What every field of a form is given, by its name: that name, what it is filled with, and the first of its problems.
 * @example `<TextField label="Note" {...field('note')} />`
 */
export const fieldsOf = (
  values: Record<string, string | null | undefined>,
  problems: FieldProblem[] | Record<string, string>,
) => {
  const error = Array.isArray(problems) ? errorsOf(problems) : (name: string) => problems[name];
  return (name: string) => ({ name, value: values[name], error: error(name) });
};

/** One form's fields, by name. */
export type FieldOf = ReturnType<typeof fieldsOf>;

type ErrorSummaryProps = { problems: FieldProblem[]; title?: string };

/** What must be mended before the form can be taken, each line a link to its field. Nothing when all is well. */
export const ErrorSummary = ({ problems, title }: ErrorSummaryProps) =>
  problems.length === 0 ? null : (
    <div class="notice problem" role="alert" tabindex={-1} id="problems" data-focus>
      <p class="notice-title">{title ?? summaryTitle(problems.length)}</p>
      <ul>
        {problems.map(({ name, label, message }) => (
          <li>
            <a href={`#${fieldId(name)}`}>{label}</a>: {message}
          </li>
        ))}
      </ul>
    </div>
  );

const summaryTitle = (count: number): string =>
  count === 1
    ? 'Nothing was saved. One answer needs mending.'
    : `Nothing was saved. ${count} answers need mending.`;
