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
const WITH_US: Record<Stance, string> = {
  support: 'With us',
  lean_support: 'Leaning our way',
  undecided: 'Undecided',
  lean_oppose: 'Leaning against us',
  oppose: 'Against us',
};
const TURNED: Record<Stance, Stance> = {
  support: 'oppose',
  lean_support: 'lean_oppose',
  undecided: 'undecided',
  lean_oppose: 'lean_support',
  oppose: 'support',
};

/**
 * A stance seen from the association: on a bill that it opposes, a no is with us. Where it neither supports nor
 * opposes, the words stay about the bill itself.
 * @param position the association's, or null
 */
export const seenFromUs = (stance: Stance, position: string | null): { label: string; tone: Tone } => {
  if (position !== 'support' && position !== 'oppose')
    return { label: STANCE_LABELS[stance], tone: STANCE_TONES[stance] };
  const ours = position === 'oppose' ? TURNED[stance] : stance;
  return { label: WITH_US[ours], tone: STANCE_TONES[ours] };
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
