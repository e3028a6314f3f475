import { Button, Form, PageHead, PlainLayout } from '../../ui/index.ts';

type InvitationPageProps = {
  network: string;
  action: string;
  name: string;
  email: string;
  role: string;
  may: string;
  /** Says when this page was shown. */
  shown: string;
  /** Said where the button was pressed sooner than people read. */
  say: string | null;
};

/** The page an invitation's link opens: what is offered, and one button. */
export const InvitationPage = ({
  network,
  action,
  name,
  email,
  role,
  may,
  shown,
  say,
}: InvitationPageProps) => (
  <PlainLayout title="Join the staff" network={network}>
    <PageHead title={`Join ${network}`} sub={`${name}, you are asked to join as ${role.toLowerCase()}.`} />
    <p>{may}</p>
    <p class="soft">You sign in with codes sent to {email}. There is no password.</p>
    {say && <p>{say}</p>}
    <Form action={action}>
      <input type="hidden" name="shown" value={shown} />
      <Button kind="main">Accept and sign in</Button>
    </Form>
  </PlainLayout>
);
