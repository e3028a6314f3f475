/** What a regime makes of an activity: its class, whether it counts in the report, and why. */
export interface Classed {
  class: string;
  counts: boolean;
  ruleId: string;
  ruleVersion: string;
  reason: string;
}
