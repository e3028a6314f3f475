import { OFFICIAL_STANCES, RELATIONSHIP_WORDS, STRENGTH_WORDS } from '../../legislature/index.ts';
import { STANCE_LABELS } from '../../lobbying/index.ts';
import {
  AnswerChoices,
  Button,
  Checkboxes,
  Form,
  Section,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { HumanCheckPlace } from './human-check.tsx';
import {
  howField,
  knownField,
  NOT_KNOWN,
  NOT_SAID,
  stanceField,
  type PageQuestion,
} from '../member-page-answer.ts';

type Props = {
  /** Where an answer is posted. */
  action: string;
  asked: PageQuestion[];
  /** The signed value that every form of the page carries. */
  form: string;
  /** Of the check that the network uses, if any. */
  siteKey: string | null;
};

const STANCES = [
  ...OFFICIAL_STANCES.map((value) => ({ value, label: STANCE_LABELS[value] })),
  { value: NOT_SAID, label: 'Spoke, did not say' },
];
const KNOWN = [
  { value: NOT_KNOWN, label: 'Do not know them' },
  ...Object.entries(STRENGTH_WORDS).map(([value, label]) => ({ value, label })),
];
const HOW = Object.entries(RELATIONSHIP_WORDS).flatMap(([value, label]) =>
  value === 'acquainted' ? [] : [{ value, label }],
);
const STEPS = (most: number | null) =>
  Array.from({ length: most ?? 0 }, (_, place) => ({ value: String(place + 1), label: String(place + 1) }));

const NoOfficials = () => <p>We do not know your officials yet. Reply to the message and tell us.</p>;

const Fields = ({ question, answer, officials }: PageQuestion) => {
  const { kind, options, least, most, unit, lowLabel, highLabel } = question;
  if (kind === 'many')
    return (
      <Checkboxes
        name="answer"
        label="Choose all that fit"
        options={options.map(({ no, label }) => ({ value: String(no), label: `${no} ${label}` }))}
        values={options.filter(({ id }) => answer?.optionIds?.includes(id)).map(({ no }) => String(no))}
      />
    );
  if (kind === 'number') {
    const bounds = [least === null ? '' : `from ${least}`, most === null ? '' : `up to ${most}`].filter(
      Boolean,
    );
    return (
      <TextField
        name="number"
        label={unit ? `How many ${unit}` : 'A number'}
        hint={bounds.length > 0 ? bounds.join(' ') : undefined}
        value={answer?.number == null ? null : String(answer.number)}
      />
    );
  }
  if (kind === 'scale')
    return (
      <Select
        name="number"
        label={
          [lowLabel && `1 is ${lowLabel}`, highLabel && `${most} is ${highLabel}`]
            .filter(Boolean)
            .join(', ') || `From 1 to ${most}`
        }
        prompt="Choose"
        options={STEPS(most)}
        value={answer?.number == null ? null : String(answer.number)}
      />
    );
  if (kind === 'known')
    return (
      <>
        {officials.map(({ officialId, name }, place) => {
          const known = answer?.officials?.find((one) => one.officialId === officialId);
          return (
            <div class="pair">
              <Select
                name={knownField(place)}
                label={`${place + 1}. ${name}`}
                prompt="Choose"
                options={KNOWN}
                value={known ? String(known.strength ?? '') : answer && NOT_KNOWN}
              />
              <Select
                name={howField(place)}
                label={`How you know ${name}`}
                quiet
                required={false}
                prompt="How, if you like"
                options={HOW}
                value={known?.kind ?? null}
              />
            </div>
          );
        })}
        {officials.length === 0 && <NoOfficials />}
      </>
    );
  if (kind === 'officials')
    return (
      <>
        {officials.map(({ officialId, name }, place) => {
          const stand = answer?.officials?.find((one) => one.officialId === officialId);
          return (
            <Select
              name={stanceField(place)}
              label={`${place + 1}. ${name}`}
              required={false}
              prompt="Did not speak"
              options={STANCES}
              value={stand ? (stand.stance ?? NOT_SAID) : null}
            />
          );
        })}
        {officials.length === 0 && <NoOfficials />}
      </>
    );
  return <TextArea name="text" label="Your answer" rows={3} maxlength={2000} value={answer?.text ?? null} />;
};

/**
 * What an alert asks a member, question by question: a choice in one tap, the others with a button each. The ones
 * that follow an answer are there as soon as it is given; looking answers nothing.
 */
export const MemberQuestions = ({ action, asked, form, siteKey }: Props) => (
  <>
    {asked.map((one) => {
      const { question, answer } = one;
      if (question.kind === 'choice')
        return (
          <AnswerChoices
            action={action}
            name="answer"
            question={question.prompt}
            chosen={answer ? String(answer.no) : null}
            options={question.options.map(({ no, label }) => ({ value: String(no), label }))}
            hidden={{ question: String(question.no) }}
            csrf={form}
          >
            <HumanCheckPlace siteKey={siteKey} />
          </AnswerChoices>
        );
      return (
        <Section
          title={question.prompt}
          id={`question-${question.no}`}
          aside={answer ? 'answered' : undefined}
        >
          <Form action={action} csrf={form} label={question.prompt}>
            <input type="hidden" name="question" value={String(question.no)} />
            <Fields {...one} />
            <HumanCheckPlace siteKey={siteKey} />
            <div>
              <Button kind={answer ? undefined : 'main'}>{answer ? 'Change my answer' : 'Answer'}</Button>
            </div>
          </Form>
        </Section>
      );
    })}
  </>
);
