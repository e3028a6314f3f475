type WhenProps = {
  /** The instant or date, machine-readable. */
  iso: string;
  /** How people read it here: "Wednesday 3:00 pm", "12 min". */
  text: string;
  /** The long form, for a pointer resting on a short one. */
  title?: string;
};

/** A moment in words, with the exact one beneath. */
export const When = ({ iso, text, title }: WhenProps) => (
  <time datetime={iso} title={title}>
    {text}
  </time>
);
