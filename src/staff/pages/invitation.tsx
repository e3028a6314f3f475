import { Button, Form, PageHead, PlainLayout } from '../../ui/index.ts';

type InvitationPageProps = {
  network: string;
  action: string;
  name: string;
  email: string;
  role: string;
  may: string;
};

/** The page an invitation's link opens: what is offered, and one button. */
export const InvitationPage = ({ network, action, name, email, role, may }: InvitationPageProps) => (
  <PlainLayout title="Join the staff" network={network}>
    <PageHead title={`Join ${network}`} sub={`${name}, you are asked to join as ${role.toLowerCase()}.`} />
    <p>{may}</p>
    <p class="soft">You sign in with codes sent to {email}. There is no password.</p>
    <Form action={action}>
      <Button kind="main">Accept and sign in</Button>
    </Form>
  </PlainLayout>
);
