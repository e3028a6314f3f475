import type * as z from 'zod';
import {
  Checkbox,
  DateField,
  Fieldset,
  MoneyField,
  Select,
  TextField,
  errorsOf,
  type Choice,
  type FieldProblem,
} from '../../ui/index.ts';
import type { FormField } from '../calculators/calculator.ts';
import { partsOf } from '../what-if-form.ts';

interface Props {
  fields: readonly FormField[];
  /** Says which fields may stay empty. */
  input: z.ZodObject;
  filled: Record<string, string | undefined>;
  problems: FieldProblem[];
}

/** The fields of a calculator. Money is typed in dollars. */
export const WhatIfFields = ({ fields, input, filled, problems }: Props) => (
  <>
    {fields.map((field) => (
      <OneField
        field={field}
        filled={filled}
        required={!isOptional(input, field.name)}
        error={errorsOf(problems)}
      />
    ))}
  </>
);

const isOptional = (input: z.ZodObject, name: string): boolean =>
  (input.shape[name] as z.ZodType | undefined)?.safeParse(undefined).success ?? false;

const OneField = ({
  field,
  filled,
  required,
  error,
}: {
  field: FormField;
  filled: Props['filled'];
  required: boolean;
  error: (name: string) => string | undefined;
}) => {
  const { name, label, hint } = field;
  const basics = { name, label, hint, required, error: error(name) };
  const value = filled[name];
  switch (field.kind) {
    case 'money':
      return <MoneyField {...basics} value={value} />;
    case 'day':
      return <DateField {...basics} value={value} />;
    case 'tick':
      return (
        <Checkbox name={name} label={label} hint={hint} error={error(name)} checked={value !== undefined} />
      );
    case 'choice':
      return <Select {...basics} required value={value} options={grouped(field.options)} />;
    case 'number':
    case 'year':
      return <TextField {...basics} value={value} inputmode="numeric" size={8} />;
    default:
      return <ListFields field={field} filled={filled} error={error} />;
  }
};

const ListFields = ({
  field,
  filled,
  error,
}: {
  field: FormField & { kind: 'amounts' | 'groups' };
  filled: Props['filled'];
  error: (name: string) => string | undefined;
}) => {
  const parts = partsOf(field).map((part) => ({ ...part, required: false, error: error(part.name) }));
  if (field.kind === 'amounts')
    return (
      <Fieldset legend={field.label} hint={field.hint ?? error(field.name)}>
        {parts.map((part) => (
          <MoneyField {...part} value={filled[part.name]} />
        ))}
      </Fieldset>
    );
  return (
    <details open={parts.some((part) => filled[part.name] || part.error)}>
      <summary>{field.label}</summary>
      {field.hint && <p class="hint">{field.hint}</p>}
      {field.labels.map((legend, at) => (
        <Fieldset legend={legend}>
          {parts
            .filter((part) => part.group === at)
            .map((part) => (
              <MoneyField {...part} value={filled[part.name]} />
            ))}
        </Fieldset>
      ))}
    </details>
  );
};

type Option = (FormField & { kind: 'choice' })['options'][number];
const grouped = (options: readonly Option[]): (Choice | { label: string; options: Choice[] })[] => [
  ...options.filter((one) => one.group === undefined),
  ...[...new Set(options.flatMap((one) => one.group ?? []))].map((label) => ({
    label,
    options: options.filter((one) => one.group === label),
  })),
];
