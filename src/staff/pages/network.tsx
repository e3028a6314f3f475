import {
  Acts,
  Button,
  Checkbox,
  DefinitionList,
  ErrorSummary,
  Form,
  Section,
  Select,
  TextArea,
  TextField,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { NetworkSettings } from '../network-settings.ts';
import { SettingsPage, summaryOf } from './settings-page.tsx';

const ZONES = [
  ['America/New_York', 'Eastern'],
  ['America/Chicago', 'Central'],
  ['America/Denver', 'Mountain'],
  ['America/Phoenix', 'Mountain, without daylight time (Arizona)'],
  ['America/Los_Angeles', 'Pacific'],
  ['America/Anchorage', 'Alaska'],
  ['Pacific/Honolulu', 'Hawaii'],
];

const LABELS: Record<string, string> = {
  networkName: 'Name of the network',
  shortName: 'Short name',
  mailFromName: 'Sender of mail',
  state: 'State',
  zone: 'Time zone',
  postalAddress: 'Postal address',
  helpText: 'Answer to HELP',
  weeklyBudget: 'Messages a week to one member',
  selfApproval: 'A person may approve the alert they wrote',
  countProbableMail: 'Count mails that missed the reply address',
};

type NetworkPageProps = {
  frame: Frame;
  mayWrite: boolean;
  mayBudget: boolean;
  settings: NetworkSettings;
  errors?: Record<string, string>;
  flash?: FlashMessage;
};

/** The network's own settings: an owner changes them, the director how much goes out, others read them. */
export const NetworkPage = ({
  frame,
  mayWrite,
  mayBudget,
  settings,
  errors = {},
  flash,
}: NetworkPageProps) => (
  <SettingsPage
    frame={frame}
    title="Network"
    sub="What it is called, where it is, and what members read."
    flash={flash}
  >
    {mayWrite ? (
      <NetworkForm settings={settings} errors={errors} />
    ) : (
      <>
        <DefinitionList
          items={[
            { term: 'Name', value: settings.networkName },
            { term: 'State', value: settings.state },
            { term: 'Time zone', value: zoneName(settings.zone) },
            { term: 'Postal address', value: settings.postalAddress || 'Not set' },
          ]}
        />
        <p class="soft">An owner can change these.</p>
      </>
    )}
    <Section title="How much goes out" id="budget">
      <p>
        Alerts and nudges count, by text and email as one. Whoever has had this many in seven days is left out
        of the next, which the preview shows before anybody approves; the approver may let an alert past with
        a reason.
      </p>
      {mayBudget ? (
        <Form action="/settings/network/budget" label="How much goes out">
          <TextField
            label={LABELS.weeklyBudget ?? ''}
            name="weeklyBudget"
            inputmode="numeric"
            required={false}
            size={4}
            maxlength={2}
            hint="Leave it empty for no limit."
            value={settings.weeklyBudget === null ? null : String(settings.weeklyBudget)}
            error={errors.weeklyBudget}
          />
          <Acts>
            <Button kind={mayWrite ? undefined : 'main'}>Save the budget</Button>
          </Acts>
        </Form>
      ) : (
        <p>
          {settings.weeklyBudget === null
            ? 'There is no limit.'
            : `At most ${settings.weeklyBudget} a week to one member.`}{' '}
          <span class="soft">The director can change this.</span>
        </p>
      )}
    </Section>
  </SettingsPage>
);

type PhonePageProps = { frame: Frame; phone: string | null; error?: string; flash?: FlashMessage };

/** Everybody's own phone. */
export const PhonePage = ({ frame, phone, error, flash }: PhonePageProps) => (
  <SettingsPage
    frame={frame}
    title="Your phone"
    sub="Requests to approve an alert are texted here, beside the mail. Texts you send from it become lines of the log."
    flash={flash}
  >
    <Form action="/settings/phone" label="Your phone">
      <TextField
        label="Mobile number"
        name="phone"
        type="tel"
        autocomplete="tel"
        required={false}
        hint="Leave it empty to get mail only."
        value={phone}
        error={error}
        size={20}
      />
      <Acts>
        <Button kind="main">Save your phone</Button>
      </Acts>
    </Form>
  </SettingsPage>
);

/** "Mountain", or the zone itself where it has no common name. */
export const zoneName = (zone: string) => ZONES.find(([id]) => id === zone)?.[1] ?? zone;

const NetworkForm = ({ settings, errors }: { settings: NetworkSettings; errors: Record<string, string> }) => {
  const zones = ZONES.map(([value = '', label = '']) => ({ value, label }));
  if (!zones.some(({ value }) => value === settings.zone))
    zones.push({ value: settings.zone, label: settings.zone });
  const text = (name: 'networkName' | 'shortName' | 'mailFromName', hint: string, maxlength: number) => (
    <TextField
      label={LABELS[name] ?? ''}
      name={name}
      hint={hint}
      maxlength={maxlength}
      value={settings[name]}
      error={errors[name]}
    />
  );
  return (
    <Form action="/settings/network" label="The network">
      <ErrorSummary problems={summaryOf(LABELS, errors)} />
      {text('networkName', 'Stands at the top of every page.', 80)}
      {text('shortName', 'Begins each text, so that members know who writes. Each letter costs space.', 20)}
      {text('mailFromName', 'The name that members see as the sender of mail.', 80)}
      <TextField
        label="State"
        name="state"
        hint="Two letters, for example MT."
        maxlength={2}
        size={4}
        value={settings.state}
        error={errors.state}
      />
      <Select label="Time zone" name="zone" options={zones} value={settings.zone} error={errors.zone} />
      <TextArea
        label="Postal address"
        name="postalAddress"
        rows={3}
        required={false}
        hint="Stands at the foot of every mail, as the law on bulk mail asks."
        maxlength={300}
        value={settings.postalAddress}
        error={errors.postalAddress}
      />
      <TextArea
        label="Answer to HELP"
        name="helpText"
        rows={4}
        hint="What a member who texts HELP reads. Say who you are and how to reach you."
        maxlength={300}
        value={settings.helpText}
        error={errors.helpText}
      />
      <Checkbox
        label="A person may approve the alert they wrote"
        name="selfApproval"
        hint="Off: a second person looks at every alert before it goes out."
        checked={settings.selfApproval}
      />
      <Checkbox
        label="Count mails that missed the reply address"
        name="countProbableMail"
        hint="Off: such a mail waits in the inbox. On: it counts where the member’s address is proved and it answers a mail of ours to the same member."
        checked={settings.countProbableMail}
      />
      <Acts>
        <Button kind="main">Save the network</Button>
      </Acts>
    </Form>
  );
};
