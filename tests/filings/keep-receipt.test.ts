import { expect, test } from 'vitest';
import { fileFiling } from '../../src/filings/file-filing.ts';
import { keepReceipt } from '../../src/filings/keep-receipt.ts';
import { listReceipts, receiptFile } from '../../src/filings/receipts.ts';
import { prepareFiling } from '../../src/filings/prepare-filing.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { association } from './ground.ts';

const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));

test('what the office answered is kept beside the filed report, its file byte for byte', async () => {
  const { world, report } = await association();
  const staff = staffAs('staff');
  const { id } = await report('l5-january', '2027-01-31');
  const { filingId } = good(await prepareFiling(world, staff, { obligationId: id }));
  const answer = { filingId, submittedOn: '2027-02-09', reference: 'COPP-1' };
  expect(bad(await keepReceipt(world, staff, answer))).toMatchObject({ rule: 'not_filed' });
  good(await fileFiling(world, staffAs('director'), { filingId }));
  const field = async (more: object) =>
    bad(await keepReceipt(world, staff, { ...answer, ...more })).fields?.[0]?.field;
  expect(await field({ submittedOn: '2027-02-10' })).toBe('submittedOn');
  expect(await field({ submittedOn: 'soon' })).toBe('submittedOn');
  expect(await field({ reference: ' ' })).toBe('reference');
  expect(await field({ file: bytesOf('<html>') })).toBe('file');
  const file = bytesOf('%PDF-1.7 confirmation');
  const kept = good(await keepReceipt(world, staff, { ...answer, file }));
  expect(good(await listReceipts(world, staff, { filingId }))).toMatchObject([
    { reference: 'COPP-1', submittedOn: '2027-02-09', type: 'application/pdf', size: file.byteLength },
  ]);
  const read = good(await receiptFile(world, staff, { filingId, id: kept.id }));
  expect(new TextDecoder().decode(read.bytes)).toBe('%PDF-1.7 confirmation');
  expect(bad(await receiptFile(world, staff, { filingId, id: 'none' })).kind).toBe('missing');
});
