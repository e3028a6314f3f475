import type { Child } from 'hono/jsx';
import { Flash, type FlashMessage } from '../parts/flash.tsx';
import { Mark } from '../parts/mark.tsx';
import { Document } from './document.tsx';

type PlainLayoutProps = {
  title: string;
  network: string;
  flash?: FlashMessage | null;
  children?: Child;
};

/** A page outside the console: sign-in, errors, a single question. One centred column, no script. */
export const PlainLayout = ({ title, network, flash, children }: PlainLayoutProps) => (
  <Document title={title} network={network} kind="plain" styles={['/member.css']}>
    <header class="letterhead">
      <Mark />
      <span>{network}</span>
    </header>
    <main id="main" class="sheet">
      {flash && <Flash {...flash} />}
      {children}
    </main>
  </Document>
);
