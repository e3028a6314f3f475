export type TabItem = { href: string; label: string; current?: boolean; count?: number | string | null };

/** Views of one thing, each with its own address. */
export const Tabs = ({ label, items }: { label: string; items: TabItem[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count != null && <span class="badge"> {item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
