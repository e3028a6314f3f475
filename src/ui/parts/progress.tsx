import type { Child } from 'hono/jsx';

type ProgressProps = {
  value: number;
  max: number;
  label: string;
  /** The same in words, below: "180 of 212 out, about 2 minutes to go". */
  text?: Child;
};

/** How much of a known amount is done. */
export const Progress = ({ value, max, label, text }: ProgressProps) => (
  <div class="progress">
    <progress value={value} max={Math.max(max, 1)} aria-label={label}>
      {value} of {max}
    </progress>
    {text && <p class="small soft">{text}</p>}
  </div>
);
