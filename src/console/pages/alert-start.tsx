import type { Child } from 'hono/jsx';
import { acceptInWords, type Alert } from '../../alerts/index.ts';
import { showMoment, showZone } from '../../platform/days.ts';
import {
  Acts,
  Button,
  Checkbox,
  ConfirmInPlace,
  ConfirmPanel,
  DateField,
  Form,
  Notice,
  Section,
  TimeField,
  fieldsOf,
} from '../../ui/index.ts';

/** When an alert is to go out, as it was typed, with what is wrong by field. */
export interface StartForm {
  values: { onDate: string; onTime: string };
  errors: Record<string, string>;
}

interface Props {
  alert: Alert;
  zone: string;
  now: number;
  /** It was to go out long enough ago that a person decides again. */
  late: boolean;
  people: number;
  consequence: Child;
  /** Messages that would miss the deadline, where these are more than the approver accepted; else 0. */
  tooLate: number;
  form: StartForm;
}

const Revision = ({ alert }: { alert: Alert }) => (
  <input type="hidden" name="revision" value={String(alert.revision)} />
);

const Accept = ({ missing }: { missing: number }) =>
  missing > 0 && <Checkbox name="acceptMissing" value={String(missing)} label={acceptInWords(missing)} />;

const Later = ({ alert, zone, form }: Pick<Props, 'alert' | 'zone' | 'form'>) => {
  const field = fieldsOf(form.values, form.errors);
  return (
    <Section title="Or at a later time" id="later">
      <p class="hint">
        The clock sends it then, with the checks made now. Days and hours are in {showZone(zone)}.
      </p>
      <Form action={`/alerts/${alert.id}/schedule`} label="Send at a later time">
        <Revision alert={alert} />
        <div class="pair">
          <DateField {...field('onDate')} label="Day" />
          <TimeField {...field('onTime')} label="Time" />
        </div>
        <Acts>
          <Button>Schedule it</Button>
        </Acts>
      </Form>
    </Section>
  );
};

const PutBack = ({ alert }: { alert: Alert }) => (
  <Form action={`/alerts/${alert.id}/unscheduling`} label="Put back">
    <Acts>
      <Button>Put back to approved</Button>
    </Acts>
  </Form>
);

/** How an approved or scheduled alert goes out: now by a person, or at a time by the clock. */
export const AlertStart = ({ alert, zone, now, late, people, consequence, tooLate, form }: Props) => {
  const when = alert.scheduledAt === null ? '' : showMoment(alert.scheduledAt, now, zone);
  const sendNow = (
    <ConfirmPanel
      question={late ? `It was to go out ${when}. Send it now?` : `Send to ${people} members?`}
      consequence={consequence}
      action={`/alerts/${alert.id}/launch`}
      label={`Send to ${people} members`}
      cancelHref={`/alerts/${alert.id}/preview`}
      cancelLabel="Back to the preview"
    >
      <Revision alert={alert} />
      <Accept missing={tooLate} />
    </ConfirmPanel>
  );
  if (alert.state === 'approved')
    return (
      <>
        {sendNow}
        <Later alert={alert} zone={zone} form={form} />
      </>
    );
  if (late)
    return (
      <>
        <Notice tone="warn" title="It missed its time">
          The clock came too late to send it at the hour that was chosen, so it waits for you.
        </Notice>
        {sendNow}
        <PutBack alert={alert} />
      </>
    );
  return (
    <>
      <Notice title={`Goes out ${when}`}>
        {alert.scheduledByName ?? 'A colleague'} scheduled it. It is checked once more then: if its audience
        has grown or a rule forbids it, it is not sent and waits here with the reason.
      </Notice>
      <Acts>
        <ConfirmInPlace
          opens="Send it now"
          consequence={consequence}
          action={`/alerts/${alert.id}/launch`}
          label={`Send to ${people} members`}
        >
          <Revision alert={alert} />
          <Accept missing={tooLate} />
        </ConfirmInPlace>
      </Acts>
      <PutBack alert={alert} />
    </>
  );
};
