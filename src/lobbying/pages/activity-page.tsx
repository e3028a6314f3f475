import { showShortDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  DefinitionList,
  ErrorSummary,
  Form,
  LinkButton,
  Money,
  MoreFields,
  PageHead,
  Row,
  Rows,
  Section,
  Select,
  Tag,
  TextField,
  errorsOf,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { QUESTIONS, type Question } from '../classes/questions.ts';
import { CLASSES, REGIME_NAMES } from '../classify.ts';
import { keptLine } from '../kept-row.ts';
import type { Activity } from '../log-queries.ts';
import type { Attachment } from '../money-queries.ts';
import type { FiledIn } from '../ports.ts';
import { classesOf } from './class-page.tsx';
import { EntryEnd } from './entry-parts.tsx';
import { AmendsTick, Files, Locked } from './files-part.tsx';
import { KIND_LABELS, POSITION_LABELS, showMinutes } from './words.ts';

/** The details that are kept, a term each. */
const detailsOf = (activity: Activity): { term: string; value: string }[] => {
  const kept = keptLine(activity);
  const minutes = [
    [kept.minutesPrep, 'preparation'],
    [kept.minutesDirect, 'contact'],
    [kept.minutesTravel, 'travel'],
  ] as const;
  return [
    {
      term: 'Of it',
      value: minutes.flatMap(([one, what]) => (one ? `${showMinutes(one)} ${what}` : [])).join(', '),
    },
    { term: 'Issue', value: kept.issueName ?? '' },
    { term: 'Matter', value: kept.matter ?? '' },
    { term: 'Contacted', value: (kept.bodies ?? []).join('; ') },
    { term: 'Issue areas', value: (kept.issueCodes ?? []).join(', ') },
    { term: 'Time paid by', value: kept.payer ?? '' },
  ].filter(({ value }) => value !== '');
};

/** What a regime asked and was told, to be corrected or taken back. */
const Answered = ({ activity, filed }: { activity: Activity; filed: FiledIn[] }) => {
  const given = QUESTIONS.flatMap((one) => {
    const kept = activity[one.name];
    const answer = one.answers.find(({ means }) => means === (typeof kept === 'number' ? kept === 1 : kept));
    return kept === null ? [] : [{ ...one, answer }];
  });
  return given.length === 0 ? null : (
    <Section title="Said about it" id="said">
      <DefinitionList
        items={given.map(({ ask, answer }) => ({ term: ask, value: answer?.label ?? 'Both' }))}
      />
      <MoreFields title="Correct an answer" open={false}>
        <Form action={`/log/activities/${activity.id}/answers`} label="Correct an answer">
          {given.map(({ name, ask, answers, answer }) => (
            <Select
              label={ask}
              name={name}
              value={answer?.value}
              required={false}
              options={[
                ...(answer ? [] : [{ value: '', label: 'As it is' }]),
                ...answers.map(({ value, label }) => ({ value, label })),
                { value: 'unsaid', label: 'Take the answer back' },
              ]}
            />
          ))}
          <AmendsTick filed={filed} />
          <Acts>
            <Button>Correct</Button>
          </Acts>
        </Form>
      </MoreFields>
    </Section>
  );
};

/** One activity: what it is in each regime and why, and the decisions a person may take. */
export const ActivityPage = ({
  frame,
  flash,
  activity,
  mayChange,
  problems,
  questions,
  costs,
  maySpend,
  files,
  filed,
}: {
  frame: Frame;
  flash: FlashMessage | null;
  activity: Activity;
  mayChange: boolean;
  problems: FieldProblem[];
  questions: Question[];
  costs: { id: string; purpose: string; amountCents: number }[];
  maySpend: boolean;
  files: Attachment[];
  filed: FiledIn[];
}) => (
  <ConsoleLayout
    {...frame}
    title="Activity"
    current="log"
    flash={flash}
    back={{ href: '/log', label: 'Log' }}
  >
    <PageHead
      title={KIND_LABELS[activity.kind] ?? activity.kind}
      sub={showShortDay(activity.onDate, { year: true })}
      tags={activity.state === 'draft' ? <Tag tone="warn">draft</Tag> : undefined}
      actions={
        mayChange ? (
          <LinkButton href={`/log/activities/${activity.id}/edit`}>Change it</LinkButton>
        ) : undefined
      }
    />
    <ErrorSummary problems={problems} />
    <Locked filed={filed} />
    <DefinitionList
      items={[
        { term: 'Who', value: activity.personName ?? 'The association' },
        ...(activity.officialName ? [{ term: 'Official', value: activity.officialName }] : []),
        ...(activity.billNumber
          ? [
              {
                term: 'Bill',
                value: `${activity.billNumber}${activity.position ? `, ${POSITION_LABELS[activity.position]?.toLowerCase()}` : ''}`,
              },
            ]
          : []),
        ...(activity.minutes === null ? [] : [{ term: 'Time', value: showMinutes(activity.minutes) }]),
        ...(activity.reachMembers === null
          ? []
          : [
              {
                term: 'Reached',
                value: `${activity.reachMembers} members, ${activity.reachNonMembers ?? 0} others`,
              },
            ]),
        ...detailsOf(activity),
        ...(activity.note ? [{ term: 'Note', value: activity.note }] : []),
        ...(activity.contactReportId
          ? [
              {
                term: 'From',
                value: <a href={`/log/contacts/${activity.contactReportId}`}>the contact report</a>,
              },
            ]
          : []),
        ...(activity.alertId
          ? [{ term: 'From', value: <a href={`/alerts/${activity.alertId}`}>the alert</a> }]
          : []),
      ]}
    />
    {mayChange && activity.state === 'draft' && (
      <Form action={`/log/activities/${activity.id}/confirmation`}>
        <TextField
          label="Staff minutes it took"
          name="minutes"
          inputmode="numeric"
          size={6}
          required={false}
          hint="Writing, planning and answering: time is cost too."
          error={errorsOf(problems)('minutes')}
        />
        <Acts>
          <Button kind="main">Confirm</Button>
        </Acts>
      </Form>
    )}
    {mayChange && questions.length > 0 && (
      <Section title="To be said" id="questions" aside="Each answer changes what this is somewhere">
        <Form action={`/log/activities/${activity.id}/answers`}>
          {questions.map((one) => (
            <Select
              label={one.ask}
              name={one.name}
              prompt="Not sure yet"
              required={false}
              options={one.answers.map(({ value, label }) => ({ value, label }))}
            />
          ))}
          <AmendsTick filed={filed} />
          <Acts>
            <Button>Answer</Button>
          </Acts>
        </Form>
      </Section>
    )}
    {mayChange && <Answered activity={activity} filed={filed} />}
    {classesOf(activity).map((one) => (
      <Section
        title={REGIME_NAMES[one.regime] ?? one.regime}
        id={`regime-${one.regime}`}
        more={
          mayChange
            ? { href: `/log/activities/${activity.id}/class/${one.regime}`, label: 'Decide otherwise' }
            : undefined
        }
      >
        <p>
          <strong>
            {one.counts ? 'Counts in the report' : 'Does not count in the report'}
            {one.counts ? `: ${CLASSES[one.regime]?.[one.class] ?? one.class.replaceAll('_', ' ')}` : ''}.
          </strong>{' '}
          {one.reason}{' '}
          <span class="soft">{one.by === 'rule' ? `By rule ${one.ruleId}.` : 'Decided by a person.'}</span>
        </p>
      </Section>
    ))}
    {(costs.length > 0 || maySpend) && (
      <Section
        title="What it cost"
        id="costs"
        more={
          maySpend
            ? {
                href: `/log/expenses/new?activityId=${activity.id}&incurredOn=${activity.onDate}`,
                label: 'Log a cost of it',
              }
            : undefined
        }
      >
        {costs.length === 0 ? (
          <p class="soft">Nothing but time so far.</p>
        ) : (
          <Rows label="Costs">
            {costs.map((one) => (
              <Row
                href={`/log/expenses/${one.id}`}
                title={one.purpose}
                end={<Money cents={one.amountCents} />}
              />
            ))}
          </Rows>
        )}
      </Section>
    )}
    <Files kind="activity" id={activity.id} files={files} mayChange={mayChange} locked={filed.length > 0} />
    {mayChange && (
      <EntryEnd
        path={`/log/activities/${activity.id}`}
        splits={activity.minutes !== null && activity.minutes > 1 ? 'minutes' : null}
        filed={filed}
      />
    )}
  </ConsoleLayout>
);
