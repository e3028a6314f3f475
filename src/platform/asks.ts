/** The details of an entry that a body of rules may ask for; a state asks by these names in its own folder. */
export type Detail =
  | 'time'
  | 'behalf'
  | 'subject'
  | 'issue_areas'
  | 'reach'
  | 'payment'
  | 'officials'
  | 'event'
  | 'share'
  | 'contribution'
  | 'tax'
  | 'living';
/** Why each detail is asked, in words that end "Asked because …". */
export type Asks = Partial<Record<Detail, string>>;
