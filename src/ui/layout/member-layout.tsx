import type { Child } from 'hono/jsx';
import { Flash, type FlashMessage } from '../parts/flash.tsx';
import { Mark } from '../parts/mark.tsx';
import { Document } from './document.tsx';

type MemberLayoutProps = {
  title: string;
  network: string;
  /** Whom the page is for, in words: "Ned Harrowgate, Drummond". */
  forName?: string;
  flash?: FlashMessage | null;
  /** True where a button copies a text: loads the one small script of members' pages. */
  copies?: boolean;
  /** The address of a vendor's script that the page loads besides; it must work without. */
  loads?: string | null;
  /** Links and small print at the foot. */
  foot?: Child;
  children?: Child;
};

/** A member's page: one task, useful without script, light enough for an old phone on a weak signal. */
export const MemberLayout = ({
  title,
  network,
  forName,
  flash,
  copies,
  loads,
  foot,
  children,
}: MemberLayoutProps) => (
  <Document
    title={title}
    network={network}
    kind="member"
    styles={['/member.css']}
    scripts={[copies && '/member.js', loads].filter((one) => typeof one === 'string')}
  >
    <header class="letterhead">
      <Mark />
      <span>
        {network}
        {forName && <span class="soft">, for {forName}</span>}
      </span>
    </header>
    <main id="main" class="sheet">
      {flash && <Flash {...flash} />}
      {children}
    </main>
    {foot && <footer class="foot">{foot}</footer>}
  </Document>
);
