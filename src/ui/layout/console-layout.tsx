import type { Child } from 'hono/jsx';
import { Flash, type FlashMessage } from '../parts/flash.tsx';
import { HiddenInputs } from '../parts/form.tsx';
import { KeyHints } from '../parts/key-hints.tsx';
import { Mark } from '../parts/mark.tsx';
import { Document } from './document.tsx';
import { navKeys } from './nav-keys.ts';

export type NavItem = {
  key: string;
  label: string;
  href: string;
  /** Few words beside the label: "2 out", "7". */
  badge?: string | number | null;
};

type ConsoleLayoutProps = {
  title: string;
  network: string;
  nav: NavItem[];
  /** The `key` of the nav item this page belongs to. */
  current?: string;
  person: { name: string; role: string } | null;
  flash?: FlashMessage | null;
  csrf?: string;
  /** The day, in words; stands on paper beside the network's name. */
  today?: string;
  /** Lets the page use the whole width: wide tables, boards. */
  wide?: boolean;
  /** Loads the sheet of boards of seats, which few pages need. */
  board?: boolean;
  /** A link one step up, shown above the page. */
  back?: { href: string; label: string };
  children?: Child;
};

const ON_THE_BAR = 4;

/**
 * A signed-in page: the network's name, the main navigation, who is signed in, and the page itself.
 * On a phone the first four places stand on a bar at the bottom, the rest behind "More".
 */
export const ConsoleLayout = (props: ConsoleLayoutProps) => {
  const { title, network, nav, current, person, flash, csrf, today, wide, board, back, children } = props;
  const rest = nav.slice(ON_THE_BAR);
  const inRest = rest.some((item) => item.key === current);
  const keys = navKeys(nav.map((item) => item.label));
  return (
    <Document
      title={title}
      network={network}
      kind="console"
      styles={['/app.css', ...(board ? ['/board.css'] : [])]}
      scripts={['/app.js', '/htmx.min.js']}
    >
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <header class="side">
        <a class="network" href="/">
          <Mark />
          <span>{network}</span>
        </a>
        {today && <p class="printed">Printed {today}</p>}
        <nav aria-label="Main">
          <ul class="nav">
            {nav.map((item, place) => (
              <li class={place >= ON_THE_BAR ? 'rest' : undefined}>
                <NavLink item={item} here={item.key === current} goes={keys[place]} />
              </li>
            ))}
            {(rest.length > 0 || person) && (
              <li class="more">
                <details>
                  <summary class={inRest ? 'here' : undefined}>More</summary>
                  <div class="more-panel">
                    <ul>
                      {rest.map((item) => (
                        <li>
                          <NavLink item={item} here={item.key === current} />
                        </li>
                      ))}
                    </ul>
                    {person && <SignedIn person={person} csrf={csrf} />}
                  </div>
                </details>
              </li>
            )}
          </ul>
        </nav>
        {person && <SignedIn person={person} csrf={csrf} />}
      </header>
      <main id="main" class={wide ? 'page wide' : 'page'} tabindex={-1}>
        {flash && <Flash {...flash} />}
        {back && (
          <p class="back">
            <a href={back.href}>{back.label}</a>
          </p>
        )}
        {children}
      </main>
      <KeyHints
        places={nav.map((item, place) => ({ label: item.label, key: keys[place] }))}
        inbox={current === 'inbox'}
      />
    </Document>
  );
};

const NavLink = ({ item, here, goes }: { item: NavItem; here: boolean; goes?: string }) => (
  <a href={item.href} aria-current={here ? 'page' : undefined} data-go={goes}>
    <span>{item.label}</span>
    {item.badge != null && item.badge !== '' && (
      <>
        {' '}
        <span class="badge">{item.badge}</span>
      </>
    )}
  </a>
);

const SignedIn = ({ person, csrf }: { person: { name: string; role: string }; csrf?: string }) => (
  <div class="signed-in">
    <p>
      <strong>{person.name}</strong>
      <br />
      <span class="soft">{person.role}</span>
    </p>
    <form method="post" action="/sign-out">
      <HiddenInputs csrf={csrf} />
      <button class="button quiet" type="submit">
        Sign out
      </button>
      <button class="button quiet needs-script" type="button" data-opens="keys">
        Keys
      </button>
    </form>
  </div>
);
