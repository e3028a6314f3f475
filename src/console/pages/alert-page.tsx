import { showMoment } from '../../platform/days.ts';
import { microsToCents } from '../../platform/money.ts';
import {
  Columns,
  ConfirmInPlace,
  ConsoleLayout,
  formatCents,
  PageHead,
  PhonePreview,
  Notice,
  Section,
  Table,
  Tag,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { AlertView } from '../alert-view.ts';
import { AlertTies } from './alert-ties.tsx';
import { AlertForetold } from './alert-foretold.tsx';
import { AlertTally } from './alert-tally.tsx';
import { DELIVERY_WORDS, STATE_TAGS } from './alert-words.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  view: AlertView;
  now: number;
  mayAct: boolean;
}

/** ", to 95 members by text and email" */
const reachedBy = ({ alert, tally }: AlertView): string => {
  const channels = [alert.sendSms && 'text', alert.sendEmail && 'email'].filter(Boolean).join(' and ');
  return tally.asked > 0
    ? ` to ${tally.asked} ${tally.asked === 1 ? 'member' : 'members'} by ${channels}`
    : '';
};

const statesOf = (alertId: string, states: Record<string, number>, channel: 'sms' | 'email', what: string) =>
  Object.entries(states).map(([state, count]) => ({
    what: `${what}: ${(DELIVERY_WORDS[state] ?? state).toLowerCase()}`,
    count: <a href={`/alerts/${alertId}/deliveries?channel=${channel}&state=${state}`}>{count}</a>,
  }));

/** "4 are out already and cannot be called back; 6 will not be sent": nudges counted along. */
const cancelling = ({ sent }: AlertView): string => {
  const parts = [sent.sms, sent.email, sent.nudges.sms, sent.nudges.email];
  const out = parts.reduce((sum, one) => sum + one.out, 0);
  const ahead = parts.reduce((sum, one) => sum + one.ahead, 0);
  return [
    out === 1
      ? '1 message is out already and cannot be called back.'
      : `${out} messages are out already and cannot be called back.`,
    ahead === 0
      ? 'Nothing waits to be sent, and answers are no longer counted.'
      : `${ahead} will not be sent, but for those being handed over at this moment.`,
  ].join(' ');
};

/** An alert that is or was out: one number, the picture, the act it asks for; then what was sent and what came of it. */
export const AlertPage = ({ frame, flash, view, now, mayAct }: Props) => {
  const { alert, sent, cost, contacts, pages, text } = view;
  const tag = STATE_TAGS[alert.state];
  const unconfirmed = [sent.sms, sent.email, sent.nudges.sms, sent.nudges.email].reduce(
    (sum, one) => sum + (one.states.unconfirmed ?? 0),
    0,
  );
  const open = alert.state === 'open' || alert.state === 'sending';
  return (
    <ConsoleLayout {...frame} title={alert.title} current="alerts" flash={flash}>
      <PageHead
        back={{ href: '/alerts', label: 'Alerts' }}
        title={alert.title}
        tags={tag && <Tag tone={tag.tone}>{tag.label}</Tag>}
        sub={[
          alert.launchedAt ? `Sent ${showMoment(alert.launchedAt, now, frame.zone)}${reachedBy(view)}.` : '',
          alert.closedAt
            ? `Closed ${showMoment(alert.closedAt, now, frame.zone)}.`
            : alert.deadlineAt
              ? `${alert.deadlineAt > now ? 'Open until' : 'The deadline was'} ${showMoment(alert.deadlineAt, now, frame.zone)}.`
              : '',
        ]
          .filter(Boolean)
          .join(' ')}
      />
      <AlertTies view={view} />
      {alert.state === 'halted' && (
        <Notice tone="problem" title="This alert stopped by itself">
          {alert.haltedReason}
        </Notice>
      )}
      <Columns
        main={<AlertTally view={view} zone={frame.zone} now={now} mayAct={mayAct} />}
        aside={
          <>
            {text && (
              <Section title="What they got" id="got">
                <PhonePreview
                  from={frame.network}
                  messages={[{ text: text.words }]}
                  segments={text.segments}
                />
              </Section>
            )}
            <Section
              title="Delivery"
              id="delivery"
              more={{ href: `/alerts/${alert.id}/deliveries`, label: 'Each one' }}
            >
              <Table
                caption="Messages by state"
                quietCaption
                columns={[
                  { key: 'what', label: 'Messages' },
                  { key: 'count', label: 'Number', align: 'end' },
                ]}
                rows={[
                  ...statesOf(alert.id, sent.sms.states, 'sms', 'Texts'),
                  ...statesOf(alert.id, sent.email.states, 'email', 'Emails'),
                  ...statesOf(alert.id, sent.nudges.sms.states, 'sms', 'Nudges by text'),
                  ...statesOf(alert.id, sent.nudges.email.states, 'email', 'Nudges by email'),
                ]}
              />
              {mayAct && unconfirmed > 0 && (
                <p>
                  <a href={`/alerts/${alert.id}/unconfirmed`}>Decide about what could not be confirmed</a>
                </p>
              )}
              <p class="small soft">
                {cost.unpriced > 0 && cost.priceMicros === 0
                  ? `${cost.segments} text segments. The carrier tells the price within hours.`
                  : `${formatCents(microsToCents(cost.priceMicros))} for ${cost.segments} text segments${
                      cost.unpriced > 0 ? `; the price of ${cost.unpriced} texts is still to come` : ''
                    }.`}
              </p>
            </Section>
            <AlertForetold both={view.foretold} />
            <Section title="What came of it" id="came">
              <Table
                caption="What came of it"
                quietCaption
                columns={[
                  { key: 'what', label: 'What' },
                  { key: 'count', label: 'Number', align: 'end' },
                ]}
                rows={[
                  {
                    what: 'Contact reports',
                    count: (
                      <a href={`/log/contacts?state=confirmed&alert=${alert.id}`}>{contacts.confirmed}</a>
                    ),
                  },
                  { what: 'Officials heard from', count: contacts.officials },
                  ...(contacts.drafts > 0
                    ? [
                        {
                          what: 'Contact reports to confirm',
                          count: <a href={`/log/contacts?alert=${alert.id}`}>{contacts.drafts}</a>,
                        },
                      ]
                    : []),
                  ...(pages.opened > 0
                    ? [
                        {
                          what: 'Pages opened, by people and by programs that check links',
                          count: pages.opened,
                        },
                        { what: 'Forms sent from them by people', count: pages.byPeople },
                        { what: 'Forms sent as programs do, not counted', count: pages.byPrograms },
                      ]
                    : []),
                ]}
              />
            </Section>
            {mayAct && (open || alert.state === 'paused' || alert.state === 'halted') && (
              <Section title="This alert" id="control">
                <div class="acts">
                  {alert.state === 'sending' && (
                    <ConfirmInPlace
                      opens="Pause"
                      consequence="Messages that are not out yet wait until you go on."
                      action={`/alerts/${alert.id}/pause`}
                      label="Pause sending"
                    />
                  )}
                  {(alert.state === 'paused' || alert.state === 'halted') && (
                    <ConfirmInPlace
                      opens="Go on"
                      consequence="Messages that wait go out within their hours."
                      action={`/alerts/${alert.id}/resumption`}
                      label="Go on sending"
                    />
                  )}
                  {alert.state === 'sending' && view.nextAt !== null && (
                    <p class="small soft">
                      It can be closed once everything is out. Until then it can be paused or cancelled.
                    </p>
                  )}
                  {!view.ties.some((one) => one.tie === 'draft') && (
                    <ConfirmInPlace
                      opens="New version"
                      consequence={`For when “the vote moved to 3 pm”: you get a draft in the same words, which is approved like any. ${
                        alert.state === 'sending' ? 'What is not out yet is paused meanwhile. ' : ''
                      }This alert ends when the new one goes out.`}
                      action={`/alerts/${alert.id}/successor`}
                      label="Begin the new version"
                    />
                  )}
                  {alert.state === 'open' && (
                    <ConfirmInPlace
                      opens="Close"
                      consequence="Late answers are kept but not counted. What it cost and whom it reached go into the log as drafts."
                      action={`/alerts/${alert.id}/closure`}
                      label="Close this alert"
                    />
                  )}
                  <ConfirmInPlace
                    opens="Cancel"
                    kind="danger"
                    consequence={cancelling(view)}
                    action={`/alerts/${alert.id}/cancellation`}
                    label="Cancel this alert"
                  />
                </div>
              </Section>
            )}
          </>
        }
      />
    </ConsoleLayout>
  );
};
