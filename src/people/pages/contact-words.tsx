import { showPhone } from '../../platform/phone.ts';
import { EmailText, Tag } from '../../ui/index.ts';
import type { ContactPoint } from '../member.ts';

const STATES: Record<ContactPoint['state'], string> = {
  active: 'in use',
  unconsented: 'waits for consent',
  held: 'on hold',
  suppressed: 'stopped',
  invalid: 'does not work',
};
const REASONS: Record<string, string> = {
  stopped: 'they texted STOP',
  unsubscribed: 'they unsubscribed',
  complained: 'they reported a message as spam',
  bounced: 'mail came back',
  wrong_number: 'somebody else has this number',
  staff: 'closed by staff',
  held: 'unclear whether they meant to stop',
  suspect: 'could not be reached on three alerts',
};

/** A number that the carrier closed has its code for a reason. */
const CARRIER_CODE = /^\d{5}$/;

/** Why an address is closed, in plain words. */
export const reasonWords = (reason: string): string =>
  REASONS[reason] ??
  (CARRIER_CODE.test(reason) ? `the carrier says that it takes no texts (${reason})` : reason);

/** A number or address as people read it. */
export const addressWords = (point: { channel: string; address: string }): string =>
  point.channel === 'sms' ? showPhone(point.address) : point.address;

/** The same on a page: a number stays on one line, an address breaks where it may. */
export const AddressText = ({ point }: { point: { channel: string; address: string } }) =>
  point.channel === 'sms' ? (
    <span class="nowrap">{showPhone(point.address)}</span>
  ) : (
    <EmailText address={point.address} />
  );

/** The state of a contact point, where it is anything but in use without doubt. */
export const PointState = ({ point }: { point: ContactPoint }) =>
  point.state === 'active' ? (
    point.reason === 'suspect' && <Tag tone="warn">may not work: {reasonWords(point.reason)}</Tag>
  ) : (
    <Tag tone={point.state === 'unconsented' ? 'none' : 'warn'}>
      {STATES[point.state]}
      {point.reason && point.reason !== 'held' && `: ${reasonWords(point.reason)}`}
    </Tag>
  );

/** The number or address of a channel that is used first. */
export const firstOf = (points: ContactPoint[], channel: 'sms' | 'email'): ContactPoint | undefined =>
  points.find((point) => point.channel === channel && point.isPrimary);

/** The first number or address of a channel, with its state. */
export const FirstPoint = ({ points, channel }: { points: ContactPoint[]; channel: 'sms' | 'email' }) => {
  const first = firstOf(points, channel);
  if (!first) return null;
  return (
    <>
      <AddressText point={first} />
      {(first.state !== 'active' || first.reason === 'suspect') && (
        <>
          {' '}
          <PointState point={first} />
        </>
      )}
    </>
  );
};
