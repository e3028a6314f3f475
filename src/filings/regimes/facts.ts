import type { LocalDate } from '../../platform/days.ts';
import type { FactRow } from './regime.ts';

/** The decision in force on a day: the newest that begins by then. @param facts newest first */
export const factOn = (
  facts: readonly FactRow[] | undefined,
  key: string,
  on: LocalDate,
): FactRow | undefined => facts?.find((one) => one.key === key && one.fromOn <= on);
