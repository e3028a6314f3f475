import type { Child } from 'hono/jsx';
import { classes } from '../tone.ts';

export type FieldBasics = {
  label: string;
  name: string;
  hint?: Child;
  /** What is wrong and what to do; shown beside the field and tied to it. */
  error?: string | null;
  /** Fields are required unless told; the others say "optional". */
  required?: boolean;
};

/** The attributes a control takes so that its label, hint and error are tied to it. */
export type Wire = {
  id: string;
  name: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
};

/** The id of a field's control, which an error summary links to. */
export const fieldId = (name: string): string => `field-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;

/** The attributes for the control of a field. */
export const wire = ({ name, hint, error, required = true }: FieldBasics): Wire => {
  const id = fieldId(name);
  const described = classes(hint != null && `${id}-hint`, error && `${id}-error`);
  return {
    id,
    name,
    required: required || undefined,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? 'true' : undefined,
  };
};

type FieldProps = FieldBasics & {
  /** Label for listeners only, where the place already names it. */
  quiet?: boolean;
  /** Draws the control with the attributes it is given. */
  control: (wire: Wire) => Child;
  children?: Child;
};

/** One question of a form: label, hint, error and control, tied together by ids. */
export const Field = ({ quiet, control, children, ...basics }: FieldProps) => (
  <div class={classes('field', basics.error && 'wrong')}>
    <label for={fieldId(basics.name)} class={quiet ? 'hidden' : undefined}>
      {basics.label}
      {basics.required === false && !quiet && <span class="soft"> (optional)</span>}
    </label>
    <FieldNotes {...basics} />
    {control(wire(basics))}
    {children}
  </div>
);

/** The hint and the error of a field, with the ids its control points to. */
export const FieldNotes = ({ name, hint, error }: Pick<FieldBasics, 'name' | 'hint' | 'error'>) => (
  <>
    {hint != null && (
      <p class="hint" id={`${fieldId(name)}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="error" id={`${fieldId(name)}-error`}>
        <span class="hidden">Problem: </span>
        {error}
      </p>
    )}
  </>
);
