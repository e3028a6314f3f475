import {
  Acts,
  Button,
  ConfirmInPlace,
  EmailText,
  Empty,
  Form,
  LinkButton,
  Section,
  Table,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { SettingsPage } from './settings-page.tsx';

export type Person = {
  id: string;
  name: string;
  email: string;
  /** The role in words, null when it has ended. */
  role: string | null;
  phone: string | null;
  lastSignIn: { iso: string; text: string } | null;
};
export type Invited = {
  id: string;
  name: string;
  email: string;
  role: string;
  until: { iso: string; text: string };
  over: boolean;
};

type RosterPageProps = {
  frame: Frame;
  mayInvite: boolean;
  people: Person[];
  invitations: Invited[];
  flash?: FlashMessage;
};

/** Everybody who may sign in, and who has been asked to. */
export const RosterPage = ({ frame, mayInvite: owner, people, invitations, flash }: RosterPageProps) => (
  <SettingsPage
    frame={frame}
    title="Staff"
    sub="Who may sign in here, and what each may do."
    flash={flash}
    actions={
      owner && (
        <LinkButton href="/settings/staff/new" kind="main">
          Invite a person
        </LinkButton>
      )
    }
  >
    <Table
      caption="People of the staff"
      compact
      quietCaption
      columns={[
        { key: 'name', label: 'Name' },
        { key: 'role', label: 'Role' },
        { key: 'email', label: 'Email' },
        { key: 'phone', label: 'Phone', nowrap: true },
        { key: 'last', label: 'Last sign-in' },
      ]}
      rows={people.map((one) => ({
        name: owner ? <a href={`/settings/staff/${one.id}`}>{one.name}</a> : one.name,
        role: one.role ?? <span class="soft">Left the staff</span>,
        email: <EmailText address={one.email} />,
        phone: one.phone,
        last: one.lastSignIn && <When {...one.lastSignIn} />,
      }))}
    />
    {owner && (
      <Section title="Invitations" id="invitations">
        <Table
          caption="Invitations nobody has accepted yet"
          quietCaption
          columns={[
            { key: 'name', label: 'Name' },
            { key: 'role', label: 'Role' },
            { key: 'email', label: 'Email' },
            { key: 'until', label: 'Works until' },
            { key: 'act', label: 'Change' },
          ]}
          rows={invitations.map((one) => ({
            name: one.name,
            role: one.role,
            email: <EmailText address={one.email} />,
            until: one.over ? <span class="soft">Its time is over</span> : <When {...one.until} />,
            act: (
              <Acts>
                <Form
                  action={`/settings/staff/invitations/${one.id}/mail`}
                  label={`Send ${one.name} the invitation again`}
                >
                  <Button>Send again</Button>
                </Form>
                <ConfirmInPlace
                  opens="Withdraw"
                  kind="danger"
                  consequence={`The link mailed to ${one.name} stops working. You can invite them again.`}
                  action={`/settings/staff/invitations/${one.id}/withdrawal`}
                  label="Withdraw this invitation"
                />
              </Acts>
            ),
          }))}
          empty={
            <Empty
              title="No invitation is open"
              text="Invite a person, and they stand here until they accept."
            />
          }
        />
      </Section>
    )}
  </SettingsPage>
);
