import * as z from 'zod';
import { conflict, invalid, missing, ok, refused } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import { ATTACHMENT_MAX_BYTES, typeOf } from './file-type.ts';
import {
  attachmentById,
  attachmentsOf,
  insertAttachment,
  keptBytes,
  removeAttachment as remove,
  subjectThere,
} from './queries.ts';

export const ATTACHMENT_KINDS = {
  receipt: 'Receipt',
  invoice: 'Invoice',
  letter: 'Letter',
  testimony: 'Testimony',
  notice: 'Notice',
  other: 'Other',
} as const;
export const SUBJECTS = ['activity', 'expense', 'compensation', 'dues'] as const;
const by = ['owner', 'director', 'staff'] as const;
export const keyOf = (hash: string): string => `attachments/${hash}`;

/** Keeps a photo or a PDF beside a row of the log, under the hash of its bytes. The same file twice is kept once. */
export const addAttachment = verb({
  name: 'attachment.add',
  by,
  input: z.strictObject({
    subjectKind: z.enum(SUBJECTS),
    subjectId: z.string(),
    kind: z.enum(Object.keys(ATTACHMENT_KINDS) as (keyof typeof ATTACHMENT_KINDS)[]).default('receipt'),
    name: z.string().trim().max(200).default(''),
    file: z.instanceof(Uint8Array, { error: 'Choose a photo or a PDF.' }),
  }),
  run: async (world, who, { subjectKind, subjectId, kind, name, file }) => {
    if (file.byteLength === 0) return invalid([{ field: 'file', message: 'This file is empty.' }]);
    if (file.byteLength > ATTACHMENT_MAX_BYTES)
      return invalid([{ field: 'file', message: 'This file is larger than 8 MB. Take a smaller photo.' }]);
    const type = typeOf(file);
    if (type === null)
      return invalid([
        { field: 'file', message: 'Only photos (JPEG, PNG, WebP, HEIC) and PDF files are kept.' },
      ]);
    const there = await world.db.first(subjectThere, { kind: subjectKind, id: subjectId });
    if (there?.there !== 1) return missing('That row of the log');
    const hash = await sha256(file);
    const beside = await world.db.all(attachmentsOf, { kind: subjectKind, id: subjectId });
    const same = beside.find((one) => one.sha256 === hash);
    if (same) return ok({ id: same.id });
    if (beside.length >= 20) return refused('too_many_files', 'A row keeps at most 20 files.');
    const id = world.ids.next();
    // The bytes first: a row never names what is not there. Bytes without a row are found by their prefix.
    await world.files.put(keyOf(hash), file, type);
    const done = await world.db.commit(
      {
        who,
        action: 'attachment.add',
        subject: { kind: subjectKind, id: subjectId },
        detail: { attachmentId: id, size: file.byteLength },
      },
      [
        must(insertAttachment, {
          id,
          subjectKind,
          subjectId,
          kind,
          name: name.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_') || `${kind}.${type.split('/')[1] ?? ''}`,
          type,
          size: file.byteLength,
          sha256: hash,
          at: world.clock.now(),
          by: who.id,
        }),
      ],
    );
    return done ? ok({ id }) : conflict('This file was added just now.');
  },
});

/** Takes a file from a row, never from one that a filed report has. Its bytes go where no other row keeps them. */
export const removeAttachment = verb({
  name: 'attachment.remove',
  by,
  input: z.strictObject({ id: z.string() }),
  run: async (world, who, { id }) => {
    const file = await world.db.first(attachmentById, { id });
    if (!file) return missing('That file');
    const filed = await world.filedRows(world, file.subjectKind, file.subjectId);
    if (filed.length > 0)
      return refused(
        'filed',
        `This file proves a line of a filed report (${filed[0]?.name ?? ''}), so it is kept.`,
      );
    const done = await world.db.commit(
      {
        who,
        action: 'attachment.remove',
        subject: { kind: file.subjectKind, id: file.subjectId },
        detail: { attachmentId: id },
      },
      [must(remove, { id, at: world.clock.now(), by: who.id })],
    );
    if (!done) return missing('That file');
    const kept = await world.db.first(keptBytes, { sha256: file.sha256 });
    if (kept?.n === 0) await world.files.remove(keyOf(file.sha256));
    return ok({ id, subjectKind: file.subjectKind, subjectId: file.subjectId });
  },
});
