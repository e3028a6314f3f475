import { Button, Form, MemberLayout, Notice } from '../../ui/index.ts';

type JoinPageProps = {
  network: string;
  action: string;
  /** The last two digits of the number. */
  ending: string;
  state: 'unconsented' | 'active' | 'stopped' | 'dead';
  consent: { version: string; body: string };
  /** Says when this page was shown. */
  shown: string;
  problem?: string | null;
};

/** One member agrees to texts at one number. Looking at it agrees to nothing. */
export const JoinPage = ({ network, action, ending, state, consent, shown, problem }: JoinPageProps) => (
  <MemberLayout title="Get our texts" network={network}>
    {state === 'dead' && (
      <>
        <h1>This link is not good any more</h1>
        <p>
          Links work for 60 days. Ask the staff of {network} for a new one, or text JOIN from your phone to
          the number they text from.
        </p>
      </>
    )}
    {state === 'active' && (
      <>
        <h1>You get our texts</h1>
        <p>
          Texts go to the number that ends in <strong>{ending}</strong>. Text STOP to it at any time to end
          them.
        </p>
      </>
    )}
    {state === 'stopped' && (
      <>
        <h1>Texts to this number were stopped</h1>
        <p>
          Only a text from the phone itself can open the number that ends in <strong>{ending}</strong> again.
          Text <strong>START</strong> to the number you got our texts from.
        </p>
      </>
    )}
    {state === 'unconsented' && (
      <>
        <h1>Get our texts</h1>
        {problem && (
          <Notice tone="problem" title="That was not saved">
            <p>{problem}</p>
          </Notice>
        )}
        <p>
          For the number that ends in <strong>{ending}</strong>.
        </p>
        <p>{consent.body}</p>
        <Form action={action}>
          <input type="hidden" name="version" value={consent.version} />
          <input type="hidden" name="shown" value={shown} />
          <div class="acts">
            <Button kind="main">I agree, text me</Button>
          </div>
        </Form>
      </>
    )}
  </MemberLayout>
);
