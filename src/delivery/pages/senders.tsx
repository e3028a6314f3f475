import { limitInWords } from '../../alerts/index.ts';
import { showMoment } from '../../platform/days.ts';
import { showPhone } from '../../platform/phone.ts';
import type { SenderUsage } from '../../platform/world.ts';
import { SettingsPage } from '../../staff/index.ts';
import {
  Acts,
  Button,
  ConfirmInPlace,
  ErrorSummary,
  Form,
  Notice,
  Section,
  Select,
  Table,
  TextField,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { isMailKind, kindInWords } from '../sender-words.ts';

interface Sender {
  id: string;
  channel: 'sms' | 'email';
  address: string;
  profile: string;
  perSecond: number;
  perDay: number | null;
  usage: SenderUsage;
}
interface Props {
  frame: Frame;
  mayChange: boolean;
  now: number;
  senders: Sender[];
  profiles: string[];
  /** What was typed for one sender and what is wrong with it. */
  again: { id: string; values: Record<string, string>; errors: Record<string, string> } | null;
  flash?: FlashMessage;
}

const LABELS: Record<string, string> = {
  profile: 'Kind of sender',
  number: 'Number',
  perSecond: 'Most in a second',
  perDay: 'Most in a day',
};

/** What the network sends from: its limits, what is used of them today, and what holds it. */
export const SendersPage = ({ frame, mayChange, now, senders, profiles, again, flash }: Props) => (
  <SettingsPage
    frame={frame}
    title="Senders"
    sub="How much may go, and how fast. Texts count in segments. A carrier’s day ends at midnight Pacific time."
    flash={flash}
  >
    {senders.map((sender) => (
      <Section
        title={sender.channel === 'sms' ? 'Texts' : 'Mail'}
        id={sender.id}
        aside={kindInWords(sender.profile)}
      >
        <Holds sender={sender} now={now} zone={frame.zone} mayChange={mayChange} />
        <Table
          caption={`Limits of ${sender.channel === 'sms' ? 'texts' : 'mail'}`}
          quietCaption
          columns={[
            { key: 'limit', label: 'At most' },
            { key: 'used', label: 'Used now', align: 'end' },
          ]}
          rows={sender.usage.limits.map((limit) => ({
            limit:
              sender.channel === 'sms'
                ? limitInWords(limit)
                : limitInWords(limit).replace('segments', 'mails'),
            used: limit.used.toLocaleString('en-US'),
          }))}
        />
        {mayChange && (
          <SenderForm
            sender={sender}
            profiles={profiles.filter((one) => isMailKind(one) === (sender.channel === 'email'))}
            again={again?.id === sender.id ? again : null}
          />
        )}
      </Section>
    ))}
  </SettingsPage>
);

const Holds = ({
  sender,
  now,
  zone,
  mayChange,
}: {
  sender: Sender;
  now: number;
  zone: string;
  mayChange: boolean;
}) =>
  sender.usage.holds.length > 0 && (
    <Notice tone="warn" title="On hold">
      {sender.usage.holds.map((hold) => (
        <p>
          Until {showMoment(hold.until, now, zone)}
          {hold.bulkOnly ? ', but for answers to people who wait' : ''}: {hold.reason}
        </p>
      ))}
      {mayChange && (
        <ConfirmInPlace
          opens="Go on sending"
          consequence="What waits goes out from now on. If the carrier still refuses it, the hold comes back."
          action={`/settings/senders/${sender.id}/release`}
          label="Lift the hold"
        />
      )}
    </Notice>
  );

const SenderForm = ({
  sender,
  profiles,
  again,
}: {
  sender: Sender;
  profiles: string[];
  again: Props['again'];
}) => {
  const errors = again?.errors ?? {};
  const kinds = profiles.includes(sender.profile) ? profiles : [sender.profile, ...profiles];
  return (
    <Form action={`/settings/senders/${sender.id}`} label={sender.channel === 'sms' ? 'Texts' : 'Mail'}>
      <ErrorSummary
        problems={Object.entries(errors).map(([name, message]) => ({
          name,
          label: LABELS[name] ?? name,
          message,
        }))}
      />
      <Select
        name="profile"
        label="Kind of sender"
        hint="As the carriers’ registry has it. It decides what the carriers take."
        options={kinds.map((value) => ({ value, label: kindInWords(value) }))}
        value={again?.values.profile ?? sender.profile}
        error={errors.profile}
      />
      {sender.channel === 'sms' && (
        <TextField
          name="number"
          label="Number"
          type="tel"
          required={false}
          size={20}
          hint="The number that members text to; shown where they are asked to text JOIN or START."
          value={again?.values.number ?? (sender.address.startsWith('+') ? showPhone(sender.address) : '')}
          error={errors.number}
        />
      )}
      <TextField
        name="perSecond"
        label="Most in a second"
        inputmode="numeric"
        size={8}
        hint="The network’s own ceiling. The tightest of all limits counts."
        value={again?.values.perSecond ?? String(sender.perSecond)}
        error={errors.perSecond}
      />
      <TextField
        name="perDay"
        label="Most in a day"
        inputmode="numeric"
        required={false}
        size={8}
        hint="Empty: no ceiling of our own."
        value={again?.values.perDay ?? (sender.perDay === null ? '' : String(sender.perDay))}
        error={errors.perDay}
      />
      <Acts>
        <Button>Save</Button>
      </Acts>
    </Form>
  );
};
