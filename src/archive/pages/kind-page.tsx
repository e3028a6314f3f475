import { Acts, Button, ConfirmInPlace, ConfirmPanel, Form, TextField, type Frame } from '../../ui/index.ts';
import { SettingsPage } from '../../staff/index.ts';
import { counted, daysWords } from './retention-page.tsx';

type KindPageProps = {
  frame: Frame;
  mayWrite: boolean;
  kind: {
    kind: string;
    title: string;
    what: string;
    things: [string, string];
    proposed: number;
    floor: { days: number; source: string };
    days: number | null;
  };
  /** As it was typed. */
  typed?: string;
  error?: string;
  /** What it would remove, once asked: how much, from before which day. */
  would?: { days: number; count: number; before: string };
};

/** One kind of what may go: after how many days, and what that would remove, before anybody switches it on. */
export const KindPage = ({ frame, mayWrite, kind, typed, error, would }: KindPageProps) => {
  const at = `/settings/retention/${kind.kind}`;
  return (
    <SettingsPage
      frame={frame}
      title={kind.title}
      sub={kind.what}
      back={{ href: '/settings/retention', label: 'Retention' }}
    >
      <p>
        {kind.days === null
          ? 'Nothing of this is removed now.'
          : `Removed once it is ${daysWords(kind.days)} old.`}{' '}
        What is evidence of consent, became a contact report or stands behind a filing is kept, however old it
        is.
      </p>
      <Form action={at} method="get" label="How long it is kept">
        <TextField
          label="Keep it for, in days"
          name="days"
          inputmode="numeric"
          size={6}
          hint={`At least ${kind.floor.days.toLocaleString('en-US')}.${kind.floor.source && ` ${kind.floor.source}.`}`}
          value={typed ?? String(kind.days ?? kind.proposed)}
          error={error}
        />
        <Acts>
          <Button kind={would ? undefined : 'main'}>See what it would remove</Button>
        </Acts>
      </Form>
      {would && <Removal at={at} kind={kind} would={would} mayWrite={mayWrite} />}
      {kind.days !== null && mayWrite && !would && (
        <ConfirmInPlace
          opens="Keep everything again"
          consequence="What is here stays from now on. What was removed does not come back."
          action={`${at}/keep`}
          label={`Keep ${kind.title.charAt(0).toLowerCase()}${kind.title.slice(1)}`}
        />
      )}
    </SettingsPage>
  );
};

type RemovalProps = {
  at: string;
  kind: KindPageProps['kind'];
  would: NonNullable<KindPageProps['would']>;
  mayWrite: boolean;
};

const Removal = ({ at, kind, would, mayWrite }: RemovalProps) => {
  const many = counted(would.count, kind.things);
  const consequence = (
    <p>
      Tonight it would remove <strong>{many}</strong> from before {would.before}, and each night what has
      become {daysWords(would.days)} old. What is removed does not come back.
    </p>
  );
  return mayWrite ? (
    <ConfirmPanel
      question={`Remove what is older than ${daysWords(would.days)}?`}
      consequence={consequence}
      action={at}
      label={would.count === 0 ? 'Remove it from tonight on' : `Remove ${many} tonight`}
      cancelHref="/settings/retention"
      kind="danger"
    >
      <input type="hidden" name="days" value={String(would.days)} />
    </ConfirmPanel>
  ) : (
    <>
      {consequence}
      <p class="soft">An owner can switch it on.</p>
    </>
  );
};
