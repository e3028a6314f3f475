import type { Alert } from '../../alerts/index.ts';
import { showMoment } from '../../platform/days.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PageHead,
  Pager,
  Table,
  TextArea,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { DELIVERY_WORDS } from './alert-words.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  alert: Alert;
  messages: {
    id: number;
    memberId: string;
    name: string | null;
    channel: string;
    nudge: boolean;
    address: string | null;
    triedAt: number | null;
    tries: number;
    mailState: string | null;
  }[];
  next: string | null;
  chosen: string[];
  reason: string;
  problems: FieldProblem[];
  now: number;
}

const known = (one: Props['messages'][number]): string =>
  [
    'No answer came, and it is not in the provider’s list.',
    one.tries > 1 ? `Tried ${one.tries} times.` : '',
    one.mailState ? `Email instead: ${(DELIVERY_WORDS[one.mailState] ?? one.mailState).toLowerCase()}.` : '',
  ]
    .filter(Boolean)
    .join(' ');

/** Messages that nobody could confirm: to leave as they are, or to send again at the risk of a second copy. */
export const UnconfirmedPage = (props: Props) => {
  const { frame, flash, alert, messages, next, chosen, reason, problems, now } = props;
  const base = `/alerts/${alert.id}/unconfirmed`;
  return (
    <ConsoleLayout
      {...frame}
      title={`Not confirmed: ${alert.title}`}
      current="alerts"
      back={{ href: `/alerts/${alert.id}`, label: alert.title }}
      flash={flash}
    >
      <PageHead
        title="Not confirmed"
        sub="We handed these over and got no clear answer. Each may have arrived or not, so none is sent again until you decide."
      />
      <ErrorSummary problems={problems} />
      {messages.length === 0 ? (
        <Empty
          title="Nothing waits for a decision"
          text="When no clear answer comes for a message and half an hour brings no proof, it stands here."
        />
      ) : (
        <Form action={`${base}/again`} label="Messages not confirmed">
          <Table
            caption="Messages"
            quietCaption
            columns={[
              { key: 'who', label: 'Member' },
              { key: 'where', label: 'Where to' },
              { key: 'when', label: 'Tried', nowrap: true },
              { key: 'known', label: 'What is known' },
            ]}
            rows={messages.map((one) => ({
              who: (
                <label class="choice">
                  <input
                    type="checkbox"
                    name="ids"
                    value={String(one.id)}
                    checked={chosen.includes(String(one.id))}
                  />
                  <span>{one.name ?? 'Erased'}</span>
                </label>
              ),
              where: `${one.channel === 'sms' ? 'Text' : 'Email'}${one.nudge ? ' (nudge)' : ''}${
                one.address ? `, ${one.address}` : ''
              }`,
              when: one.triedAt ? showMoment(one.triedAt, now, frame.zone) : '',
              known: known(one),
            }))}
          />
          <TextArea
            label="Why send again"
            name="reason"
            value={reason}
            rows={2}
            required={false}
            hint="Needed only for sending again. It is kept in the journal with your name, so name no member."
            error={problems.find((one) => one.name === 'reason')?.message}
          />
          <Notice tone="warn" title="Some may get it twice">
            Who got the first one gets a second. Opt-outs, texting hours and the deadline still hold.
          </Notice>
          <Acts>
            <Button kind="main" formaction={`${base}/left`}>
              Leave as it is
            </Button>
            <Button kind="danger">Send again</Button>
            <LinkButton href={`/alerts/${alert.id}`}>Go back</LinkButton>
          </Acts>
        </Form>
      )}
      <Pager next={next ? `${base}?cursor=${next}` : null} prev={null} shown={messages.length} />
    </ConsoleLayout>
  );
};
