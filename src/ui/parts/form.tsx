import type { Child } from 'hono/jsx';
import { KEEP_ON_TROUBLE } from './live.tsx';

type HiddenInputsProps = { csrf?: string; token?: string };

/** The inputs every writing form carries: the forgery guard and the key that makes a double submit one act. */
export const HiddenInputs = ({ csrf, token }: HiddenInputsProps) => (
  <>
    {csrf && <input type="hidden" name="csrf" value={csrf} />}
    {token && <input type="hidden" name="idempotency_key" value={token} />}
  </>
);

type FormProps = {
  action: string;
  method?: 'post' | 'get';
  csrf?: string;
  /** The idempotency key, made once per shown form. */
  token?: string;
  /** Sends files. */
  files?: boolean;
  id?: string;
  /** The form's name for listeners, when no heading names it. */
  label?: string;
  /** Where there is script, each change is sent to `href`, and its answer stands in the part with the id `into`. */
  live?: { href: string; into: string };
  children?: Child;
};

export const Form = ({
  action,
  method = 'post',
  csrf,
  token,
  files,
  id,
  label,
  live,
  children,
}: FormProps) => (
  <form
    class="form"
    id={id}
    action={action}
    method={method}
    enctype={files ? 'multipart/form-data' : undefined}
    aria-label={label}
    novalidate={method === 'post'}
    {...(live && {
      'hx-post': live.href,
      'hx-trigger': 'input delay:400ms',
      'hx-target': `#${live.into}`,
      'hx-swap': 'innerHTML',
      ...KEEP_ON_TROUBLE,
    })}
  >
    <HiddenInputs csrf={csrf} token={token} />
    {children}
  </form>
);

type FieldsetProps = { legend: string; hint?: Child; children?: Child };

/** Fields that belong together under one name. */
export const Fieldset = ({ legend, hint, children }: FieldsetProps) => (
  <fieldset class="fieldset">
    <legend>{legend}</legend>
    {hint && <p class="hint">{hint}</p>}
    {children}
  </fieldset>
);
