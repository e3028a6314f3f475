import {
  compareWords,
  expiryInWords,
  expiryOf,
  mergeFacts,
  newestVersion,
  readerOf,
  renderWording,
  sourcesInWords,
  versionNo,
  versionsOf,
} from '../alerts/index.ts';
import { markdownToHtml, markdownToText } from '../platform/markdown.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import type { OpenPage, Person } from './member-page.ts';
import { pointsRead, versionReadLast } from './member-queries.ts';

type Version = NonNullable<Awaited<ReturnType<typeof newestVersion>>>;

/** What changed since the version that a person had: the notes of each version since, and the lines that differ. */
const changesSince = async (
  world: World,
  alertPointsId: string,
  since: number,
  newest: Version,
  read: (body: string) => string,
) => {
  const [before, versions] = await Promise.all([
    versionNo(world, alertPointsId, since),
    versionsOf(world, alertPointsId),
  ]);
  return {
    notes: versions.filter((one) => one.no > since && one.changeNote !== '').map((one) => one.changeNote),
    lines: compareWords(read(before?.body ?? ''), read(newest.body)).filter((line) =>
      line.some((run) => run.kind !== 'same'),
    ),
  };
};

/**
 * The newest published talking points of an alert with the figures of the person's district, and what changed since
 * the version that they read last, or else were sent.
 */
export const pointsOnPage = async (world: World, { alert, delivery }: OpenPage, person: Person) => {
  const id = alert.talkingPointsId;
  const version = id ? await newestVersion(world, id) : null;
  if (!id || !version) return null;
  const [reader, here, last, versions, { zone }] = await Promise.all([
    readerOf(world, { memberId: person.id }),
    world.db.first(pointsRead, { deliveryId: person.deliveryId, versionId: version.id }),
    world.db.first(versionReadLast, { memberId: person.id, talkingPointsId: id }),
    versionsOf(world, id),
    networkSettings(world),
  ]);
  const sent = versions.find((one) => one.id === delivery.talkingPointsVersionId)?.no ?? null;
  // What they read on another page counts only where it is newer than what this message brought.
  const seen = last && last.no >= (sent ?? 0) ? last.no : sent;
  const { body, used } = mergeFacts(version.body, reader);
  const expiry = expiryOf(version.expiresOn, world.clock.now(), zone);
  return {
    versionId: version.id,
    no: version.no,
    html: markdownToHtml(body),
    /** What is short enough to say, or to send as a text. */
    say: version.short
      ? renderWording(version.short, {
          first_name: person.firstName,
          last_name: person.lastName,
          title: person.title,
          district: person.district,
          region: person.region,
        })
      : body,
    sources: sourcesInWords(used, reader.district),
    publishedAt: version.publishedAt,
    expired: expiry === 'expired' ? expiryInWords(version.expiresOn, expiry) : null,
    /** Null where they have the newest version. */
    changed:
      seen !== null && seen >= version.no
        ? null
        : {
            since:
              seen === null ? ('new' as const) : seen === sent ? ('message' as const) : ('reading' as const),
            ...(seen === null
              ? { notes: version.changeNote ? [version.changeNote] : [], lines: [] }
              : await changesSince(world, id, seen, version, (words) =>
                  markdownToText(mergeFacts(words, reader).body),
                )),
          },
    read: here !== null,
  };
};
