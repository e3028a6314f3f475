import { readCsv } from '../platform/csv.ts';
import { isZone, parseDate } from '../platform/days.ts';
import { parseEmail } from '../platform/email-address.ts';
import { parsePhone, phonesIn } from '../platform/phone.ts';
import { COLUMNS, guessMapping, type ColumnName, type Mapping } from './columns.ts';
import { KINDS, kindOf, type Kind } from './kinds.ts';

/** What is wrong with, or worth knowing about, one cell of a file. Lines count from 1, the header's. */
export interface Remark {
  line: number;
  /** The column's name; `row` where it is about the whole line. */
  field: string;
  reason: string;
}

/** One readable row of a members file. Null says that the file does not tell. */
export interface FileRow {
  line: number;
  /** The id for a new member, where a form has minted one. */
  id?: string;
  firstName: string;
  lastName: string;
  kind: Kind | null;
  title: string | null;
  organization: string | null;
  region: string | null;
  districtNces: string | null;
  district: string | null;
  /** E.164, the one to text first. */
  phones: string[];
  email: string | null;
  emailIsPublic: boolean | null;
  zone: string | null;
  consentOn: string | null;
  consentSource: string | null;
  groups: string[];
}

export type MembersFile =
  | {
      ok: true;
      rows: FileRow[];
      rejected: Remark[];
      header: string[];
      mapping: Mapping;
      ignored: string[];
      lines: number;
    }
  | { ok: false; field: string; reason: string; header: string[]; mapping: Mapping };

const LONGEST = { name: 80, text: 200, groups: 1000 };
const YES = /^(y|yes|true|t|1|x|public)$/i;
const NO = /^(n|no|false|f|0|private|personal)$/i;

/**
 * Reads a members file as far as the file alone allows: shapes of numbers, addresses, dates, zones and kinds.
 * Never throws. @param today YYYY-MM-DD: consent cannot lie after it
 */
export const readMembersFile = (content: string | Uint8Array, given: Mapping, today: string): MembersFile => {
  const csv = readCsv(content);
  if (!csv.ok) {
    const reason = csv.line === undefined ? csv.reason : `Line ${csv.line}: ${csv.reason}`;
    return { ok: false, field: 'file', reason, header: [], mapping: {} };
  }
  const { header } = csv;
  const mapping = guessMapping(header, given);
  for (const column of COLUMNS) {
    const chosen = mapping[column];
    if (chosen && !header.includes(chosen)) {
      return {
        ok: false,
        field: `mapping.${column}`,
        reason: `The file has no column "${chosen}".`,
        header,
        mapping,
      };
    }
  }
  for (const column of ['first_name', 'last_name'] as const) {
    if (!mapping[column]) {
      const reason = `No column of the file was recognized as ${column}. Choose which one it is.`;
      return { ok: false, field: `mapping.${column}`, reason, header, mapping };
    }
  }
  const rejected: Remark[] = csv.problems.map(({ line, reason }) => ({ line, field: 'row', reason }));
  const rows: FileRow[] = [];
  for (const { line, cells } of csv.rows) {
    const read = readRow(line, (column) => cells[mapping[column] ?? ''] ?? '', today);
    if (read.remarks.length > 0) rejected.push(...read.remarks);
    else rows.push(read.row);
  }
  const used = new Set(Object.values(mapping));
  const ignored = header.filter((name) => !used.has(name));
  return { ok: true, rows, rejected, header, mapping, ignored, lines: csv.rows.length + csv.problems.length };
};

const tidy = (cell: string) => cell.replaceAll(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ').trim();

const readRow = (line: number, cell: (column: ColumnName) => string, today: string) => {
  const remarks: Remark[] = [];
  const wrong = (field: ColumnName, reason: string) => {
    remarks.push({ line, field, reason });
    return null;
  };
  const words = (column: ColumnName, most = LONGEST.text): string | null => {
    const text = tidy(cell(column));
    if (text.length > most) return wrong(column, `This is longer than ${most} characters.`);
    return text === '' ? null : text;
  };
  const row: FileRow = {
    line,
    firstName: words('first_name', LONGEST.name) ?? '',
    lastName: words('last_name', LONGEST.name) ?? '',
    kind: null,
    title: words('title'),
    organization: words('organization'),
    region: words('region', LONGEST.name),
    districtNces: words('district_nces'),
    district: words('district'),
    phones: [],
    email: null,
    emailIsPublic: null,
    zone: words('zone'),
    consentOn: null,
    consentSource: words('sms_consent_source'),
    groups: [],
  };
  if (row.firstName === '' && !remarks.length) wrong('first_name', 'The first name is missing.');
  if (row.lastName === '' && !remarks.length) wrong('last_name', 'The last name is missing.');

  const kind = words('kind');
  row.kind = kindOf(kind ?? row.title ?? '');
  if (kind && !row.kind) wrong('kind', `"${kind}" is not a kind of member. Kinds are: ${KINDS.join(', ')}.`);

  const mobile = cell('mobile').trim();
  if (mobile.length > LONGEST.text) wrong('mobile', 'This is longer than any list of telephone numbers.');
  else if (mobile !== '') {
    const read = phonesIn(mobile).map(parsePhone);
    row.phones = [...new Set(read.flatMap((one) => (one.ok ? [one.e164] : [])))];
    const refusal = read.find((one) => !one.ok);
    if (row.phones.length === 0)
      wrong('mobile', refusal && !refusal.ok ? refusal.reason : 'This is not a telephone number.');
  }
  const email = tidy(cell('email'));
  if (email !== '') {
    const read = parseEmail(email);
    if (read.ok) row.email = read.address;
    else wrong('email', read.reason);
  }
  const isPublic = tidy(cell('email_is_public'));
  if (YES.test(isPublic)) row.emailIsPublic = true;
  else if (NO.test(isPublic)) row.emailIsPublic = false;
  else if (isPublic !== '') wrong('email_is_public', 'Write yes or no.');

  if (row.zone && !isZone(row.zone)) wrong('zone', 'This is not a time zone. Write it like America/Denver.');

  const on = tidy(cell('sms_consent_on'));
  const date = on === '' ? null : parseDate(on);
  if (date && !date.ok) wrong('sms_consent_on', date.reason);
  else if (date?.ok && date.date > today) wrong('sms_consent_on', 'This day has not come yet.');
  else if (date?.ok) row.consentOn = date.date;
  if (on !== '' && !row.consentSource)
    wrong('sms_consent_source', 'Say where consent was given, such as "membership form".');
  if (on === '' && row.consentSource) wrong('sms_consent_on', 'Give the day on which consent was given.');

  const groups =
    words('groups', LONGEST.groups)
      ?.split(/[;|]/)
      .map((name) => name.trim()) ?? [];
  row.groups = [...new Set(groups.filter((name) => name !== ''))];
  if (row.groups.some((name) => name.length > LONGEST.name))
    wrong('groups', `A group's name has at most ${LONGEST.name} characters.`);
  return { row, remarks };
};
