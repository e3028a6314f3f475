import { localDate, showClock, showDay, showMoment } from '../../platform/days.ts';
import {
  Button,
  CallList,
  Form,
  LinkButton,
  Markdown,
  MemberLayout,
  Notice,
  PageHead,
  Rows,
  Row,
  Section,
  Tag,
  TextArea,
  type FlashMessage,
} from '../../ui/index.ts';
import { Compared } from '../../alerts/index.ts';
import { HUMAN_CHECK_SCRIPT, HumanCheckPlace } from './human-check.tsx';
import { MemberQuestions } from './member-questions.tsx';
import type { MemberPage, OpenPage, Person } from '../member-page.ts';

/** "Ned Harrowgate, Drummond": whom a page is for. */
export const forWhom = (person: Person): string =>
  [`${person.firstName} ${person.lastName}`, person.district].filter(Boolean).join(', ');

/** Two members share a number, so the page first asks whose answer it will be. */
export const WhoAnswersPage = ({ network, page }: { network: string; page: OpenPage }) => (
  <MemberLayout title="Who is answering" network={network}>
    <PageHead
      title="Who is answering?"
      sub="This message went to a number that several members share. Each has a page of their own."
    />
    <Rows label="Members">
      {page.people.map((person, place) => (
        <Row
          href={`/a/${page.token}?as=${place + 1}`}
          title={`${person.firstName} ${person.lastName}`}
          beside={person.district}
        />
      ))}
    </Rows>
  </MemberLayout>
);

interface Props {
  network: string;
  zone: string;
  now: number;
  page: MemberPage;
  form: string;
  /** Of the check that tells people from programs, where the network uses one. */
  siteKey: string | null;
  flash: FlashMessage | null;
}
const moment = (ms: number, zone: string) => `${showDay(localDate(ms, zone))}, ${showClock(ms, zone)}`;

const Standing = ({ page, zone }: { page: MemberPage; zone: string }) => {
  const { alert, state, response } = page;
  if (alert.supersededBy)
    return (
      <Notice tone="warn" title="A newer message took the place of this one">
        {page.newer ? (
          <>
            What stands here may be out of date. <a href={page.newer}>Open the newer one</a> and answer there.
          </>
        ) : (
          'What stands here may be out of date. Please wait for the newer one, and answer that.'
        )}
      </Notice>
    );
  const yours = response?.label ? ` Your answer: ${response.label}.` : '';
  if (state === 'cancelled')
    return <Notice title="This alert was called off">There is nothing left to do. Thank you.</Notice>;
  if (state === 'closed')
    return (
      <Notice title="This alert has closed">
        {alert.closedAt ? `It closed ${moment(alert.closedAt, zone)}.` : ''}
        {yours} Answers are no longer counted, but what an official told you is still worth knowing.
      </Notice>
    );
  return null;
};
const askedBy = ({ alert, state }: MemberPage, zone: string): string => {
  if (!alert.question || alert.deadlineAt === null || state === 'closed' || state === 'cancelled') return '';
  return state === 'late'
    ? `The deadline was ${moment(alert.deadlineAt, zone)}. You can still answer.`
    : `Please answer by ${moment(alert.deadlineAt, zone)}.`;
};

const SINCE = {
  new: 'New since your message',
  message: 'Changed since your message',
  reading: 'Changed since you read them',
};

const Points = ({ page, form, siteKey, zone, now }: Omit<Props, 'network' | 'flash'>) => {
  const { points, alert } = page;
  if (!points) return null;
  return (
    <Section title="What to say" id="say">
      {points.expired && (
        <Notice tone="warn" title={points.expired}>
          Please ask the office before you use them.
        </Notice>
      )}
      {points.changed && (
        <div>
          <p>
            <Tag tone="warn">{SINCE[points.changed.since]}</Tag>
            {points.changed.notes.length > 0 && <span class="soft"> {points.changed.notes.join('. ')}</span>}
          </p>
          {points.changed.lines.length > 0 && (
            <details class="whole">
              <summary>See what changed</summary>
              <Compared lines={points.changed.lines} />
            </details>
          )}
        </div>
      )}
      <Markdown html={points.html} />
      {points.sources && <p class="small soft">{points.sources}</p>}
      <details class="whole">
        <summary>As a text to copy</summary>
        <TextArea name="say" label="To read out, or to send" rows={6} value={page.say} required={false} />
        <div>
          <Button copies={page.say}>Copy</Button>
        </div>
      </details>
      <p class="small soft">
        Version {points.no}, {showMoment(points.publishedAt, now, zone)}
        {points.read && '. You have read this version.'}
      </p>
      {!points.read && (
        <Form action={`/a/${page.token}/reading${page.query}`} csrf={form} label="Talking points">
          <HumanCheckPlace siteKey={siteKey} />
          <div>
            <Button kind={alert.question ? undefined : 'main'}>I have read these</Button>
          </div>
        </Form>
      )}
    </Section>
  );
};

/** A member's page of one alert: what is asked and by when, the answer in one tap, whom to call and what to say. */
export const AnswerPage = ({ network, zone, now, page, form, siteKey, flash }: Props) => {
  const { alert, state, person, officials, words, delivery, token, query } = page;
  const { question } = alert;
  const answerable = question !== null && (state === 'open' || state === 'late');
  const by = askedBy(page, zone);
  return (
    <MemberLayout
      title={alert.title}
      network={network}
      forName={forWhom(person)}
      flash={flash}
      copies
      loads={siteKey && HUMAN_CHECK_SCRIPT}
      foot={
        <>
          {answerable && (
            <p>
              You can also answer by replying to the {delivery.channel === 'sms' ? 'text' : 'email'} with the
              number.
            </p>
          )}
          {page.people.length > 1 && (
            <p>
              <a href={`/a/${token}`}>Somebody else is answering</a>
            </p>
          )}
          <p>
            <a href={`/me/${page.settings}`}>Your settings</a>: numbers, addresses, leaving and coming back
          </p>
          <p>
            This page is for {person.firstName} {person.lastName} alone. Please do not pass it on.
          </p>
        </>
      }
    >
      <PageHead title={words.title} sub={by || undefined} />
      <Standing page={page} zone={zone} />
      {words.text && !words.asks && <p>{words.text}</p>}
      {answerable && (
        <MemberQuestions
          action={`/a/${token}/answer${query}`}
          asked={page.asked}
          form={form}
          siteKey={siteKey}
        />
      )}
      {officials.length > 0 && alert.kind !== 'survey' && (
        <Section title="Yours to call" id="officials">
          <CallList officials={officials} />
          <div class="acts">
            <LinkButton href={`/a/${token}/contact${query}`}>Tell us what they said</LinkButton>
            {page.events.length > 0 && (
              <LinkButton href={`/a/${token}/deadline.ics`} download>
                Add to calendar
              </LinkButton>
            )}
          </div>
        </Section>
      )}
      <Points page={page} form={form} siteKey={siteKey} zone={zone} now={now} />
      {(words.html || (words.text && words.asks)) && (
        <details class="whole">
          <summary>The whole message</summary>
          {words.html ? <Markdown html={words.html} /> : <p>{words.text}</p>}
        </details>
      )}
    </MemberLayout>
  );
};
