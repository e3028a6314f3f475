/** Whose rules there are: the name people know it by, and the calendar its offices keep. */
export const BODIES: Record<string, { name: string; jurisdiction: string }> = {
  mt: { name: 'Montana', jurisdiction: 'MT' },
  ms: { name: 'Mississippi', jurisdiction: 'MS' },
  ma: { name: 'Massachusetts', jurisdiction: 'MA' },
  lda: { name: 'Federal lobbying law', jurisdiction: 'US' },
  irs: { name: 'IRS', jurisdiction: 'US' },
};
