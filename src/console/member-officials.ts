import type { Audience } from '../alerts/index.ts';
import type { MemberOfficial } from '../legislature/index.ts';
import { STANCE_LABELS, type Stance } from '../lobbying/index.ts';
import { showShortDay } from '../platform/days.ts';
import { parsePhone } from '../platform/phone.ts';
import type { Callable } from '../ui/index.ts';

/** The number of an office as a telephone dials it; feeds write it in many ways. Null where it is no number. */
export const dialled = (phone: string | null): string | null => {
  if (!phone) return null;
  const parsed = parsePhone(phone);
  return parsed.ok ? parsed.e164 : null;
};

/** Whom an alert is about, as far as its bill, talking points and audience say. */
interface Aim {
  federal: boolean;
  committeeId: string | null;
  committee: string | null;
  audience: Pick<Audience, 'committees' | 'officials'>;
}
type Heard = { officialId: string | null; stance: string | null; onDate: string };

const aimedAt = (official: MemberOfficial, aim: Aim): boolean =>
  aim.audience.officials?.includes(official.officialId) === true ||
  official.committees.some(
    ({ id }) => id === aim.committeeId || aim.audience.committees?.includes(id) === true,
  );

const noteOn = (official: MemberOfficial, aim: Aim, heard: Heard | undefined): string => {
  const committees = new Set([aim.committeeId, ...(aim.audience.committees ?? [])]);
  const on = official.committees
    .filter(({ id }) => committees.has(id))
    .map(({ id, name }) => (id === aim.committeeId && aim.committee ? aim.committee : name));
  const place = on.length > 0 ? `On ${on.join(' and ')}.` : aim.committee ? `Not on ${aim.committee}.` : '';
  const stand = heard?.stance
    ? `Last heard: ${STANCE_LABELS[heard.stance as Stance].toLowerCase()}, ${showShortDay(heard.onDate)}.`
    : '';
  return [place, stand].filter(Boolean).join(' ');
};

/**
 * A member's own officials for one alert: those of the right legislature, the ones it is about first, each with
 * why, where they stood when somebody last asked, and a number that can be dialled.
 */
export const officialsFor = (own: MemberOfficial[], aim: Aim, heard: readonly Heard[]) => {
  const level = own.filter((one) => (one.level === 'federal') === aim.federal || aimedAt(one, aim));
  const list = level.length > 0 ? level : own;
  return list
    .toSorted((a, b) => Number(aimedAt(b, aim)) - Number(aimedAt(a, aim)))
    .map((official): Callable & { officialId: string } => ({
      officialId: official.officialId,
      name: `${official.title} ${official.name}`,
      seat: official.seatName,
      note: noteOn(
        official,
        aim,
        heard.find(({ officialId }) => officialId === official.officialId),
      ),
      phone: dialled(official.phone),
      email: official.email,
    }));
};
