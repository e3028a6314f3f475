import type { Child } from 'hono/jsx';

export type Step = { key: string; label: string; note?: Child };

type StepsProps = {
  label: string;
  steps: Step[];
  /** The `key` of the step the thing is at. */
  current: string;
  /** The thing stopped here and goes no further by itself: paused, halted, cancelled. */
  stopped?: boolean;
};

/** How far a thing has come on a known path: draft, proposed, approved, sending, open, closed. */
export const Steps = ({ label, steps, current, stopped }: StepsProps) => {
  const at = steps.findIndex((step) => step.key === current);
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, place) => (
        <li
          class={place < at ? 'past' : place === at ? (stopped ? 'now stopped' : 'now') : undefined}
          aria-current={place === at ? 'step' : undefined}
        >
          <span class="step-label">
            {step.label}
            <span class="hidden">{place < at ? ' (done)' : place > at ? ' (to come)' : ''}</span>
          </span>
          {step.note && <span class="step-note">{step.note}</span>}
        </li>
      ))}
    </ol>
  );
};
