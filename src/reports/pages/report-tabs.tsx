import { Tabs } from '../../ui/index.ts';

/** The reports there are, by the address of each. */
export const REPORT_TABS = { communications: '/reports', surveys: '/reports/surveys' } as const;

/** Leads from one report to the other. */
export const ReportTabs = ({ current }: { current: string }) => (
  <Tabs
    label="Reports"
    items={[
      {
        label: 'Communications',
        href: REPORT_TABS.communications,
        current: current === REPORT_TABS.communications,
      },
      { label: 'Before and after', href: REPORT_TABS.surveys, current: current === REPORT_TABS.surveys },
    ]}
  />
);
