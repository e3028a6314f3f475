import type { Tone } from '../../ui/index.ts';

/** Kinds of alert as people choose them. */
export const KIND_WORDS = {
  action: {
    label: 'Action',
    hint: 'Asks members to do something by a deadline, such as calling a legislator.',
  },
  update: { label: 'Update', hint: 'Tells members something. Stops being sent after 24 hours.' },
  survey: { label: 'Survey', hint: 'Asks members a question about themselves or their district.' },
  drill: { label: 'Drill', hint: 'Practice: shows who can be reached before it matters.' },
} as const;

export const STATE_WORDS: Record<string, { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'none' },
  proposed: { label: 'Waiting for approval', tone: 'warn' },
  approved: { label: 'Approved', tone: 'support-1' },
  scheduled: { label: 'Scheduled', tone: 'support-1' },
  sending: { label: 'Being sent', tone: 'accent' },
  paused: { label: 'Paused', tone: 'warn' },
  halted: { label: 'Halted', tone: 'oppose-2' },
  open: { label: 'Out', tone: 'accent' },
  closed: { label: 'Closed', tone: 'none' },
  discarded: { label: 'Discarded', tone: 'none' },
  cancelled: { label: 'Cancelled', tone: 'none' },
};

export const QUESTION_KIND_CHOICES = [
  { value: 'choice', label: 'One choice' },
  { value: 'many', label: 'Several choices' },
  { value: 'text', label: 'Their own words' },
  { value: 'number', label: 'A number' },
  { value: 'scale', label: 'A scale' },
  { value: 'officials', label: 'Which of their officials, and where they stand' },
  { value: 'known', label: 'Which of their officials they know, and how well' },
];

export const OUTCOME_CHOICES = [
  { value: 'contacted', label: 'They spoke with the official' },
  { value: 'will', label: 'They will' },
  { value: 'cannot', label: 'They cannot' },
  { value: 'help', label: 'They need help' },
  { value: 'other', label: 'Something else' },
];
