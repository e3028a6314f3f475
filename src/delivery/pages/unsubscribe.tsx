import { ONCE_MORE } from '../../platform/read-first.ts';
import { Acts, Button, Form, MemberLayout } from '../../ui/index.ts';

interface UnsubscribeProps {
  network: string;
  action: string;
  /** Before the press, after it, or at a link that is not ours. */
  step: 'ask' | 'again' | 'done' | 'unknown';
  /** The signed value of the form. */
  shown: string;
}

/** Asks before it closes an address: a mail scanner opens every link, and opening changes nothing. */
export const Unsubscribe = ({ network, action, step, shown }: UnsubscribeProps) => (
  <MemberLayout title="Email from us" network={network}>
    {step === 'unknown' && (
      <>
        <h1>This link is not complete</h1>
        <p>It may have lost a letter on its way. Nothing has changed: this address still gets our email.</p>
        <p>Open the link in the email itself, or reply to any email from us with the word unsubscribe.</p>
      </>
    )}
    {step === 'done' && (
      <>
        <h1>You will get no more email from us</h1>
        <p>This address is closed from now on. Texts are not affected; reply STOP to one to end them.</p>
        <p>To come back, write to the staff of {network}.</p>
      </>
    )}
    {(step === 'ask' || step === 'again') && (
      <>
        <h1>Stop email from {network}</h1>
        <p>
          {step === 'again'
            ? ONCE_MORE
            : 'Nothing has changed yet. Press the button, and this address gets no more email from us.'}
        </p>
        <Form action={action} label="Stop email">
          <input type="hidden" name="shown" value={shown} />
          <Acts>
            <Button kind="main">Stop email to this address</Button>
          </Acts>
        </Form>
      </>
    )}
  </MemberLayout>
);
