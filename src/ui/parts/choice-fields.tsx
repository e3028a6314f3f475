import type { Child } from 'hono/jsx';
import { classes } from '../tone.ts';
import { Field, FieldNotes, fieldId, wire, type FieldBasics } from './field.tsx';

export type Choice = { value: string; label: string; hint?: Child; disabled?: boolean };
export type ChoiceGroup = { label: string; options: Choice[] };

type SelectProps = FieldBasics & {
  options: (Choice | ChoiceGroup)[];
  value?: string | null;
  /** The first, empty choice: "Choose a region". */
  prompt?: string;
  autofocus?: boolean;
  /** Label for listeners only, where the place and the prompt name it. */
  quiet?: boolean;
};

/** One of a known list, closed until opened. */
export const Select = (props: SelectProps) => {
  const { options, value, prompt, autofocus, ...basics } = props;
  return (
    <Field
      {...basics}
      control={(given) => (
        <select {...given} class="input" autofocus={autofocus}>
          {prompt != null && <option value="">{prompt}</option>}
          {options.map((option) =>
            'options' in option ? (
              <optgroup label={option.label}>
                {option.options.map((one) => (
                  <Option option={one} chosen={value} />
                ))}
              </optgroup>
            ) : (
              <Option option={option} chosen={value} />
            ),
          )}
        </select>
      )}
    />
  );
};

const Option = ({ option, chosen }: { option: Choice; chosen?: string | null }) => (
  <option value={option.value} selected={option.value === chosen} disabled={option.disabled}>
    {option.label}
  </option>
);

type CheckboxProps = Omit<FieldBasics, 'required'> & { value?: string; checked?: boolean };

/** One yes or no. Leaving it empty is an answer too, so it is never required. */
export const Checkbox = ({ value = '1', checked, ...basics }: CheckboxProps) => {
  const given = wire({ ...basics, required: false });
  return (
    <div class={classes('field', basics.error && 'wrong')}>
      <label class="choice">
        <input {...given} type="checkbox" value={value} checked={checked} />
        <span>{basics.label}</span>
      </label>
      <FieldNotes {...basics} />
    </div>
  );
};

type RadiosProps = FieldBasics & { options: Choice[]; value?: string | null };

/** One of a few, all seen. The first takes the field's id, so an error summary lands on it. */
export const Radios = ({ options, value, ...basics }: RadiosProps) => (
  <ChoiceSet type="radio" options={options} chosen={value == null ? [] : [value]} {...basics} />
);

type CheckboxesProps = FieldBasics & {
  options: Choice[];
  values?: string[];
  /** Beside each other where there is room: many short labels. */
  across?: boolean;
};

/** Any of a few, all seen. */
export const Checkboxes = ({ options, values = [], ...basics }: CheckboxesProps) => (
  <ChoiceSet type="checkbox" options={options} chosen={values} {...basics} />
);

type ChoiceSetProps = FieldBasics & {
  type: 'radio' | 'checkbox';
  options: Choice[];
  chosen: string[];
  across?: boolean;
};

const ChoiceSet = ({ type, options, chosen, across, ...basics }: ChoiceSetProps) => {
  const given = wire(basics);
  return (
    <fieldset class={classes('field', basics.error && 'wrong')} aria-describedby={given['aria-describedby']}>
      <legend>
        {basics.label}
        {basics.required === false && <span class="soft"> (optional)</span>}
      </legend>
      <FieldNotes {...basics} />
      <div class={classes('choices', across && 'across')}>
        {options.map((option, place) => {
          const id = place === 0 ? fieldId(basics.name) : `${fieldId(basics.name)}-${place + 1}`;
          return (
            <label class="choice">
              <input
                id={id}
                type={type}
                name={basics.name}
                value={option.value}
                checked={chosen.includes(option.value)}
                disabled={option.disabled}
                required={type === 'radio' && basics.required !== false}
                aria-invalid={basics.error ? 'true' : undefined}
                aria-describedby={option.hint == null ? undefined : `${id}-note`}
              />
              <span>
                {option.label}
                {option.hint != null && (
                  <span class="choice-note" id={`${id}-note`}>
                    {option.hint}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
};
