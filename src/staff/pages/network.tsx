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
import type { Role } from '../../platform/who.ts';
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
  selfApproval: 'A person may approve the alert they wrote',
  countProbableMail: 'Count mails that missed the reply address',
};

type NetworkPageProps = {
  frame: Frame;
  role: Role;
  settings: NetworkSettings;
  phone: string | null;
  errors?: Record<string, string>;
  flash?: FlashMessage;
};

/** The network's own settings for an owner, and everybody's own phone. */
export const NetworkPage = (props: NetworkPageProps) => {
  const { frame, role, settings, phone, errors = {}, flash } = props;
  const { phone: phoneError, ...networkErrors } = errors;
  return (
    <SettingsPage frame={frame} role={role} tab="network" title="Settings" flash={flash}>
      <Section title="Your phone" id="phone">
        <p>Requests to approve an alert are texted here, beside the mail.</p>
        <Form action="/settings/phone" label="Your phone">
          <TextField
            label="Mobile number"
            name="phone"
            type="tel"
            autocomplete="tel"
            required={false}
            hint="Leave it empty to get mail only."
            value={phone}
            error={phoneError}
            size={20}
          />
          <Acts>
            <Button>Save your phone</Button>
          </Acts>
        </Form>
      </Section>
      <Section title="The network" id="network">
        {role === 'owner' ? (
          <NetworkForm settings={settings} errors={networkErrors} />
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
      </Section>
    </SettingsPage>
  );
};

const zoneName = (zone: string) => ZONES.find(([id]) => id === zone)?.[1] ?? zone;

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
    <Form action="/settings" label="The network">
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
        rows={2}
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
