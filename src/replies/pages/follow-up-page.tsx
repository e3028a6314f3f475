import {
  Button,
  ConsoleLayout,
  Empty,
  Filters,
  Form,
  LinkButton,
  Notice,
  PageHead,
  PhonePreview,
  Section,
  Select,
  Table,
  TextArea,
  TextField,
  formatCents,
  type Frame,
} from '../../ui/index.ts';
import { ANSWER_FIELDS } from '../merge-problems.ts';
import type { FollowUpView } from '../preview-follow-up.ts';

export type FollowUpDraft = {
  /** Minted by the form, so that a double click sends once. */
  id: string;
  alertId: string | null;
  option: number | null;
  regionId: string | null;
  smsText: string;
  emailSubject: string;
  emailText: string;
};
type FollowUpPageProps = FollowUpView & {
  frame: Frame;
  draft: FollowUpDraft;
  step: 'write' | 'confirm';
  errors: Record<string, string>;
  problem: string | null;
  size: string;
};
type Plan = NonNullable<FollowUpView['plan']>;

/** A message to all who gave one answer: whom, the words, then what will be sent. */
export const FollowUpPage = (props: FollowUpPageProps) => {
  const { frame, draft, alerts, plan, step, problem } = props;
  return (
    <ConsoleLayout {...frame} title="Write to all who gave one answer" current="inbox">
      <PageHead
        back={{ href: '/inbox', label: 'Inbox' }}
        title="Write to all who gave one answer"
        sub="Choose an alert, then one of its answers. Nothing goes out before you have seen whom it reaches and what it says."
      />
      {problem && (
        <Notice tone="problem" title="Nothing was sent">
          <p>{problem}</p>
        </Notice>
      )}
      {alerts.length === 0 ? (
        <Empty
          title="Nobody has answered an alert yet"
          text="Send an alert that asks something. When answers come in, you can write to all who gave the same one."
        />
      ) : step === 'write' ? (
        <>
          <Whom {...props} />
          {plan && <WhoGets plan={plan} />}
          {plan && plan.people > 0 && <Words {...props} />}
        </>
      ) : (
        plan && <Confirm {...props} plan={plan} />
      )}
      {step === 'confirm' && !plan && (
        <p>
          <a href={`/inbox/follow-up?alert=${draft.alertId ?? ''}`}>Choose an answer</a>
        </p>
      )}
    </ConsoleLayout>
  );
};

const Whom = ({ alerts, options, regions, draft }: FollowUpPageProps) => (
  <Filters action="/inbox/follow-up" label="Whom to write to" button="Choose">
    <Select
      label="Alert"
      name="alert"
      value={draft.alertId}
      prompt="Choose an alert"
      options={alerts.map(({ id, title }) => ({ value: id, label: title }))}
    />
    {options.length > 0 && (
      <Select
        label="Answer"
        name="option"
        value={draft.option === null ? null : String(draft.option)}
        prompt="Choose an answer"
        options={options.map(({ no, label, count }) => ({
          value: String(no),
          label: `${no} ${label} (${count})`,
        }))}
      />
    )}
    {options.length > 0 && (
      <Select
        label="Region"
        name="region"
        required={false}
        value={draft.regionId}
        prompt="All regions"
        options={regions.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )}
  </Filters>
);

const members = (count: number) => (count === 1 ? '1 member' : `${count} members`);

const WhoGets = ({ plan }: { plan: Plan }) => (
  <Section title={`${members(plan.chose)} gave this answer`} id="whom">
    <p>
      {plan.people === plan.chose
        ? plan.chose === 1
          ? 'They can be written to.'
          : 'All of them can be written to.'
        : `${members(plan.people)} can be written to.`}{' '}
      {plan.texts > 0 && `By text ${plan.texts}. `}
      {plan.mails > 0 && `By email ${plan.mails}.`}
    </p>
    {plan.left.length > 0 && (
      <Table
        caption="Left out"
        columns={[
          { key: 'reason', label: 'Why' },
          { key: 'channel', label: 'By' },
          { key: 'people', label: 'Members', align: 'end' },
        ]}
        rows={plan.left.map((one) => ({
          reason: one.reason,
          channel: one.channel === 'sms' ? 'text' : 'email',
          people: one.people,
        }))}
      />
    )}
  </Section>
);

const Hidden = ({ draft }: { draft: FollowUpDraft }) => (
  <>
    <input type="hidden" name="id" value={draft.id} />
    <input type="hidden" name="alert" value={draft.alertId ?? ''} />
    <input type="hidden" name="option" value={draft.option === null ? '' : String(draft.option)} />
    {draft.regionId && <input type="hidden" name="region" value={draft.regionId} />}
  </>
);

const Words = ({ draft, errors, size }: FollowUpPageProps) => (
  <Section title="What to write" id="words">
    <Form action="/inbox/follow-up/preview" label="What to write">
      <Hidden draft={draft} />
      <TextArea
        label="Text"
        name="sms_text"
        required={false}
        rows={4}
        value={draft.smsText}
        error={errors.smsText}
        hint={`Filled in for each member: ${ANSWER_FIELDS.map((field) => `{{${field}}}`).join(', ')}.`}
        counter={{ href: '/inbox/segments', text: size }}
      />
      <TextField
        label="Subject of the email"
        name="email_subject"
        required={false}
        value={draft.emailSubject}
        error={errors.emailSubject}
      />
      <TextArea
        label="Email"
        name="email_text"
        required={false}
        rows={8}
        value={draft.emailText}
        error={errors.emailText}
        hint="Leave the text or the email empty to send only the other."
      />
      <div class="acts">
        <Button kind="main">Look at it</Button>
      </div>
    </Form>
  </Section>
);

const Confirm = ({ draft, plan }: FollowUpPageProps & { plan: Plan }) => {
  const cost =
    plan.micros === null
      ? 'price not known'
      : `at most ${formatCents(Math.ceil(plan.micros / 10_000))} in all`;
  const fields = (
    <>
      <Hidden draft={draft} />
      <input type="hidden" name="sms_text" value={draft.smsText} />
      <input type="hidden" name="email_subject" value={draft.emailSubject} />
      <input type="hidden" name="email_text" value={draft.emailText} />
    </>
  );
  return (
    <>
      <WhoGets plan={plan} />
      {plan.longest && (
        <PhonePreview
          from={`Longest: ${plan.longest.member}`}
          messages={[{ text: plan.longest.text }]}
          segments={plan.longest.segments}
          cost={cost}
          note="Texts wait for their reader’s hours."
        />
      )}
      {draft.emailText !== '' && (
        <Section
          title={plan.mail?.subject ?? draft.emailSubject}
          id="mail"
          aside={plan.mail && `as ${plan.mail.member} reads it`}
        >
          <p class="pre-line">{plan.mail?.text ?? draft.emailText}</p>
        </Section>
      )}
      <Form action="/inbox/follow-up" label="Send">
        {fields}
        <input type="hidden" name="people" value={String(plan.people)} />
        <div class="acts">
          <Button kind="main" disabled={plan.people === 0}>
            Send to {members(plan.people)}
          </Button>
        </div>
      </Form>
      <Form action="/inbox/follow-up/preview" label="Change it">
        {fields}
        <input type="hidden" name="back" value="1" />
        <div class="acts">
          <Button>Change the words</Button>
          <LinkButton kind="quiet" href="/inbox">
            Do not send
          </LinkButton>
        </div>
      </Form>
    </>
  );
};
