import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { clearExport } from '../../src/archive/discard-export.ts';
import { downloadExport } from '../../src/archive/download-export.ts';
import { requestExport } from '../../src/archive/request-export.ts';
import { writeExport } from '../../src/archive/write-export.ts';
import { inflated } from '../../src/platform/zip.ts';
import type { Who } from '../../src/platform/who.ts';
import { addStaff } from '../../src/staff/index.ts';
import { good, staffAs, testWorld, type TestWorld } from '../support/world.ts';

export const owner = staffAs('owner');

/** Does the archive's jobs until there are none. */
export const work = async (world: TestWorld): Promise<void> => {
  const waiting = world.jobs.splice(0).filter(({ kind }) => kind.startsWith('archive.'));
  for (const job of waiting)
    await (job.kind === 'archive.write' ? writeExport : clearExport)(world, job.body);
  while (world.reports.length > 0) {
    const { kind, body } = world.reports.shift() ?? {};
    if (kind === 'archive.write') await writeExport(world, body as { exportId: string });
    if (kind === 'archive.clear') await clearExport(world, body as { exportId: string });
  }
};

/** The files of a ZIP, read by its directory as any program does. */
export const unzipped = async (zip: Uint8Array): Promise<Map<string, Uint8Array<ArrayBuffer>>> => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [packed, nameLength] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
    const name = new TextDecoder().decode(zip.slice(at + 46, at + 46 + nameLength));
    const start = view.getUint32(at + 42, true) + 30 + nameLength;
    files.set(name, await inflated(zip.slice(start, start + packed)));
    at += 46 + nameLength;
  }
  return files;
};

/** An export asked for, written and fetched. */
export const exported = async (world: TestWorld, who: Who = owner) => {
  const { id } = good(await requestExport(world, who, {}));
  await work(world);
  const { stream, length, parts } = good(await downloadExport(world, who, { id }));
  const zip = new Uint8Array(await new Response(stream).arrayBuffer());
  return { id, zip, length, parts, files: await unzipped(zip) };
};

/** A new deployment with one owner, whose ids begin apart from those of the network before. */
export const emptyNetwork = async (
  email = 'restorer@example.org',
): Promise<{ world: TestWorld; owner: Who; ownerId: string }> => {
  await reset();
  await applyD1Migrations(env.DB, (env as unknown as { TEST_MIGRATIONS: never }).TEST_MIGRATIONS);
  const world = testWorld();
  const next = world.ids.next.bind(world.ids);
  world.ids.next = () => next().replace('01TEST', '02TEST');
  const { id } = good(
    await addStaff(world, { kind: 'system', id: 'system' }, { name: 'New Owner', email, role: 'owner' }),
  );
  return { world, owner: staffAs('owner', { id }), ownerId: id };
};
