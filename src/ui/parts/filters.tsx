import type { Child } from 'hono/jsx';

type FiltersProps = {
  action: string;
  label?: string;
  /** Where "Show all" goes, when something is filtered. */
  clearHref?: string | null;
  button?: string;
  children?: Child;
};

/** A narrowing of a list: a GET form, so that the result has an address. */
export const Filters = ({
  action,
  label = 'Narrow the list',
  clearHref,
  button = 'Show',
  children,
}: FiltersProps) => (
  <form class="filters" action={action} method="get" aria-label={label}>
    {children}
    <div class="acts">
      <button class="button" type="submit">
        {button}
      </button>
      {clearHref && (
        <a class="button quiet" href={clearHref}>
          Show all
        </a>
      )}
    </div>
  </form>
);
