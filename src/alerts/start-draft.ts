import { committeeName, seatName } from '../legislature/index.ts';
import { localDate, localTime } from '../platform/days.ts';
import type { Form } from '../platform/form.ts';
import { read, readAs } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { BLANK } from './alert-form.ts';
import { expiryOf } from './points-expiry.ts';
import { billToDraft, officialsNamed, pointsOfBill } from './queries.ts';

/**
 * The talking points to send about a bill, the newest that hold; and where all of them expired, the newest of those. To
 * be asked together with other reads; no row where the bill has none.
 */
export const pointsAbout = (world: World, billId: string, zone: string) => {
  const now = world.clock.now();
  return readAs(pointsOfBill, { billId, today: localDate(now, zone) }, (rows) =>
    rows.map((newest) => {
      const expired = expiryOf(newest.expiresOn, now, zone) === 'expired';
      return { current: expired ? null : newest, expired: expired ? newest : null };
    }),
  );
};

/**
 * The form of a new alert about a bill: its issue, its talking points if any hold, and the next hearing as the deadline.
 * Nothing is written; the person goes on from here.
 * @param officialIds only members who reach one of these are meant; none for every member
 */
export const formAboutBill = async (
  world: World,
  billId: string,
  officialIds: string[],
  zone: string,
): Promise<Form> => {
  const [[bill], [points]] = await world.db.together(
    read(billToDraft, { billId, now: world.clock.now() }),
    pointsAbout(world, billId, zone),
  );
  if (!bill) return { ...BLANK, officials: officialIds };
  const { hearingAt, committee, chamber } = bill;
  return {
    ...BLANK,
    billId,
    issueId: bill.issueId ?? '',
    talkingPointsId: points?.current?.id ?? '',
    organizationId: bill.organizationId ?? '',
    title: committee ? `${bill.number}: call ${committeeName(committee, chamber)}` : '',
    officials: officialIds,
    ...(hearingAt !== null && {
      deadlineOn: localDate(hearingAt, zone),
      deadlineTime: localTime(hearingAt, zone),
    }),
  };
};

/** The officials of an audience as the form offers them, to be asked together with other reads: "Rep. Ada Kestrelman, HD 78". */
export const officialsRead = (ids: string[]) =>
  readAs(officialsNamed, { ids }, (rows) =>
    rows.map((one) => {
      const { chamberId, seatLabel, state, district } = one;
      const seat =
        chamberId !== null && seatLabel !== null && state !== null && district !== null
          ? seatName({ chamberId, seatLabel, state, district })
          : null;
      return {
        value: one.id,
        label: [[one.title, one.name].filter(Boolean).join(' '), seat].filter(Boolean).join(', '),
      };
    }),
  );
