import { writeCsv } from '../platform/csv.ts';
import { change } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { crc32, deflated } from '../platform/zip.ts';
import { csvName, dataName, manifestOf, readme } from './manifest.ts';
import { PARTS, positionShape, WRITTEN, type Position } from './position.ts';
import { exportById, finishExport, insertPiece, movePosition, piecesOf, writingById } from './queries.ts';
import { keyOf, objectsAfter, pageOf, shapesOf, type AnyRow, type Shape } from './rows.ts';
import { FILES } from './tables.ts';

/** Rows read at a time; of tables with long texts fewer, since a Worker has 128 MB. */
const ROWS = 2000;
const LONG_ROWS = 200;
const OBJECTS = 20;
/** Steps of one job: well under the thousand statements that D1 grants one invocation. */
const STEPS = 60;

interface File {
  name: string;
  rows: number;
  bytes: Uint8Array<ArrayBuffer>;
}
/** What one step found, and where the next begins. */
interface Step {
  files: File[];
  next: Position;
  missing: number;
}

/** Where the bytes of a file lie: under their own hash, so that two writers never overwrite each other. */
export const objectKey = (exportId: string, hash: string) => `exports/${exportId}/${hash}`;

const utf8 = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const onward = ({ part }: Position): Position => ({ part: part + 1, after: null, files: 0 });

const tableFiles = (shape: Shape, rows: AnyRow[], no: number): File[] => {
  const names = shape.columns.map(({ name }) => name);
  const cells = rows.map((row) => names.map((name) => row[name] ?? null));
  return [
    {
      name: dataName(shape.name, no),
      rows: rows.length,
      bytes: utf8(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
    },
    { name: csvName(shape.name, no), rows: rows.length, bytes: utf8(writeCsv(names, cells, { bom: true })) },
  ];
};

const tableStep = async (world: World, shape: Shape, at: Position): Promise<Step> => {
  const limit = WRITTEN[at.part]?.long ? LONG_ROWS : ROWS;
  const rows = await pageOf(world, shape, at.after, limit);
  const last = rows.at(-1);
  if (!last) return { files: [], next: onward(at), missing: 0 };
  const no = at.files + 1;
  return {
    files: tableFiles(shape, rows, no),
    next: rows.length < limit ? onward(at) : { part: at.part, after: keyOf(shape, last), files: no },
    missing: 0,
  };
};

const objectStep = async (world: World, at: Position): Promise<Step> => {
  const source = FILES[at.part - WRITTEN.length];
  if (!source) return { files: [], next: onward(at), missing: 0 };
  const named = await objectsAfter(world, source, String(at.after?.[0] ?? ''), OBJECTS);
  const files: File[] = [];
  for (const { key } of named) {
    const bytes = await world.files.get(key);
    if (bytes) files.push({ name: `files/${key}`, rows: 0, bytes: bytes as Uint8Array<ArrayBuffer> });
  }
  const last = named.at(-1);
  return {
    files,
    next:
      last && named.length === OBJECTS
        ? { part: at.part, after: [last.at], files: at.files + files.length }
        : onward(at),
    missing: named.length - files.length,
  };
};

const put = async (world: World, exportId: string, { name, rows, bytes }: File) => {
  const hash = await sha256(bytes);
  const packed = await deflated(bytes);
  await world.files.put(objectKey(exportId, hash), packed, 'application/octet-stream');
  return { name, rows, size: bytes.length, packed: packed.length, crc: crc32(bytes), sha256: hash };
};

/** The last files: what is in the export, for people and for a restore. */
const finish = async (world: World, id: string, was: Position): Promise<void> => {
  const pieces = await world.db.all(piecesOf, { id });
  const row = await world.db.first(exportById, { id });
  const manifest = await manifestOf(
    world,
    pieces.map(({ name, rows, size, sha256: hash }) => ({ name, rows, size, sha256: hash })),
    row?.missing ?? 0,
  );
  const files = [
    { name: 'README.txt', rows: 0, bytes: utf8(readme(manifest)) },
    { name: 'manifest.json', rows: 0, bytes: utf8(`${JSON.stringify(manifest, null, 1)}\n`) },
  ];
  const made = [];
  for (const file of files) made.push(await put(world, id, file));
  await world.db.record([
    ...made.map((one) => change(insertPiece, { id, was, ...one })),
    change(finishExport, { id, now: world.clock.now() }),
  ]);
};

/**
 * Writes the next files of an export, and asks for itself again while there are more. Each step is recorded with the
 * place where the next begins, so it can die anywhere, come twice, or run beside itself.
 */
export const writeExport = async (
  world: World,
  body: Record<string, string | number | null>,
): Promise<void> => {
  const id = String(body.exportId);
  const shapes = new Map((await shapesOf(world)).map((shape) => [shape.name, shape]));
  for (let step = 0; step < STEPS; step += 1) {
    const row = await world.db.first(writingById, { id });
    if (!row) return;
    const was = positionShape.parse(JSON.parse(row.position));
    if (was.part >= PARTS) return finish(world, id, was);
    const shape = shapes.get(WRITTEN[was.part]?.name ?? '');
    const { files, next, missing } = shape
      ? await tableStep(world, shape, was)
      : await objectStep(world, was);
    const made = [];
    for (const file of files) made.push(await put(world, id, file));
    await world.db.record([
      ...made.map((one) => change(insertPiece, { id, was, ...one })),
      change(movePosition, { id, was, position: next, partsDone: next.part, missing }),
    ]);
  }
  await world.events.send([{ kind: 'archive.write', body: { exportId: id } }]);
};
