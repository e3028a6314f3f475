import { Field, fieldId, type FieldBasics } from './field.tsx';

type TextFieldProps = FieldBasics & {
  value?: string | number | null;
  type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'password';
  /** The browser's name for the value: "email", "one-time-code". */
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  maxlength?: number;
  /** How long an answer is: a number of characters the box shows. */
  size?: number;
  autofocus?: boolean;
  spellcheck?: boolean;
  list?: string;
};

/** One line of text. */
export const TextField = (props: TextFieldProps) => {
  const {
    value,
    type = 'text',
    size,
    autocomplete,
    inputmode,
    maxlength,
    autofocus,
    spellcheck,
    list,
  } = props;
  return (
    <Field
      {...basicsOf(props)}
      control={(wire) => (
        <input
          {...wire}
          class="input"
          type={type}
          value={value ?? undefined}
          size={size}
          autocomplete={autocomplete}
          inputmode={inputmode}
          maxlength={maxlength}
          autofocus={autofocus}
          spellcheck={spellcheck}
          list={list}
        />
      )}
    />
  );
};

type TextAreaProps = FieldBasics & {
  value?: string | null;
  rows?: number;
  maxlength?: number;
  /**
   * An address that answers a sentence about the text ("143 characters, 1 segment") to a POST of this
   * form. The sentence known when the page was made stands there until then.
   */
  counter?: { href: string; text: string };
};

/** Several lines of text, with an optional live count below. */
export const TextArea = (props: TextAreaProps) => {
  const { value, rows = 5, maxlength, counter } = props;
  return (
    <Field
      {...basicsOf(props)}
      control={(wire) => (
        <textarea {...wire} class="input" rows={rows} maxlength={maxlength} data-counter={counter?.href}>
          {value ?? ''}
        </textarea>
      )}
    >
      {counter && (
        <output class="hint" for={fieldId(props.name)} aria-live="polite">
          {counter.text}
        </output>
      )}
    </Field>
  );
};

type MoneyFieldProps = FieldBasics & {
  /** Dollars as typed or as kept: "3182.40". */
  value?: string | null;
  autofocus?: boolean;
};

/** An amount in dollars, typed; the server reads it into cents. */
export const MoneyField = (props: MoneyFieldProps) => (
  <Field
    {...basicsOf(props)}
    control={(wire) => (
      <span class="money-input">
        <span aria-hidden="true">$</span>
        <input
          {...wire}
          class="input"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          size={12}
          value={props.value ?? undefined}
          autofocus={props.autofocus}
        />
      </span>
    )}
  />
);

type DateFieldProps = FieldBasics & { value?: string | null; min?: string; max?: string };

/** A date; values are YYYY-MM-DD. */
export const DateField = (props: DateFieldProps) => (
  <Field
    {...basicsOf(props)}
    control={(wire) => (
      <input
        {...wire}
        class="input short"
        type="date"
        value={props.value ?? undefined}
        min={props.min}
        max={props.max}
      />
    )}
  />
);

/** A time of day; values are HH:MM. */
export const TimeField = (props: FieldBasics & { value?: string | null }) => (
  <Field
    {...basicsOf(props)}
    control={(wire) => <input {...wire} class="input short" type="time" value={props.value ?? undefined} />}
  />
);

/** A file to send; its form needs `files`. */
export const FileField = (props: FieldBasics & { accept?: string }) => (
  <Field
    {...basicsOf(props)}
    control={(wire) => <input {...wire} class="input file" type="file" accept={props.accept} />}
  />
);

type SearchFieldProps = {
  label: string;
  name?: string;
  value?: string | null;
  hint?: string;
  /** Null where the form around has its own. */ button?: string | null;
};

/** A search box with its button; `/` puts the cursor here. */
export const SearchField = ({ label, name = 'q', value, hint, button = 'Search' }: SearchFieldProps) => (
  <div class="search" role="search">
    <Field
      label={label}
      name={name}
      hint={hint}
      required={false}
      quiet
      control={(wire) => (
        <input
          {...wire}
          class="input"
          type="search"
          value={value ?? undefined}
          placeholder={label}
          autocomplete="off"
        />
      )}
    />
    {button && (
      <button class="button" type="submit">
        {button}
      </button>
    )}
  </div>
);

const basicsOf = ({ label, name, hint, error, required }: FieldBasics): FieldBasics => ({
  label,
  name,
  hint,
  error,
  required,
});
