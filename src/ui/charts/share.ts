/** A part of a whole as an SVG percentage; 0 % of nothing. */
export const share = (part: number, whole: number): string =>
  `${whole > 0 ? Math.round((Math.min(Math.max(part, 0), whole) / whole) * 10_000) / 100 : 0}%`;
