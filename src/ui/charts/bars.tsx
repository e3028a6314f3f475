import type { Child } from 'hono/jsx';
import type { Tone } from '../tone.ts';
import { share } from './share.ts';

export type BarRow = {
  label: string;
  href?: string;
  value: number;
  /** The row's own whole; without it bars are measured against the longest. */
  of?: number;
  /** What stands at the end in place of the number: "7 of 11". */
  text?: Child;
  /** A further column: a name, a phone, an act. */
  beside?: Child;
  tone?: Tone;
};

type BarsProps = {
  /** The table's name, for listeners. */
  label: string;
  /** Heads of the columns: what rows are, what bars show, what the number is, what stands beside. */
  heads: [string, string, string, string?];
  rows: BarRow[];
};

/**
 * A bar for each of several things. It is a table, so it needs no other text; the roles are written out
 * because a narrow place lays each row out in two lines.
 */
export const Bars = ({ label, heads, rows }: BarsProps) => {
  const longest = Math.max(1, ...rows.map((row) => row.value));
  const [what, shown, number, beside] = heads;
  return (
    <div class="bars">
      <table role="table">
        <caption class="hidden">{label}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {what}
            </th>
            <th role="columnheader" scope="col" class="bars-bar">
              {shown}
            </th>
            <th role="columnheader" scope="col" class="end">
              {number}
            </th>
            {beside != null && (
              <th role="columnheader" scope="col" class="end">
                {beside}
              </th>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row">
              <th role="rowheader" scope="row">
                {row.href ? <a href={row.href}>{row.label}</a> : row.label}
              </th>
              <td role="cell" class="bars-bar">
                <svg
                  class="bar"
                  width="100%"
                  height="12"
                  role="img"
                  aria-label={`${row.value} of ${row.of ?? longest}`}
                >
                  <rect
                    class={`tone-${row.tone ?? 'accent'}`}
                    width={share(row.value, row.of ?? longest)}
                    height="12"
                  />
                </svg>
              </td>
              <td role="cell" class="end">
                {row.text ?? row.value}
              </td>
              {beside != null && (
                <td role="cell" class="end">
                  {row.beside}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
