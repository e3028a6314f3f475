import {
  addTalkingPoints,
  editTalkingPoints,
  publishTalkingPoints,
  setAsk,
  shareTalkingPoints,
} from '../alerts/index.ts';
import { addRelationship, listChambers, listOfficials } from '../legislature/index.ts';
import { addContactReport } from '../lobbying/index.ts';
import { listMembers, setDistrictFact } from '../people/index.ts';
import { addDays } from '../platform/days.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { districts } from './cast.ts';
import { must } from './must.ts';

const VOUCHERS_FIRST = `## HB 203 moves public money out of the school fund

* It moves millions out of the fund that every district draws on.
* Small districts cannot spread a fixed cost over fewer students.
* Private programs under the bill report neither results nor enrollment.

**Ask:** please vote no in committee, or amend out section 4.`;

const VOUCHERS = `## HB 203 moves public money out of the school fund

* It moves about **$11.2 million** a year out of the fund that every district draws on.
* In {{district | your district}} that is about **{{dollars at stake}}** a year, for {{enrollment | its}} students.
* Small districts cannot spread a fixed cost over fewer students.
* Private programs under the bill report neither results nor enrollment.

**Ask:** please vote no in committee, or amend out section 4.`;
const VOUCHERS_SHORT =
  'HB 203 takes $11.2 million a year out of the fund every district draws on. Please ask for a no in committee.';

const FEDERAL = `## Rural education: what we ask of the delegation

* Keep **Title II-A** whole: it pays for the only training many small districts can offer.
* Reauthorize **Secure Rural Schools** before the county payments lapse.
* Fund IDEA at the level promised in 1975, step by step: this year, one step.

**Ask:** name one of these three in your letter to the appropriators.`;

/** Of so many districts the figures are known; the others show what a page does without. */
const KNOWN_DISTRICTS = 42;
/** What the bill would take for each student, in dollars. */
const DOLLARS_A_STUDENT = 76;

/** The talking points of the cast, with the figures that stand in them. Answers with those on the voucher bill. */
export const buildPoints = async (
  world: World,
  by: { staff: Who; coordinator: Who; director: Who },
  about: { vouchers: string; hb203: string; federal: string; today: string },
): Promise<string> => {
  const asOf = `${Number(about.today.slice(0, 4)) - 1}-10-01`;
  for (const [at, { nces }] of districts.slice(0, KNOWN_DISTRICTS).entries()) {
    const enrollment = 48 + ((at * 37) % 410);
    const fact = { nces, asOf, source: 'State office of education' };
    await must(setDistrictFact(world, by.staff, { ...fact, key: 'enrollment', value: String(enrollment) }));
    await must(
      setDistrictFact(world, by.staff, {
        ...fact,
        key: 'dollars at stake',
        value: `$${(enrollment * DOLLARS_A_STUDENT).toLocaleString('en-US')}`,
        source: 'Fiscal note of HB 203',
      }),
    );
  }
  const { id } = await must(
    addTalkingPoints(world, by.staff, {
      title: 'HB 203: vouchers',
      issueId: about.vouchers,
      billId: about.hb203,
      level: 'state',
      body: VOUCHERS_FIRST,
      expiresOn: addDays(about.today, 21),
    }),
  );
  await must(publishTalkingPoints(world, by.staff, { id, changeNote: '' }));
  await must(editTalkingPoints(world, by.staff, { id, body: VOUCHERS, short: VOUCHERS_SHORT }));
  await must(
    publishTalkingPoints(world, by.staff, {
      id,
      changeNote: 'The fiscal note is out: $11.2 million a year.',
    }),
  );
  await must(shareTalkingPoints(world, by.staff, { id, shared: true }));

  const rural = await must(
    addTalkingPoints(world, by.coordinator, {
      title: 'Rural education in Washington',
      issueId: about.federal,
      level: 'federal',
      body: FEDERAL,
      short: 'Please ask for Title II-A, Secure Rural Schools or IDEA in your letter to the appropriators.',
    }),
  );
  await must(publishTalkingPoints(world, by.coordinator, { id: rural.id, changeNote: '' }));
  await buildDelegation(world, by, about);
  return id;
};

/** What is asked of the delegation, who knows them, and what was heard. */
const buildDelegation = async (
  world: World,
  by: { staff: Who; coordinator: Who },
  { federal, today }: { federal: string; today: string },
): Promise<void> => {
  const { data: chambers } = await must(listChambers(world, by.coordinator, {}));
  const delegates: string[] = [];
  for (const { id } of chambers.filter(({ level }) => level === 'federal'))
    for (const seat of (await must(listOfficials(world, by.coordinator, { chamberId: id }))).data)
      if (seat.officialId) delegates.push(seat.officialId);
  const [first = '', second = ''] = delegates;
  await must(
    setAsk(world, by.coordinator, {
      officialIds: delegates,
      issueId: federal,
      words: 'Keep Title II-A whole in this year’s appropriations.',
    }),
  );
  await must(
    setAsk(world, by.coordinator, {
      officialIds: [first],
      issueId: federal,
      words: 'Cosponsor the renewal of Secure Rural Schools.',
    }),
  );
  const { data: members } = await must(listMembers(world, by.staff, { limit: 6 }));
  const [, ann, , ben] = members;
  if (!ann || !ben) return;
  await must(
    addRelationship(world, by.staff, {
      memberId: ann.id,
      officialId: first,
      kind: 'served_together',
      strength: 3,
      sinceYear: 2012,
      note: 'Two terms on the same school board.',
    }),
  );
  await must(
    addRelationship(world, by.staff, {
      memberId: ben.id,
      officialId: second,
      kind: 'acquainted',
      strength: 1,
      sinceYear: null,
      note: '',
    }),
  );
  await must(
    addContactReport(world, by.staff, {
      memberId: ann.id,
      officialId: first,
      issueId: federal,
      method: 'phone',
      onDate: addDays(today, -4),
      note: 'Will look at Title II-A with her staff.',
    }),
  );
};
