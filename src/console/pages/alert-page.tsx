import { showWhen } from '../../platform/days.ts';
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
import { AlertTally } from './alert-tally.tsx';
import { DELIVERY_WORDS, STATE_TAGS } from './alert-words.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  view: AlertView;
  now: number;
  mayAct: boolean;
}

const statesOf = (states: Record<string, number>, what: string) =>
  Object.entries(states).map(([state, count]) => ({
    what: `${what}: ${DELIVERY_WORDS[state] ?? state}`,
    count,
  }));

/** An alert that is or was out: one number, the picture, the act it asks for; then what was sent and what came of it. */
export const AlertPage = ({ frame, flash, view, now, mayAct }: Props) => {
  const { alert, sent, cost, contacts, text } = view;
  const tag = STATE_TAGS[alert.state];
  const open = alert.state === 'open' || alert.state === 'sending';
  return (
    <ConsoleLayout {...frame} title={alert.title} current="alerts" flash={flash}>
      <PageHead
        back={{ href: '/alerts', label: 'Alerts' }}
        title={alert.title}
        tags={tag && <Tag tone={tag.tone}>{tag.label}</Tag>}
        sub={[
          alert.launchedAt ? `Sent ${showWhen(alert.launchedAt, now, frame.zone)}` : '',
          alert.deadlineAt
            ? `${alert.deadlineAt > now ? 'open until' : 'deadline was'} ${showWhen(alert.deadlineAt, now, frame.zone)}`
            : '',
        ]
          .filter(Boolean)
          .join('; ')}
      />
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
                  ...statesOf(sent.sms.states, 'Text'),
                  ...statesOf(sent.email.states, 'Email'),
                  ...statesOf(sent.nudges.sms.states, 'Nudge by text'),
                  ...statesOf(sent.nudges.email.states, 'Nudge by email'),
                ]}
              />
              <p class="small soft">
                {formatCents(microsToCents(cost.priceMicros))} for {cost.segments} text segments
                {cost.unpriced > 0 ? `; the carrier has not yet told the price of ${cost.unpriced}` : ''}.
              </p>
            </Section>
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
                    what: <a href={`/log/contacts?state=confirmed`}>Contact reports</a>,
                    count: contacts.confirmed,
                  },
                  { what: 'Officials heard from', count: contacts.officials },
                  ...(contacts.drafts > 0
                    ? [{ what: <a href="/log/contacts">Drafts to confirm</a>, count: contacts.drafts }]
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
                    consequence={`${sent.sms.out + sent.email.out} messages are out already and cannot be called back. Nothing more of it goes out.`}
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
