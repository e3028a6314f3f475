/** What each clock does, in words, and every how many minutes it rings. */
export const CLOCKS: Record<string, { label: string; every: number }> = {
  'jobs.resend': { label: 'Hand out again jobs that were lost', every: 1 },
  'delivery.start': { label: 'Start scheduled alerts', every: 1 },
  'delivery.sweep': { label: 'Hand out messages that are due', every: 1 },
  'delivery.recover': { label: 'Take back what a stopped sender held', every: 1 },
  'delivery.reconcile': { label: 'Look up unclear texts at the carrier', every: 1 },
  'delivery.follow_up': { label: 'Follow up messages that failed', every: 1 },
  'delivery.settle': { label: 'Mark alerts that are fully sent', every: 1 },
  'delivery.prices': { label: 'Read prices from the carrier', every: 15 },
  'replies.left_behind': { label: 'Understand replies left behind', every: 1 },
  'inbox.tell': { label: 'Mail whoever looks after a conversation', every: 1 },
  'inbox.digest': { label: 'Mail what waits, each morning', every: 15 },
  'expense.settle': { label: 'Log the cost of closed alerts', every: 1 },
  'replies.sweep': { label: 'Look for missed texts at the carrier', every: 15 },
  'replies.holds': { label: 'Remind staff of holds that wait for them', every: 15 },
  'replies.kept': { label: 'Take in texts kept aside', every: 15 },
  'reach.statewide': { label: 'Give new districts their senators', every: 15 },
  'idempotency.forget': { label: 'Forget old answers of the API', every: 15 },
  'obligation.refresh': { label: 'Reckon when reports are due', every: 1440 },
  'replies.forget_strangers': { label: 'Forget numbers nobody here has', every: 1440 },
  'obligation.remind': { label: 'Mail which reports fall due', every: 1440 },
  'archive.go_on': { label: 'Take up exports whose writing was lost', every: 15 },
  'archive.sweep': { label: 'Discard exports of over a week', every: 1440 },
  'retention.remove': { label: 'Remove what is older than is kept', every: 1440 },
  'sign-in.sweep': { label: 'Clear old sign-ins and codes', every: 1440 },
};

/** Missed three times over, and five minutes more. */
export const isLate = (name: string, ranAt: number, now: number): boolean =>
  now - ranAt > ((CLOCKS[name]?.every ?? 1440) * 3 + 5) * 60_000;

/** What a clock counted: "3 jobs, 1 given up"; null where it found nothing to do. */
export const countsInWords = (counts: Record<string, number>): string | null => {
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  return found.length === 0
    ? null
    : found
        .map(([name, count]) => {
          const words = name
            .replaceAll(/([A-Z])/g, ' $1')
            .replaceAll('_', ' ')
            .toLowerCase();
          return `${count} ${count === 1 ? words.replace(/ies$/, 'y').replace(/s$/, '') : words}`;
        })
        .join(', ');
};
