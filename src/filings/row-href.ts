const PAGES: Record<string, (id: string) => string> = {
  activity: (id) => `/log/activities/${id}`,
  expense: (id) => `/log/expenses/${id}`,
  contact_report: (id) => `/log/contacts/${id}`,
  compensation: () => '/log/pay',
  dues: () => '/log/dues',
};

/** Where a row of the log is looked up and mended. Pay and dues have no page of their own: their lists have the acts. */
export const rowHref = ({ kind, id }: { kind: string; id: string }): string => PAGES[kind]?.(id) ?? '/log';
