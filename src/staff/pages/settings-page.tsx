import type { Child } from 'hono/jsx';
import type { Role } from '../../platform/who.ts';
import { ConsoleLayout, PageHead, Tabs, type FlashMessage, type Frame } from '../../ui/index.ts';

const TABS: { key: string; href: string; label: string; by: Role[] | 'all' }[] = [
  { key: 'network', href: '/settings', label: 'Network', by: 'all' },
  {
    key: 'staff',
    href: '/settings/staff',
    label: 'Staff',
    by: ['owner', 'director', 'coordinator', 'staff'],
  },
  {
    key: 'senders',
    href: '/settings/senders',
    label: 'Senders',
    by: ['owner', 'director', 'coordinator', 'staff'],
  },
  {
    key: 'health',
    href: '/settings/health',
    label: 'Health',
    by: ['owner', 'director', 'coordinator', 'staff'],
  },
  {
    key: 'hours',
    href: '/settings/hours',
    label: 'Hours',
    by: ['owner', 'director', 'coordinator', 'staff'],
  },
  { key: 'keys', href: '/settings/keys', label: 'API keys', by: ['owner'] },
  { key: 'journal', href: '/settings/journal', label: 'Journal', by: ['owner'] },
];

type SettingsPageProps = {
  frame: Frame;
  role: Role;
  tab: 'hours' | 'network' | 'staff' | 'senders' | 'health' | 'keys' | 'journal';
  title: string;
  sub?: Child;
  actions?: Child;
  back?: { href: string; label: string };
  flash?: FlashMessage;
  wide?: boolean;
  children?: Child;
};

/** A page of the settings: the tabs that this role may open, and the page. */
export const SettingsPage = (props: SettingsPageProps) => {
  const { frame, role, tab, title, sub, actions, back, flash, wide, children } = props;
  const open = TABS.filter(({ by }) => by === 'all' || by.includes(role));
  return (
    <ConsoleLayout {...frame} current="settings" title={title} flash={flash} wide={wide} back={back}>
      <PageHead title={title} sub={sub} actions={actions} />
      {!back && open.length > 1 && (
        <Tabs
          label="Settings"
          items={open.map(({ key, href, label }) => ({ href, label, current: key === tab }))}
        />
      )}
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
