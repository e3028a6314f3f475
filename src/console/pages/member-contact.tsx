import { OFFICIAL_STANCES } from '../../legislature/index.ts';
import { METHOD_LABELS, METHODS, STANCE_LABELS } from '../../lobbying/index.ts';
import {
  Acts,
  Button,
  DateField,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  MemberLayout,
  PageHead,
  Radios,
  Select,
  TextArea,
  type Callable,
} from '../../ui/index.ts';
import type { OpenPage, Person } from '../member-page.ts';
import { HUMAN_CHECK_SCRIPT, HumanCheckPlace } from './human-check.tsx';
import { forWhom } from './member-page.tsx';

interface Props {
  network: string;
  page: OpenPage;
  person: Person;
  officials: (Callable & { officialId: string })[];
  action: string;
  back: string;
  form: string;
  /** Of the check that tells people from programs, where the network uses one. */
  siteKey: string | null;
  values: Record<string, string | undefined>;
  /** YYYY-MM-DD */
  today: string;
  errors: Record<string, string>;
}

const LABELS: Record<string, string> = {
  officialId: 'Whom did you speak with?',
  stance: 'Where do they stand?',
  method: 'How did you speak?',
  onDate: 'When?',
  note: 'What did they say?',
};
const label = (name: string) => LABELS[name] ?? name;

/** What an official said to a member, in under a minute: whom, where they stand, how, and a note. */
export const ContactPage = (props: Props) => {
  const { network, page, person, officials, action, back, form, siteKey, values, today, errors } = props;
  const field = (name: string) => ({ name, label: label(name), error: errors[name] });
  return (
    <MemberLayout
      title="Tell us what they said"
      network={network}
      forName={forWhom(person)}
      loads={siteKey && HUMAN_CHECK_SCRIPT}
    >
      <PageHead
        back={{ href: back, label: 'Back to the page' }}
        title="Tell us what they said"
        sub={page.alert.billNumber ? `About ${page.alert.billNumber}.` : page.alert.title}
      />
      {officials.length === 0 ? (
        <Empty
          title="We do not know your officials yet"
          text="Reply to the message and tell us whom you spoke with and what they said."
          action={<LinkButton href={back}>Back to the page</LinkButton>}
        />
      ) : (
        <>
          <ErrorSummary
            problems={Object.entries(errors).map(([name, message]) => ({
              name,
              label: label(name),
              message,
            }))}
          />
          <Form action={action} csrf={form}>
            <Radios
              {...field('officialId')}
              value={values.officialId ?? (officials.length === 1 ? officials[0]?.officialId : null)}
              options={officials.map((one) => ({ value: one.officialId, label: `${one.name}, ${one.seat}` }))}
            />
            <Radios
              {...field('stance')}
              required={false}
              value={values.stance}
              options={OFFICIAL_STANCES.map((value) => ({ value, label: STANCE_LABELS[value] }))}
            />
            <Select
              {...field('method')}
              required={false}
              prompt="Choose"
              value={values.method}
              options={METHODS.map((value) => ({ value, label: METHOD_LABELS[value] }))}
            />
            <DateField {...field('onDate')} value={values.onDate ?? today} max={today} />
            <TextArea
              {...field('note')}
              required={false}
              hint="What they want to know, what worries them, what you promised."
              rows={4}
              maxlength={2000}
              value={values.note}
            />
            <HumanCheckPlace siteKey={siteKey} />
            <Acts>
              <Button kind="main">Send to staff</Button>
              <LinkButton href={back}>Cancel</LinkButton>
            </Acts>
          </Form>
        </>
      )}
    </MemberLayout>
  );
};
