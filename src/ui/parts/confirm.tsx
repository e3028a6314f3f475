import type { Child } from 'hono/jsx';
import { Button, LinkButton, type ButtonKind } from './button.tsx';
import { Form } from './form.tsx';

type ConfirmPanelProps = {
  question: string;
  /** What will happen, in numbers where there are any. */
  consequence: Child;
  action: string;
  /** The act itself: "Send to 212 members". */
  label: string;
  cancelHref: string;
  cancelLabel?: string;
  kind?: ButtonKind;
  csrf?: string;
  token?: string;
  /** Further fields of the form: a reason, a hash. */
  children?: Child;
};

/** Asks once more before an act, by saying what it will do. */
export const ConfirmPanel = (props: ConfirmPanelProps) => {
  const { question, consequence, action, label, cancelHref, cancelLabel = 'Go back', kind = 'main' } = props;
  return (
    <section class="section confirm" aria-labelledby="confirm-question">
      <h2 id="confirm-question">{question}</h2>
      <div class="consequence">{consequence}</div>
      <Form action={action} csrf={props.csrf} token={props.token}>
        {props.children}
        <div class="acts">
          <Button kind={kind}>{label}</Button>
          <LinkButton href={cancelHref}>{cancelLabel}</LinkButton>
        </div>
      </Form>
    </section>
  );
};

type ConfirmInPlaceProps = {
  /** What the closed button says: "Cancel this alert". It does nothing yet, so it never alarms. */
  opens: string;
  /** Of the button that does it. */
  kind?: ButtonKind;
  consequence: Child;
  action: string;
  label: string;
  csrf?: string;
  token?: string;
  children?: Child;
};

/** The same question without leaving the page: a button that opens to what it will do. Needs no script. */
export const ConfirmInPlace = ({
  opens,
  kind,
  consequence,
  action,
  label,
  csrf,
  token,
  children,
}: ConfirmInPlaceProps) => (
  <details class="confirm-in-place">
    <summary class="button">{opens}</summary>
    <div class="confirm">
      <div class="consequence">{consequence}</div>
      <Form action={action} csrf={csrf} token={token}>
        {children}
        <div class="acts">
          <Button kind={kind === 'danger' ? 'danger' : 'main'}>{label}</Button>
        </div>
      </Form>
    </div>
  </details>
);
