import { showDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  DateField,
  ErrorSummary,
  Form,
  PageHead,
  Section,
  Select,
  Table,
  Tabs,
  TextField,
  fieldsOf,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  jurisdiction: string;
  jurisdictions: string[];
  days: { onDate: string; kind: string; name: string; source: string }[];
  mayChange: boolean;
  values: Record<string, string | undefined>;
  problems: FieldProblem[];
}
const KINDS: Record<string, string> = {
  holiday: 'Holiday',
  session_start: 'Session begins',
  sine_die: 'Session ends',
};

/** The days that move due dates, with a form to add one; each can be taken out. */
export const DaysPage = (props: Props) => {
  const { frame, flash, jurisdiction, jurisdictions, days, mayChange } = props;
  return (
    <ConsoleLayout
      {...frame}
      title="Days that move due dates"
      current="filings"
      flash={flash}
      back={{ href: '/filings/rules', label: 'Rules' }}
    >
      <PageHead
        title="Days that move due dates"
        sub="Holidays of the offices, and the first and last days of regular sessions. A session that staff keep under the agenda goes before these."
      />
      <Tabs
        label="Calendars"
        items={jurisdictions.map((one) => ({
          href: `/filings/days?jurisdiction=${one}`,
          label: one,
          current: one === jurisdiction,
        }))}
      />
      <Table
        caption={`Days of ${jurisdiction}`}
        quietCaption
        columns={[
          { key: 'day', label: 'Day', nowrap: true },
          { key: 'what', label: 'What' },
          { key: 'source', label: 'Source' },
          ...(mayChange ? [{ key: 'change', label: 'Change' }] : []),
        ]}
        rows={days.map((one) => ({
          day: showDay(one.onDate, { year: true }),
          what: `${KINDS[one.kind] ?? one.kind}: ${one.name}`,
          source: one.source,
          change: (
            <Form action="/filings/days/removal" label={`Take out ${one.name}, ${one.onDate}`}>
              <input type="hidden" name="jurisdiction" value={jurisdiction} />
              <input type="hidden" name="onDate" value={one.onDate} />
              <input type="hidden" name="kind" value={one.kind} />
              <Button kind="quiet" label={`Take out ${one.name}, ${one.onDate}`}>
                Take out
              </Button>
            </Form>
          ),
        }))}
        empty="No day is kept here: only weekends move this calendar’s due dates."
      />
      {mayChange && <Add {...props} />}
    </ConsoleLayout>
  );
};

const Add = ({ jurisdiction, values, problems }: Props) => {
  const field = fieldsOf(values, problems);
  return (
    <Section title="Add a day" id="add">
      <ErrorSummary problems={problems} />
      <Form action="/filings/days">
        <input type="hidden" name="jurisdiction" value={jurisdiction} />
        <div class="pair">
          <DateField label="Day" {...field('onDate')} />
          <Select
            label="What it is"
            {...field('kind')}
            options={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <TextField label="Name" {...field('name')} />
        <TextField label="Source" {...field('source')} />
        <Acts>
          <Button kind="main">Add the day</Button>
        </Acts>
      </Form>
    </Section>
  );
};
