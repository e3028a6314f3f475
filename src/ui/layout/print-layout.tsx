import type { Child } from 'hono/jsx';
import { Document } from './document.tsx';

type PrintLayoutProps = {
  title: string;
  network: string;
  /** Where the screen's "Back" goes. */
  back: { href: string; label: string };
  /** A line repeated small under the title: who filed, for which period, the copy's hash. */
  sub?: Child;
  /** Loads the sheet of boards of seats, which few pages need. */
  board?: boolean;
  children?: Child;
};

/** A document to print or keep: filings and reports. Set in serif, nothing around it on paper. */
export const PrintLayout = ({ title, network, back, sub, board, children }: PrintLayoutProps) => (
  <Document
    title={title}
    network={network}
    kind="paper"
    styles={['/app.css', '/paper.css', ...(board ? ['/board.css'] : [])]}
    scripts={['/app.js']}
  >
    <header class="paper-tools">
      <a href={back.href}>{back.label}</a>
      <button class="button needs-script" type="button" data-print>
        Print
      </button>
    </header>
    <main id="main" class="sheet-of-paper">
      <header class="paper-head">
        <p class="small">{network}</p>
        <h1>{title}</h1>
        {sub && <p class="soft">{sub}</p>}
      </header>
      {children}
    </main>
  </Document>
);
