import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

type DocumentProps = {
  title: string;
  network: string;
  /** Style sheets after base.css, by address. */
  styles: string[];
  /** Scripts of ours, by address; every page must work without them. */
  scripts?: string[];
  /** A class on body, for what only this kind of page does. */
  kind: string;
  children?: Child;
};

/** The whole HTML document around a page: head, icons, sheets, scripts. Nothing inline, so a strict policy holds. */
export const Document = ({ title, network, styles, scripts = [], kind, children }: DocumentProps) => (
  <>
    {raw('<!doctype html>\n')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{title === network ? title : `${title} | ${network}`}</title>
        <meta name="description" content={`Alerts, answers and talking points of ${network}.`} />
        <meta name="robots" content="noindex, nofollow" />
        {/* Not no-referrer: that makes browsers send "Origin: null" with our own forms. */}
        <meta name="referrer" content="same-origin" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/base.css" />
        {styles.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {scripts.includes('/htmx.min.js') && (
          <meta name="htmx-config" content='{"includeIndicatorCSS":false}' />
        )}
        {scripts.map((src) => (
          <script src={src} defer></script>
        ))}
      </head>
      <body class={kind}>{children}</body>
    </html>
  </>
);
