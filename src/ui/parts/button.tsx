import type { Child } from 'hono/jsx';
import { classes } from '../tone.ts';

/** main: the one act the page asks for. danger: takes something away. quiet: there, without a frame. */
export type ButtonKind = 'main' | 'danger' | 'quiet';

type ButtonProps = {
  kind?: ButtonKind;
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  /** Where this button sends its form, when not to the form's own address. */
  formaction?: string;
  /** Sends the form as it stands, fields left empty included. */
  formnovalidate?: boolean;
  disabled?: boolean;
  /** A fuller name for listeners, beginning with the words seen: "Call Rep. Ada Kestrelman". */
  label?: string;
  /** Text the script copies when pressed; the button shows only where there is script. */
  copies?: string;
  /** The key that presses it where there is script: listed by `?`. */
  shortcut?: string;
  children?: Child;
};

export const Button = ({
  kind,
  type = 'submit',
  label,
  copies,
  shortcut,
  children,
  ...rest
}: ButtonProps) => (
  <button
    class={classes('button', kind, copies != null && 'needs-script')}
    type={copies == null ? type : 'button'}
    aria-label={label}
    data-copy={copies}
    data-key={shortcut}
    aria-keyshortcuts={shortcut}
    {...rest}
  >
    {children}
  </button>
);

type LinkButtonProps = {
  href: string;
  kind?: ButtonKind;
  label?: string;
  download?: boolean;
  children?: Child;
};

/** A link that looks like an act: it goes somewhere and changes nothing. */
export const LinkButton = ({ href, kind, label, download, children }: LinkButtonProps) => (
  <a class={classes('button', kind)} href={href} aria-label={label} download={download ? '' : undefined}>
    {children}
  </a>
);

/** Buttons in a row that wraps. */
export const Acts = ({ children }: { children?: Child }) => <div class="acts">{children}</div>;
