import { Tabs } from '../../ui/index.ts';

export type PeopleTab = 'members' | 'imports' | 'districts' | 'organizations' | 'closed';

const TABS: { key: PeopleTab; href: string; label: string }[] = [
  { key: 'members', href: '/members', label: 'Members' },
  { key: 'imports', href: '/members/imports', label: 'Imports' },
  { key: 'districts', href: '/members/districts', label: 'Districts' },
  { key: 'organizations', href: '/members/organizations', label: 'Organizations' },
  { key: 'closed', href: '/members/suppressions', label: 'Do not contact' },
];

/** The lists that belong to people. A regional president has the members and districts only. */
export const PeopleTabs = ({ at, few }: { at: PeopleTab; few?: boolean }) => (
  <Tabs
    label="People"
    items={TABS.filter(({ key }) => !few || key === 'members' || key === 'districts').map(
      ({ key, href, label }) => ({
        href,
        label,
        current: key === at,
      }),
    )}
  />
);
