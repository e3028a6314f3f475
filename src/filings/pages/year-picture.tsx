import { daysBetween, showShortDay } from '../../platform/days.ts';
import type { ObligationView } from '../list-obligations.ts';
import { isOwed } from './words.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const at = (year: number, date: string) =>
  `${((100 * daysBetween(`${year}-01-01`, date)) / daysBetween(`${year}-01-01`, `${year + 1}-01-01`)).toFixed(2)}%`;

/** The year as a line, with a mark for each due date and one for today. The table below it says the same. */
export const YearPicture = ({
  year,
  today,
  items,
}: {
  year: number;
  today: string;
  items: ObligationView[];
}) => {
  const owed = items.filter((one) => isOwed(one.state));
  const next = owed[0];
  const label = `Due dates of ${year}: ${items.length} in all, ${owed.length} still to file${next ? `, the next on ${showShortDay(next.dueOn)}` : ''}.`;
  return (
    <figure class="gauge">
      <svg width="100%" height="56" role="img" aria-label={label}>
        <rect class="track" y="18" width="100%" height="4" rx="2" />
        {MONTHS.map((name, index) => {
          const x = at(year, `${year}-${String(index + 1).padStart(2, '0')}-01`);
          return (
            <>
              <rect class="track" x={x} y="12" width="1" height="16" />
              <text class="axis" x={x} y="48" dx="2">
                {index % 3 === 0 ? name : ''}
              </text>
            </>
          );
        })}
        {today.startsWith(String(year)) && (
          <rect class="threshold" x={at(year, today)} y="4" width="2" height="32" />
        )}
        {items.map((one) => (
          <circle
            class={
              isOwed(one.state)
                ? 'tone-warn'
                : one.state === 'not_triggered'
                  ? 'tone-undecided'
                  : 'tone-accent'
            }
            cx={at(year, one.dueOn)}
            cy="20"
            r="6"
          />
        ))}
      </svg>
      <figcaption class="small">{label}</figcaption>
    </figure>
  );
};
