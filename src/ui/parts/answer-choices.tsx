import type { Child } from 'hono/jsx';
import type { Choice } from './choice-fields.tsx';
import { HiddenInputs } from './form.tsx';

type AnswerChoicesProps = {
  action: string;
  /** The name the chosen value travels under. */
  name: string;
  /** The question, when the page's heading does not ask it. */
  question?: string;
  options: Choice[];
  /** The value answered already. */
  chosen?: string | null;
  /** Sent along as they are. */
  hidden?: Record<string, string>;
  csrf?: string;
  token?: string;
  /** What stands below the choices, inside the form. */
  children?: Child;
};

/** A member's answer in one tap: large numbered buttons, each submitting its own value. */
export const AnswerChoices = ({
  action,
  name,
  question,
  options,
  chosen,
  hidden = {},
  csrf,
  token,
  children,
}: AnswerChoicesProps) => (
  <form class="answers" method="post" action={action}>
    <HiddenInputs csrf={csrf} token={token} />
    {Object.entries(hidden).map(([key, value]) => (
      <input type="hidden" name={key} value={value} />
    ))}
    {question && <h2>{question}</h2>}
    {options.map((option) => (
      <button
        class={option.value === chosen ? 'button answer chosen' : 'button answer'}
        type="submit"
        name={name}
        value={option.value}
        disabled={option.disabled}
      >
        <span class="number">{option.value}</span>
        <span>
          {option.label}
          {option.value === chosen && <span class="your-answer">Your answer</span>}
        </span>
      </button>
    ))}
    {children}
  </form>
);
