import type { Child } from 'hono/jsx'
import type { Tone } from '../tone.ts'
import { share } from './share.ts'

export type BarRow = {
  label: string
  href?: string
  value: number
  /** The row's own whole; without it bars are measured against the longest. */
  of?: number
  /** What stands at the end in place of the number: "7 of 11". */
  text?: Child
  /** A further column: a name, a phone, an act. */
  beside?: Child
  tone?: Tone
}

type BarsProps = {
  /** The table's name, for listeners. */
  label: string
  /** Heads of the columns: what rows are, what bars show, what the number is, what stands beside. */
  heads: [string, string, string, string?]
  rows: BarRow[]
}

/** A bar for each of several things. It is a table, so it needs no other text. */
export const Bars = ({ label, heads, rows }: BarsProps) => {
  const longest = Math.max(1, ...rows.map((row) => row.value))
  const [what, shown, number, beside] = heads
  return (
    <table class="bars">
      <caption class="hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col" class="bars-bar">
            {shown}
          </th>
          <th scope="col" class="end">
            {number}
          </th>
          {beside != null && (
            <th scope="col" class="end">
              {beside}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
            <td class="bars-bar">
              <svg class="bar" width="100%" height="12" role="img" aria-label={`${row.value} of ${row.of ?? longest}`}>
                <rect class={`fill-${row.tone ?? 'accent'}`} width={share(row.value, row.of ?? longest)} height="12" />
              </svg>
            </td>
            <td class="end">{row.text ?? row.value}</td>
            {beside != null && <td class="end">{row.beside}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
