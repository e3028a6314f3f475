import type { Form } from '../../platform/form.ts';
import { Acts, Button, Form as WebForm, LinkButton, PageHead, PlainLayout } from '../../ui/index.ts';

/** A token that leads nowhere: never made by us, or dead with its alert. The same words for both. */
export const NowherePage = ({ network }: { network: string }) => (
  <PlainLayout title="This page is not here" network={network}>
    <PageHead
      title="This page is not here"
      sub="The link may have lost a letter on its way, or the alert has been over for more than 30 days. Open the link in the newest text or email once more; if it still leads here, reply to the message and ask."
    />
  </PlainLayout>
);

/** A form that we did not show: nothing is taken from it, and the page itself is one tap away. */
export const NotFromThePage = ({ network, href }: { network: string; href: string }) => (
  <PlainLayout title="Nothing was sent" network={network}>
    <PageHead
      title="Nothing was sent"
      sub="This did not come from your page as we showed it, so nothing was changed. Open the page and tap your answer again."
    />
    <p>
      <LinkButton kind="main" href={href}>
        Open the page
      </LinkButton>
    </p>
  </PlainLayout>
);

interface ConfirmProps {
  network: string;
  /** What would be sent, as the person put it. */
  what: string;
  action: string;
  back: string;
  form: string;
  values: Form;
}

/** Asks once more where a form came back faster than people tap, since mail scanners press buttons too. */
export const ConfirmPage = ({ network, what, action, back, form, values }: ConfirmProps) => (
  <PlainLayout title="Please confirm" network={network}>
    <PageHead
      title="Please confirm"
      sub="Press once more to confirm. Programs that check mail press buttons too, so nothing is sent until you do."
    />
    <WebForm action={action} csrf={form}>
      {Object.entries(values).flatMap(([name, value]) =>
        [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
      )}
      <p>
        You chose: <strong>{what}</strong>
      </p>
      <Acts>
        <Button kind="main">Yes, send it</Button>
        <LinkButton href={back}>Go back</LinkButton>
      </Acts>
    </WebForm>
  </PlainLayout>
);
