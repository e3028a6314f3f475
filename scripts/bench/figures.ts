/** One measured value beside what was promised of it. */
export interface Figure {
  name: string;
  value: number;
  budget: string;
  met: boolean;
}

export const budget = (name: string, value: number, kind: 'at least' | 'at most', limit: number): Figure => ({
  name,
  value: Number(value.toFixed(3)),
  budget: `${kind} ${limit}`,
  met: kind === 'at least' ? value >= limit : value <= limit,
});
