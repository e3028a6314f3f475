import type { ComparedLine, Run } from '../compare-words.ts';

const Piece = ({ kind, text }: Run) => {
  if (kind === 'added')
    return (
      <ins>
        <span class="hidden">Added: </span>
        {text}
      </ins>
    );
  if (kind === 'removed')
    return (
      <del>
        <span class="hidden">Removed: </span>
        {text}
      </del>
    );
  return <>{text}</>;
};

/** What was added and removed, in reading order; listeners hear "Added" and "Removed" before the words. */
export const Compared = ({ lines }: { lines: readonly ComparedLine[] }) => (
  <div class="compared">
    {lines.map((line) => (
      <p>
        {line.map((run) => (
          <Piece {...run} />
        ))}
      </p>
    ))}
  </div>
);
