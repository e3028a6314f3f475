import { markdownToHtml } from '../platform/markdown.ts';
import { segmentsOf } from '../platform/sms-text.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import type { MissingFigure, PointsPreviewProps } from './pages/points-preview.tsx';
import { mergeFacts } from './points-facts.ts';
import { readerOf } from './points-reader.ts';
import { sourcesInWords } from './points-words.ts';
import { sampleText } from './size-in-words.ts';
import { missingFigures } from './talking-points-figures.ts';

/** So many districts are named; of more the count is enough. */
const MOST_NAMED = 40;

/** Of how many districts each figure of the words is not known, for people to read. */
export const missingOf = async (world: World, body: string): Promise<MissingFigure[]> => {
  const { districts, figures } = await missingFigures(world, body);
  return figures.map(({ key, missing }) => ({
    key,
    count: missing.length,
    of: districts,
    names: missing.slice(0, MOST_NAMED).map(({ name }) => name),
  }));
};

/** The short form as a phone will show it, with a sample member's names. */
export const phoneOf = async (world: World, short: string) => {
  const { shortName } = await networkSettings(world);
  const text = sampleText({ smsText: short, question: null }, shortName, world.settings.publicUrl);
  const { segments, characters } = segmentsOf(text);
  return { text, segments, characters };
};

/** Words being written as they will be read. Saves nothing. @param nces the district with whose figures */
export const previewOfPoints = async (
  world: World,
  network: string,
  draft: { body: string; short: string; nces: string | null },
): Promise<PointsPreviewProps> => {
  const [reader, missing, phone] = await Promise.all([
    readerOf(world, { nces: draft.nces }),
    missingOf(world, draft.body),
    draft.short ? phoneOf(world, draft.short) : null,
  ]);
  const { body, used } = mergeFacts(draft.body, reader);
  return {
    network,
    html: body.trim() === '' ? '' : markdownToHtml(body),
    readIn: reader.district,
    sources: sourcesInWords(used, reader.district),
    missing,
    phone,
  };
};
