import type { Child } from 'hono/jsx';
import { kept } from './kept.tsx';

/** A list of things to read one under the other. */
export const Rows = ({ label, children }: { label?: string; children?: Child }) => (
  <ul class="rows" aria-label={label}>
    {children}
  </ul>
);

type RowProps = {
  title: Child;
  /** Makes the title the link to the thing itself. */
  href?: string;
  /** The link's id: a list that is drawn again gives the focus back to it. */
  id?: string;
  /** Quiet words after the title: a place, a role. */
  beside?: Child;
  tags?: Child;
  /** What stands at the right: a time, a count, one act. */
  end?: Child;
  children?: Child;
};

/** One thing of the list: its name, what is beside it, a line of text, and what stands at the end. */
export const Row = ({ title, href, id, beside, tags, end, children }: RowProps) => (
  <li>
    <div>
      <p class="row-title">
        <strong>
          {href ? (
            <a href={href} id={id}>
              {title}
            </a>
          ) : (
            title
          )}
        </strong>
        {beside && <span class="soft"> {kept(beside)}</span>}
        {tags && (
          <>
            {' '}
            <span class="tags">{tags}</span>
          </>
        )}
      </p>
      {children && <div class="row-text">{kept(children)}</div>}
    </div>
    {end && <div class="row-end">{end}</div>}
  </li>
);
