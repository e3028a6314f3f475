import type { Tone } from '../ui/index.ts';
import type { Method, Stance } from './read-contact.ts';

/** Stances and methods in a school leader's words. */
export const STANCE_LABELS: Record<Stance, string> = {
  support: 'With us',
  lean_support: 'Leaning our way',
  undecided: 'Undecided',
  lean_oppose: 'Leaning against',
  oppose: 'Against',
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
