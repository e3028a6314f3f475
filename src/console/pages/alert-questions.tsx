import { OFFICIAL_STANCES, STRENGTH_WORDS } from '../../legislature/index.ts';
import { STANCE_LABELS } from '../../lobbying/index.ts';
import type { QuestionTally } from '../../replies/index.ts';
import { Bars, DefinitionList, Section } from '../../ui/index.ts';
import { OUTCOME_TONES } from './alert-words.ts';

const shown = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

/** "For the bill 2, Undecided 1", from one end of the scale to the other. */
const stancesInWords = (stances: QuestionTally['officials'][number]['stances']) =>
  [...OFFICIAL_STANCES, null]
    .map((key) => ({
      words: key === null ? 'Not said' : STANCE_LABELS[key],
      count: stances.find(({ stance }) => stance === key)?.count ?? 0,
    }))
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${words} ${count}`)
    .join(', ');

/** "2: know each other well 1, have met 1", best first. */
const knownInWords = (strengths: QuestionTally['officials'][number]['strengths']) =>
  `${strengths.reduce((sum, { count }) => sum + count, 0)}: ${strengths
    .toSorted((a, b) => (b.strength ?? 0) - (a.strength ?? 0))
    .map(({ strength, count }) => `${(STRENGTH_WORDS[strength ?? 0] ?? 'not said').toLowerCase()} ${count}`)
    .join(', ')}`;

const Answers = ({ alertId, one }: { alertId: string | null; one: QuestionTally }) => {
  const href = (option: number) =>
    alertId === null ? undefined : `/alerts/${alertId}/responses?question=${one.no}&option=${option}`;
  if (one.kind === 'choice' || one.kind === 'many')
    return (
      <Bars
        label={one.prompt}
        heads={['Choice', 'Chose it', 'Members']}
        rows={one.options.map(({ no, label, outcome, count }) => ({
          label: `${no} ${label}`,
          href: href(no),
          value: count,
          of: one.answered,
          text: String(count),
          tone: OUTCOME_TONES[outcome] ?? 'accent',
        }))}
      />
    );
  if (one.kind === 'scale')
    return (
      <>
        <Bars
          label={one.prompt}
          heads={['Step', 'Chose it', 'Members']}
          rows={one.steps.map(({ step, count }) => ({
            label: String(step),
            value: count,
            of: one.answered,
            text: String(count),
          }))}
        />
        {one.number && <p class="soft">Average {shown(one.number.average)}.</p>}
      </>
    );
  if (one.kind === 'number' && one.number)
    return (
      <DefinitionList
        figures
        items={[
          { term: 'In all', value: shown(one.number.sum) },
          { term: 'Average', value: shown(one.number.average) },
          { term: 'Half have less, half more', value: shown(one.number.median) },
        ]}
      />
    );
  if (one.kind === 'known')
    return (
      <DefinitionList
        items={one.officials.map(({ officialId, name, strengths }) => ({
          term: <a href={`/officials/${officialId}#knows`}>{name}</a>,
          value: `known by ${knownInWords(strengths)}`,
        }))}
      />
    );
  if (one.kind === 'officials')
    return (
      <DefinitionList
        items={one.officials.map(({ officialId, name, stances }) => ({
          term: <a href={`/officials/${officialId}`}>{name}</a>,
          value: stancesInWords(stances),
        }))}
      />
    );
  return null;
};

/** What was answered to the questions behind the first, and to the first where it is no single choice. */
export const AlertQuestions = ({
  alertId,
  questions,
}: {
  /** Leads to the lists behind the numbers; null on paper. */
  alertId: string | null;
  questions: QuestionTally[];
}) => (
  <>
    {questions
      .filter(({ no, kind }) => no > 1 || kind !== 'choice')
      .map((one) => (
        <Section
          title={one.prompt}
          id={`question-${one.no}`}
          more={
            alertId === null
              ? undefined
              : { href: `/alerts/${alertId}/responses?question=${one.no}`, label: 'As a list' }
          }
        >
          <p>
            {one.answered} of {one.asked} have answered
          </p>
          {one.answered > 0 && <Answers alertId={alertId} one={one} />}
        </Section>
      ))}
  </>
);
