import {
  Acts,
  Button,
  ConfirmInPlace,
  ErrorSummary,
  Form,
  Notice,
  Section,
  TextField,
  fieldsOf,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { RoleFields, type Places, type RoleChoice } from './role-fields.tsx';
import { SettingsPage, summaryOf } from './settings-page.tsx';

const LABELS = {
  name: 'Name',
  email: 'Email address',
  role: 'Role',
  regionId: 'Region',
  organizationId: 'Organization',
  phone: 'Mobile number',
};
const BACK = { href: '/settings/staff', label: 'Staff' };

type InvitePageProps = {
  frame: Frame;
  /** Named by the form, so that a double submit invites once. */
  id: string;
  places: Places;
  values: RoleChoice & { name?: string; email?: string };
  errors?: Record<string, string>;
  problem?: string;
};

/** The form that asks a person to join the staff. */
export const InvitePage = ({ frame, id, places, values, errors = {}, problem }: InvitePageProps) => {
  const field = fieldsOf(values, errors);
  return (
    <SettingsPage
      frame={frame}
      title="Invite a person"
      sub="They get a mail with a link, and sign in with codes sent to that address."
      back={BACK}
    >
      {problem && <Notice tone="problem" title={problem} />}
      <Form action="/settings/staff/invitations">
        <ErrorSummary problems={summaryOf(LABELS, errors)} />
        <input type="hidden" name="id" value={id} />
        <TextField label="Name" {...field('name')} autocomplete="off" />
        <TextField label="Email address" {...field('email')} type="email" autocomplete="off" />
        <RoleFields places={places} chosen={values} errors={errors} />
        <Acts>
          <Button kind="main">Send the invitation</Button>
        </Acts>
      </Form>
    </SettingsPage>
  );
};

type PersonPageProps = {
  frame: Frame;
  person: RoleChoice & { id: string; name: string; email: string; phone: string | null };
  places: Places;
  errors?: Record<string, string>;
  problem?: string;
  flash?: FlashMessage;
};

/** One person of the staff: their role, their phone, and taking them off the staff. */
export const PersonPage = ({ frame, person, places, errors = {}, problem, flash }: PersonPageProps) => {
  const at = `/settings/staff/${person.id}`;
  return (
    <SettingsPage frame={frame} title={person.name} sub={person.email} back={BACK} flash={flash}>
      {problem && <Notice tone="problem" title={problem} />}
      <Section title="What they may do" id="may">
        <Form action={`${at}/role`} label="Role">
          <ErrorSummary problems={summaryOf(LABELS, errors)} />
          <RoleFields places={places} chosen={person} errors={errors} />
          <Acts>
            <Button kind="main">{person.role ? 'Change the role' : 'Give this role'}</Button>
          </Acts>
        </Form>
      </Section>
      <Section title="Phone" id="phone">
        <Form action={`${at}/phone`} label="Phone">
          <TextField
            label="Mobile number"
            name="phone"
            type="tel"
            required={false}
            hint="For requests to approve an alert."
            value={person.phone}
            error={errors.phone}
            size={20}
          />
          <Acts>
            <Button>Save the phone</Button>
          </Acts>
        </Form>
      </Section>
      {person.role && (
        <Section title="Leaving" id="leaving">
          <ConfirmInPlace
            opens="Take off the staff"
            kind="danger"
            consequence={`${person.name} is signed out everywhere, their API keys stop, and they get no more codes. What they did stays in the journal. You can give them a role again later.`}
            action={`${at}/departure`}
            label={`Take ${person.name} off the staff`}
          />
        </Section>
      )}
    </SettingsPage>
  );
};
