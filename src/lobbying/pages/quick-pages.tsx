import { showDay, showShortDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  Checkbox,
  ConsoleLayout,
  DateField,
  DefinitionList,
  Empty,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  Notice,
  PageHead,
  Section,
  Select,
  Stack,
  Table,
  Tag,
  TextField,
  errorsOf,
  fieldsOf,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { ReadLine } from '../log-line.ts';
import { METHOD_LABELS } from '../labels.ts';
import type { CalendarEvent } from '../read-calendar.ts';
import { BillSelect, type Choices } from './choice-selects.tsx';
import { choicesOf, KIND_LABELS, POSITION_LABELS, showMinutes } from './words.ts';

const back = { href: '/log', label: 'Log' };
const WEEKDAYS = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

/** The line that logs: type, Enter, look, Enter. */
export const QuickLine = ({ line, error, focus }: { line?: string; error?: string; focus?: boolean }) => (
  <Form action="/log/line" method="get" label="Log with one line">
    <div class="search" data-key="l">
      <TextField
        label="Log with one line"
        name="line"
        value={line}
        maxlength={500}
        autofocus={focus}
        autocomplete="off"
        error={error}
        hint="For example: 30m SB 12 Sen Hill oppose, or 1h prep HB 203 yesterday. By text: LOG, then the same. The key l comes here."
      />
      <Button>Look it over</Button>
    </div>
  </Form>
);

/** What a line was understood to say, and one key to log it. */
export const LinePage = ({
  frame,
  id,
  line,
  read,
}: {
  frame: Frame;
  id: string;
  line: string;
  read: ReadLine;
}) => {
  const open = read.problems;
  const filled = new URLSearchParams(
    Object.entries({
      kind: read.kind,
      onDate: read.onDate,
      minutes: read.minutes,
      minutesPrep: read.minutesPrep,
      minutesTravel: read.minutesTravel,
      officialId: read.official?.id,
      method: read.method,
      billId: read.bill?.id,
      position: read.position,
      note: read.note,
    }).flatMap(([key, value]) =>
      value === null || value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  );
  return (
    <ConsoleLayout {...frame} title="Log with one line" current="log" back={back}>
      <PageHead title={open.length === 0 ? 'Log this?' : 'Not clear yet'} sub={line} />
      {open.length > 0 && (
        <Notice tone="warn" title="To be said">
          <ul>
            {open.map((one) => (
              <li>{one.message}</li>
            ))}
          </ul>
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: 'What', value: read.kind ? (KIND_LABELS[read.kind] ?? read.kind) : 'Not said' },
          { term: 'Day', value: showDay(read.onDate, { year: true }) },
          {
            term: 'Time',
            value:
              read.minutes === null
                ? 'Not said'
                : `${showMinutes(read.minutes)}${read.minutesTravel ? `, ${showMinutes(read.minutesTravel)} of it travel` : ''}${read.minutesPrep ? `, ${showMinutes(read.minutesPrep)} preparation` : ''}`,
          },
          ...(read.official
            ? [{ term: 'Official', value: `${read.official.title} ${read.official.name}` }]
            : []),
          ...(read.method ? [{ term: 'How', value: METHOD_LABELS[read.method] }] : []),
          ...(read.bill ? [{ term: 'Bill', value: `${read.bill.number} ${read.bill.title}` }] : []),
          ...(read.position ? [{ term: 'Our position', value: POSITION_LABELS[read.position] ?? '' }] : []),
          ...(read.note ? [{ term: 'Note', value: read.note }] : []),
        ]}
      />
      {open.length === 0 ? (
        <Form action="/log/lines">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="line" value={line} />
          <Acts>
            <button class="button main" type="submit" autofocus>
              Log it
            </button>
            <LinkButton href={`/log/activities/new?${filled.toString()}`}>Change it in the form</LinkButton>
          </Acts>
        </Form>
      ) : (
        <>
          <QuickLine line={line} focus />
          <p>
            <a href={`/log/activities/new?${filled.toString()}`}>Fill in the form instead</a>
          </p>
        </>
      )}
    </ConsoleLayout>
  );
};

interface WeekDay {
  onDate: string;
  minutes: number;
  lines: number;
  drafts: number;
  untimed: number;
  gap: boolean;
}
export interface Week {
  from: string;
  to: string;
  days: { onDate: string; minutes: number }[];
  people: { person: string; staffId: string | null; minutes: number; days: WeekDay[] }[];
  twins: { id: string; otherId: string; onDate: string; kind: string }[];
}
const cell = (one: WeekDay, who: { person: string; staffId: string | null }) =>
  one.gap ? (
    <a
      href={`/log/activities/new?onDate=${one.onDate}${who.staffId ? `&person=staff:${who.staffId}` : ''}`}
      aria-label={`Nothing on ${showShortDay(one.onDate)}: log something of ${who.person}`}
    >
      <Tag tone="warn">nothing</Tag>
    </a>
  ) : one.lines === 0 ? (
    ''
  ) : (
    <a href={`/log?from=${one.onDate}&to=${one.onDate}`}>
      {one.minutes > 0 ? showMinutes(one.minutes) : `${one.lines} without time`}
      {one.drafts > 0 && <span class="soft"> {one.drafts} draft</span>}
    </a>
  );

/** A week at a glance: who logged what on which day, and where nothing is. */
export const WeekPage = ({
  frame,
  week,
  before,
  next,
}: {
  frame: Frame;
  week: Week;
  before: string;
  next: string | null;
}) => {
  const gaps = week.people.flatMap((one) => one.days.filter((on) => on.gap)).length;
  return (
    <ConsoleLayout {...frame} title="Week" current="log" back={back}>
      <PageHead
        title={`${showShortDay(week.from)} to ${showShortDay(week.to, { year: true })}`}
        sub={
          gaps === 0
            ? 'No working day of a lobbyist is without a line.'
            : `${gaps} ${gaps === 1 ? 'working day' : 'working days'} of lobbyists with nothing in the log.`
        }
        actions={
          <>
            <LinkButton href={`/log/week?from=${before}`}>Week before</LinkButton>
            {next && <LinkButton href={`/log/week?from=${next}`}>Week after</LinkButton>}
          </>
        }
      />
      <Stack>
        <Table
          caption="Minutes of each person and day"
          quietCaption
          columns={[
            { key: 'person', label: 'Who' },
            ...week.days.map((on, at) => ({
              key: on.onDate,
              label: `${WEEKDAYS[(at + 1) as 1].slice(0, 3)} ${showShortDay(on.onDate)}`,
              align: 'end' as const,
            })),
            { key: 'all', label: 'Week', align: 'end' as const },
          ]}
          rows={week.people.map((one) => ({
            person: one.person,
            ...Object.fromEntries(one.days.map((on) => [on.onDate, cell(on, one)])),
            all: showMinutes(one.minutes),
          }))}
          totals={
            week.people.length > 0
              ? [
                  {
                    person: 'All',
                    ...Object.fromEntries(
                      week.days.map((on) => [on.onDate, on.minutes > 0 ? showMinutes(on.minutes) : '']),
                    ),
                    all: showMinutes(week.days.reduce((sum, on) => sum + on.minutes, 0)),
                  },
                ]
              : []
          }
          empty={
            <Empty
              title="Nothing was logged in this week"
              text="Log with one line, or from a calendar."
              action={<LinkButton href="/log">Log</LinkButton>}
            />
          }
        />
        {week.twins.length > 0 && (
          <Section title="Look alike" id="twins">
            <ul>
              {week.twins.map((one) => (
                <li>
                  {showShortDay(one.onDate)}:{' '}
                  <a href={`/log/activities/${one.id}`}>{KIND_LABELS[one.kind] ?? one.kind}</a> and{' '}
                  <a href={`/log/activities/${one.otherId}`}>another like it</a>. Remove one if both are the
                  same.
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Stack>
    </ConsoleLayout>
  );
};

export interface Offered extends CalendarEvent {
  id: string;
}
/** A calendar file, and the events in it to choose from. */
export const CalendarPage = ({
  frame,
  offered,
  leftOut,
  problems,
}: {
  frame: Frame;
  offered: Offered[] | null;
  leftOut: { why: string; count: number }[];
  problems: FieldProblem[];
}) => (
  <ConsoleLayout {...frame} title="From a calendar" current="log" back={back}>
    <PageHead
      title="Log from a calendar"
      sub="Export the calendar as an .ics file and choose it here. Only the events that you tick become drafts; the rest of the file is not kept."
    />
    <ErrorSummary problems={problems} />
    {offered === null ? (
      <Form action="/log/calendar" files>
        <FileField
          label="Calendar file"
          name="file"
          accept=".ics,text/calendar"
          error={problems.find((one) => one.name === 'file')?.message}
        />
        <Acts>
          <Button kind="main">Show the events</Button>
        </Acts>
      </Form>
    ) : (
      <Form action="/log/calendar/drafts">
        {offered.length === 0 && <p class="soft">No event of this file can be logged.</p>}
        {offered.map((one) => (
          <>
            <Checkbox
              label={`${showShortDay(one.onDate, { year: true })}: ${one.summary}`}
              name={`event-${one.id}`}
              value={JSON.stringify({ onDate: one.onDate, minutes: one.minutes, summary: one.summary })}
              hint={[
                one.minutes === null ? 'No time given' : showMinutes(one.minutes),
                one.attendees > 0 ? `${one.attendees} invited` : '',
              ]
                .filter(Boolean)
                .join(', ')}
            />
          </>
        ))}
        {leftOut.length > 0 && (
          <p class="soft">Left out: {leftOut.map((one) => `${one.count} ${one.why}`).join('; ')}.</p>
        )}
        <Acts>
          {offered.length > 0 && <Button kind="main">Make drafts</Button>}
          <LinkButton href="/log/calendar">Choose another file</LinkButton>
        </Acts>
      </Form>
    )}
  </ConsoleLayout>
);

export interface Recurring {
  id: string;
  staffName: string;
  every: 'week' | 'month';
  onDay: number;
  kind: string;
  billNumber: string | null;
  minutes: number | null;
  note: string;
  toOn: string | null;
}
/** Entries that come back, and the form that sets one up. */
export const RecurringPage = ({
  frame,
  flash,
  id,
  entries,
  values,
  choices,
  problems,
}: {
  frame: Frame;
  flash: FlashMessage | null;
  id: string;
  entries: Recurring[];
  values: Record<string, string | null | undefined>;
  choices: Choices;
  problems: FieldProblem[];
}) => {
  const field = fieldsOf(values, problems);
  const error = errorsOf(problems);
  return (
    <ConsoleLayout {...frame} title="Entries that come back" current="log" flash={flash} back={back}>
      <PageHead
        title="Entries that come back"
        sub="On its day each makes a draft of yours, which you confirm or remove."
      />
      <ErrorSummary problems={problems} />
      <Stack>
        <Table
          caption="Entries"
          quietCaption
          columns={[
            { key: 'when', label: 'When' },
            { key: 'what', label: 'What' },
            { key: 'who', label: 'Who' },
            { key: 'act', label: 'End' },
          ]}
          rows={entries.map((one) => ({
            when:
              one.every === 'week' ? `Every ${WEEKDAYS[one.onDay as 1]}` : `Day ${one.onDay} of each month`,
            what: [
              KIND_LABELS[one.kind] ?? one.kind,
              one.billNumber,
              one.minutes ? showMinutes(one.minutes) : null,
              one.note,
            ]
              .filter(Boolean)
              .join(', '),
            who: one.staffName,
            act: one.toOn ? (
              `Ended ${showShortDay(one.toOn, { year: true })}`
            ) : (
              <Form
                action={`/log/recurring/${one.id}/end`}
                label={`End ${one.note || (KIND_LABELS[one.kind] ?? '')}`}
              >
                <Button>End it</Button>
              </Form>
            ),
          }))}
          empty={
            <p class="soft">
              None yet. A weekly call or a monthly board report is logged once and comes back.
            </p>
          }
        />
        <Section title="A new one" id="new">
          <Form action="/log/recurring">
            <input type="hidden" name="id" value={id} />
            <div class="pair">
              <Select
                label="What"
                {...field('kind')}
                prompt="Choose what is done"
                options={choicesOf(KIND_LABELS)}
              />
              <Select
                label="When"
                {...field('when')}
                prompt="Choose the day"
                options={[
                  {
                    label: 'Every week',
                    options: Object.entries(WEEKDAYS).map(([no, day]) => ({
                      value: `week-${no}`,
                      label: `Every ${day}`,
                    })),
                  },
                  {
                    label: 'Every month',
                    options: Array.from({ length: 31 }, (_, at) => ({
                      value: `month-${at + 1}`,
                      label: `Day ${at + 1} of each month`,
                    })),
                  },
                ]}
              />
            </div>
            <div class="pair">
              <TextField
                label="Minutes"
                {...field('minutes')}
                inputmode="numeric"
                size={6}
                required={false}
              />
              <DateField label="Last day" {...field('toOn')} required={false} />
            </div>
            <BillSelect choices={choices} value={values.billId} error={error('billId')} />
            <TextField label="Note" {...field('note')} required={false} />
            <Acts>
              <Button kind="main">Set it up</Button>
            </Acts>
          </Form>
        </Section>
      </Stack>
    </ConsoleLayout>
  );
};
