import type { Tone } from '../ui/index.ts';
import type { Method, Stance } from './read-contact.ts';

/** Stances and methods in a school leader's words. A stance is on the bill itself, whatever the association wants of it. */
export const STANCE_LABELS: Record<Stance, string> = {
  support: 'For the bill',
  lean_support: 'Leaning yes',
  undecided: 'Undecided',
  lean_oppose: 'Leaning no',
  oppose: 'Against the bill',
};
export const STANCE_TONES: Record<Stance, Tone> = {
  support: 'support-2',
  lean_support: 'support-1',
  undecided: 'undecided',
  lean_oppose: 'oppose-1',
  oppose: 'oppose-2',
};
export const METHOD_LABELS: Record<Method, string> = {
  in_person: 'In person',
  phone: 'By phone',
  sms: 'By text',
  email: 'By email',
  letter: 'By letter',
  video: 'By video call',
  testimony: 'Testimony',
  other: 'Another way',
};
