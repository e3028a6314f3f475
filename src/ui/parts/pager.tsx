type PagerProps = {
  next?: string | null;
  prev?: string | null;
  /** How many rows this page shows. */
  shown: number;
  /** How many there are in all, where it is known. */
  total?: number | null;
};

/** Where in a long list the reader is, and the ways on. */
export const Pager = ({ next, prev, shown, total }: PagerProps) => (
  <nav class="pager" aria-label="Pages">
    <span class="soft">{total == null ? `${shown} shown` : `${shown} of ${total}`}</span>
    <span class="acts">
      {prev && (
        <a class="button" href={prev} rel="prev">
          Earlier
        </a>
      )}
      {next && (
        <a class="button" href={next} rel="next">
          Next
        </a>
      )}
    </span>
  </nav>
);
