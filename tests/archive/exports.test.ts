import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { discardExport, EXPORT_DAYS, sweepExports } from '../../src/archive/discard-export.ts';
import { downloadExport, volumesOf } from '../../src/archive/download-export.ts';
import { goOn } from '../../src/archive/go-on.ts';
import { listExports } from '../../src/archive/list-exports.ts';
import { requestExport } from '../../src/archive/request-export.ts';
import { writeExport } from '../../src/archive/write-export.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { exported, owner, unzipped, work } from './ground.ts';

const world = testWorld();
const objects = async (id: string) => (await env.FILES.list({ prefix: `exports/${id}/` })).objects.length;

describe('an export', () => {
  test('is asked for once at a time, and the same form twice asks once', async () => {
    const { id } = good(await requestExport(world, owner, {}));
    expect(bad(await requestExport(world, owner, {})).kind).toBe('conflict');
    expect(bad(await downloadExport(world, owner, { id })).kind).toBe('missing');
    expect(good(await listExports(world, owner, {}))[0]).toMatchObject({ state: 'writing', partsDone: 0 });
    await work(world);
    expect(good(await listExports(world, owner, {}))[0]).toMatchObject({ id, state: 'ready', missing: 0 });
  });

  test('is one ZIP of the promised length, whose every fetch stands in the journal', async () => {
    const { id, zip, length, parts, files } = await exported(world);
    expect(zip.length).toBe(length);
    expect(parts).toBe(1);
    expect([...files.keys()]).toContain('manifest.json');
    const row = await env.DB.prepare(
      `select detail from journal where action = 'archive.download' and subject_id = ?`,
    )
      .bind(id)
      .first();
    expect(row).toEqual({ detail: '{"part":1}' });
    expect(bad(await downloadExport(world, owner, { id, part: 2 })).kind).toBe('missing');
    expect(bad(await downloadExport(world, staffAs('director'), { id })).kind).toBe('forbidden');
  });

  test('is written by two writers side by side, and by one that was lost, as by one', async () => {
    await env.DB.batch(
      Array.from({ length: 30 }, (_, no) =>
        env.DB.prepare(`insert into region (id, name) values ('r${no}', '=HYPERLINK("Region ${no}")')`),
      ),
    );
    const { id } = good(await requestExport(world, owner, {}));
    world.jobs.length = 0;
    await Promise.all([writeExport(world, { exportId: id }), writeExport(world, { exportId: id })]);
    // What the queue lost, the clock hands out again.
    world.reports.length = 0;
    await goOn(world);
    await work(world);
    const { stream } = good(await downloadExport(world, owner, { id }));
    const files = await unzipped(new Uint8Array(await new Response(stream).arrayBuffer()));
    const lines = new TextDecoder().decode(files.get('data/region-0001.jsonl')).trim().split('\n');
    expect(lines).toHaveLength(30);
    expect(new TextDecoder().decode(files.get('csv/region-0001.csv'))).toContain(`'=HYPERLINK`);
  });

  test('goes when it is discarded, and by itself after its days', async () => {
    const { id } = await exported(world);
    expect(await objects(id)).toBeGreaterThan(3);
    good(await discardExport(world, owner, { id }));
    expect(bad(await downloadExport(world, owner, { id })).kind).toBe('missing');
    await work(world);
    expect(await objects(id)).toBe(0);
    const later = await exported(world);
    world.passTime(EXPORT_DAYS * 86_400_000 + 1);
    expect((await sweepExports(world)).exports).toBeGreaterThan(0);
    await work(world);
    expect(await objects(later.id)).toBe(0);
    expect(good(await listExports(world, owner, {})).every((one) => one.state === 'gone')).toBe(true);
  });
});

test('many files are cut into ZIPs, none of them too large, what is read first in the first', () => {
  const files = [
    ...Array.from({ length: 1700 }, (_, no) => ({ name: `files/${no}`, size: 10 })),
    { name: 'README.txt', size: 1 },
  ];
  const volumes = volumesOf(files);
  expect(volumes.map((one) => one.length)).toEqual([800, 800, 101]);
  expect(volumes[0]?.[0]?.name).toBe('README.txt');
  expect(
    volumesOf([
      { name: 'a/b', size: 1_500_000_000 },
      { name: 'a/c', size: 1_500_000_000 },
    ]),
  ).toHaveLength(2);
});
