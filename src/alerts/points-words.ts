import { showDay, showShortDay } from '../platform/days.ts';
import type { Fact } from './points-facts.ts';

/** "Figures of Drummond: enrollment, State office of education, October 1, 2026." Null where no figure is used. */
export const sourcesInWords = (facts: readonly Fact[], district: string | null): string | null =>
  facts.length === 0
    ? null
    : `Figures${district ? ` of ${district}` : ''}: ${facts
        .map(({ key, asOf, source }) => `${key} (${source}, ${showShortDay(asOf, { year: true })})`)
        .join('; ')}.`;

/** What a page says of words with a last day; null where they hold without one. */
export const expiryInWords = (
  expiresOn: string | null,
  expiry: 'expired' | 'soon' | 'holds',
): string | null => {
  if (expiresOn === null) return null;
  const day = showDay(expiresOn, { year: true });
  return expiry === 'expired' ? `These talking points expired after ${day}.` : `They hold through ${day}.`;
};
