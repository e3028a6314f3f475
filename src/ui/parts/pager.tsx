type PagerProps = {
  next?: string | null;
  prev?: string | null;
  /** How many rows this page shows. */
  shown: number;
  /** How many there are in all, where it is known. */
  total?: number | null;
  /** The list's name, where a page has several. */
  of?: string;
};

/** Where in a long list the reader is, and the ways on. A place to go only where there is a way. */
export const Pager = ({ next, prev, shown, total, of }: PagerProps) => {
  const words = <span class="soft">{total == null ? `${shown} shown` : `${shown} of ${total}`}</span>;
  if (!next && !prev) return shown === 0 ? null : <p class="pager">{words}</p>;
  return (
    <nav class="pager" aria-label={of ? `Pages of ${of}` : 'Pages'}>
      {words}
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
};
