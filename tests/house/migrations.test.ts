import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { filesUnder, textOf } from './files.ts';

/** SHA-256 of every released migration. A released file is never edited: a change is a new file. */
const RELEASED: Record<string, string> = {
  'migrations/0001_platform.sql': '81611dcac6664aa96adcf7cd79038b1c248ea6df47591b2c495c4a20705ac204',
  'migrations/0002_staff.sql': '98d0ab01be697a2e5a25a27c38a4b35d5b0d3ccc3c8ebf09c72ac1c2217e01cf',
  'migrations/0003_people.sql': 'ef2d6c15b0f954c7210b45010001101f516a3229f417d0bf0819a3e6c2683dbb',
  'migrations/0004_legislature.sql': '495f0fd80370c6b41fe09c7dcd9ae78bd795eea9fbb9f8264dfeda186d713b7a',
  'migrations/0005_alerts.sql': 'a0e73bd5c21a083229964eab6da8db79fd756fc861b01690a8bab41d1c264c27',
  'migrations/0006_delivery.sql': '7d68a993f543bc186ac6b4130e086e042506fe298a582016a2dbf29b268e6329',
  'migrations/0007_replies.sql': '4161d6cc81b8e0e111d946b0dfb1383406e93e7b1369f828714e8c2b1a1d2fe4',
  'migrations/0008_lobbying.sql': '9773036ba3e2bb46f7d3dd6eecd946237ef9a1470e2c2c1bc6c1253f36099ee2',
  'migrations/0009_filings.sql': 'd85f7d60d4566b646e07fb946a9a468977ea69dfeab72cd1d206e539b659e7ea',
  'migrations/0010_filings_rules.sql': 'bdcc4c744c28ed1d0fd2cc853c98e9e0740460a24b768b8a1210bf8f7f889a05',
  'migrations/0011_delivery_rules.sql': '636a9e3e3c55144bed87f6ea69430eb3d33ef6430168225795b4384f633b2cc8',
  'migrations/0012_send_windows.sql': '28269e39e6da41c162d3a4bc11bc3ec67e96e7a19f67d54a6b4d0c18fdabd518',
  'migrations/0013_carrier_limits.sql': '9fc8a94725ae9db0ceaab1bdf24335504841476f7cc134802682f15f2db6d70c',
  'migrations/0014_questions.sql': 'd29e955b5ed087f42814af9794f8dfde21c33d7da7bb768da078b3627091b4bc',
  'migrations/0015_inbox.sql': '816af0e74f1cea0d1ba1a778517cf4893254173961e4a0c5b98e630333bda651',
  'migrations/0016_member_page.sql': 'a4c90938a6f0634f4ac2c3ede3698ac41f9e9c051500283a52840e2c86359fc3',
  'migrations/0017_contact_confidence.sql':
    '07361b6a7b2439f9d5f8a70a525c236e72b1d76dabdc5752dc62756bc423b202',
  'migrations/0018_page_hits.sql': '49e9e93198cc7313afd9738a22ae30829da6ac198040ab2efabad3039cbff587',
  'migrations/0019_rules_more.sql': '331c3d217290006efbe1da788f2657da20e1b85d4952f9ec082521df71365430',
  'migrations/0020_filings_ma_lda.sql': '3ecf05cdf105892bf2516ec75a510ed59b8bd29491005c2f1780a3f7b1189941',
  'migrations/0021_irs.sql': '157e1f936b498a2e99990858ad59f4f5dc41f90064c74afea5f1a6f3a96774f0',
  'migrations/0022_regimes.sql': 'aa4970f0de190c903a78a065be2054e8665487baa3e6d39c13259bdc89896a6d',
  'migrations/0023_log.sql': '48c0cccd560223f91b9758ef1877847dae56243f5210183555d8e33141ee23c6',
  'migrations/0024_copies.sql': '5b779620b0dab83285db2b19ce0271f35a6693bd81f21c12890e9e0011a30d71',
  'migrations/0025_wyoming.sql': '10abbb60db46e422a5a2340918adbcaf77131c84048ec47d5de0a6729b52fad9',
  'migrations/0026_quiet_hours.sql': '6f8c0d0ed7e15fa89588f3d4ce8972829e754cb1ca85ebbe7d86d9054857023c',
  'migrations/0027_stranger.sql': 'f1fbb7eb60de602bbb6fa4a73b8edfa4667185246abdc8c433b5e04d143a8b2d',
  'migrations/0028_thresholds.sql': '79e387ed77ea6e73bfc19e70ba847d78dc27bf820823951003e4a7d255de4c97',
  'migrations/0029_log_costs.sql': '461120bb1a55c851b98cf8e094d9702808fbc838993f2a2d01c30676cc5b486d',
  'migrations/0030_relationships.sql': '00f5487d8dd6d66e4c6051645c3722dbf60a439eb2e1d46ee0a58113884df0ee',
  'migrations/0031_hearings.sql': '547c58d14346c635d8571df9470d8748c9cf60f4cbcc960cc307400d00e2a252',
  'migrations/0032_points.sql': '661fdddc39caa7b974fb9ad4dcff058b62cae63f13ef5e56ed7b723339da9add',
  'migrations/0033_budget.sql': '99f2f29c8b53085836f136a8392729b3648b5c1f77da170d023e5eb586a4fc66',
  'migrations/0034_archive.sql': '97361b967497e43292460640a628044459e11ae048565700799f82fa6ced3196',
  'migrations/0035_figures.sql': 'fee6fe018b30cbb1807b38bf4fece32a2de13df82b5636db43ae243e6d551891',
  'migrations/0036_asked.sql': '52456544deec958106662be8df5974b7e81dd076cee23b97275d8436e58ac7fb',
  'migrations/0037_shared_with.sql': '5af72bc9fd71a5d4f2d32ceb61de83d357ee368066d45c173a324f01a389231a',
};

const paths = filesUnder('migrations', /\.sql$/);

test('migrations are numbered without gaps', () => {
  expect(paths.length).toBeGreaterThan(8);
  expect(paths.map((path) => path.slice('migrations/'.length, 'migrations/'.length + 4))).toEqual(
    paths.map((_, at) => String(at + 1).padStart(4, '0')),
  );
  for (const path of paths) expect(path).toMatch(/^migrations\/\d{4}_[a-z]+(_[a-z]+)*\.sql$/);
});

test('released migrations are as they were', () => {
  expect(Object.keys(RELEASED).length).toBeGreaterThan(0);
  for (const [path, hash] of Object.entries(RELEASED)) {
    expect(createHash('sha256').update(textOf(path)).digest('hex'), path).toBe(hash);
  }
});

test('every table is strict and says what one row is', () => {
  let tables = 0;
  for (const path of paths) {
    const text = textOf(path);
    for (const match of text.matchAll(/create table (\w+) \([\s\S]*?\n\)([^;]*);/g)) {
      tables += 1;
      expect(match[2], `${path} ${match[1]}`).toContain('strict');
      const before = text.slice(0, match.index).trimEnd().split('\n').at(-1) ?? '';
      expect(before, `${path} ${match[1]} has no comment`).toMatch(/^--/);
    }
  }
  expect(tables).toBe(
    [
      ...paths
        .map(textOf)
        .join('\n')
        .matchAll(/create table/g),
    ].length,
  );
});
