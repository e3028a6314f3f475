import { Button, Form, Notice, PageHead, PlainLayout, TextField, type FlashMessage } from '../../ui/index.ts';
import { CODE_MINUTES } from '../sign-in-rules.ts';

type SignInPageProps = {
  network: string;
  next: string;
  email?: string;
  error?: string;
  /** Too many tries: what to do now. */
  limit?: string;
  flash?: FlashMessage;
};

/** Asks for the address that a code is sent to. */
export const SignInPage = ({ network, next, email, error, limit, flash }: SignInPageProps) => (
  <PlainLayout title="Sign in" network={network} flash={flash}>
    <PageHead title="Sign in" sub="We mail you a code. There is no password." />
    {limit && <Notice tone="warn" title={limit} />}
    <Form action="/sign-in">
      <input type="hidden" name="next" value={next} />
      <TextField
        label="Your email address"
        name="email"
        type="email"
        autocomplete="email"
        value={email}
        error={error}
        autofocus
        spellcheck={false}
      />
      <Button kind="main">Send me a code</Button>
    </Form>
  </PlainLayout>
);

type CodePageProps = {
  network: string;
  next: string;
  /** Empty where the browser has forgotten it: the page then asks for it. */
  email: string;
  error?: string;
  emailError?: string;
  limit?: string;
};

/** Asks for the code that was mailed; says the same for every address. */
export const CodePage = ({ network, next, email, error, emailError, limit }: CodePageProps) => (
  <PlainLayout title="Enter your code" network={network}>
    <PageHead
      title="Enter your code"
      sub={
        email
          ? `If ${email} belongs to the staff of this network, a mail with a code is on its way. It works for ${CODE_MINUTES} minutes.`
          : `The code is in the newest mail from this network. It works for ${CODE_MINUTES} minutes.`
      }
    />
    {limit && <Notice tone="warn" title={limit} />}
    <Form action="/sign-in/code">
      <input type="hidden" name="next" value={next} />
      {email ? (
        <input type="hidden" name="email" value={email} />
      ) : (
        <TextField
          label="Your email address"
          name="email"
          type="email"
          autocomplete="email"
          error={emailError}
          autofocus
        />
      )}
      <TextField
        label="Six-digit code"
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
        size={8}
        error={error}
        autofocus={email !== ''}
      />
      <Button kind="main">Sign in</Button>
    </Form>
    <p class="soft">
      No mail after a minute? Look in the junk folder, check the address, or{' '}
      <a href={`/sign-in?next=${encodeURIComponent(next)}`}>ask for a new code</a>.
    </p>
  </PlainLayout>
);

type LinkPageProps = { network: string; action: string; next: string; shown: string; say: string };

/** The page a mailed link opens. Mail scanners open links too, and press buttons at once: a person reads first. */
export const LinkPage = ({ network, action, next, shown, say }: LinkPageProps) => (
  <PlainLayout title="Sign in" network={network}>
    <PageHead title="Sign in on this device" sub={say} />
    <Form action={action}>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="shown" value={shown} />
      <Button kind="main">Continue</Button>
    </Form>
  </PlainLayout>
);

/** A link that no longer works, and the way to a new one. */
export const DeadLinkPage = ({ network, message }: { network: string; message: string }) => (
  <PlainLayout title="This link does not work" network={network}>
    <PageHead title="This link does not work" sub={message} />
    <p>
      <a class="button main" href="/sign-in">
        Ask for a new code
      </a>
    </p>
  </PlainLayout>
);
