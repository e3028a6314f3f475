import type { Child } from 'hono/jsx';
import { ConsoleLayout, PageHead, type FlashMessage, type Frame } from '../../ui/index.ts';

type SettingsPageProps = {
  frame: Frame;
  title: string;
  sub?: Child;
  actions?: Child;
  /** The page above this one, where that is not the list of all settings. */
  back?: { href: string; label: string };
  flash?: FlashMessage;
  wide?: boolean;
  children?: Child;
};

const SETTINGS = { href: '/settings', label: 'Settings' };

/** A page of the settings: each leads back to the one above it. */
export const SettingsPage = (props: SettingsPageProps) => {
  const { frame, title, sub, actions, back = SETTINGS, flash, wide, children } = props;
  return (
    <ConsoleLayout {...frame} current="settings" title={title} flash={flash} wide={wide} back={back}>
      <PageHead title={title} sub={sub} actions={actions} />
      {children}
    </ConsoleLayout>
  );
};

/** What the last act did, by the code in the address. */
export const flashOf = (
  texts: Record<string, string>,
  code: string | undefined,
): FlashMessage | undefined => {
  const text = code === undefined ? undefined : texts[code];
  return text === undefined ? undefined : { kind: code === 'unsent' ? 'warn' : 'done', text };
};

/** The problems of a form as the summary above it lists them. */
export const summaryOf = (labels: Record<string, string>, errors: Record<string, string>) =>
  Object.entries(errors).map(([name, message]) => ({ name, label: labels[name] ?? name, message }));
