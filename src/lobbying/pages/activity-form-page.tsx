import {
  Checkboxes,
  DateField,
  Select,
  TextArea,
  TextField,
  fieldsOf,
  type FieldProblem,
  type Frame,
} from '../../ui/index.ts';
import { CALLS_ASKED, HOUSES, LIKELY_CODES } from '../activity-form.ts';
import { tickedOf, type Values } from '../form-values.ts';
import { METHOD_LABELS } from '../labels.ts';
import type { FiledIn } from '../ports.ts';
import { AskedFields, type Asking } from './asked-fields.tsx';
import { BillSelect, OfficialSelect, type Choices } from './choice-selects.tsx';
import { EntryForm, FilerSelect } from './entry-form.tsx';
import { choicesOf, KIND_LABELS, POSITION_LABELS } from './words.ts';

export interface EntryChoices extends Choices {
  issues: { id: string; name: string }[];
  /** Who may have done it, as the field says it: `staff:…`, `lobbyist:…`. */
  people: { value: string; label: string }[];
  /** The organizations that file, where there are several. */
  organizations: { id: string; name: string }[];
}
interface Props {
  frame: Frame;
  id: string;
  values: Values;
  choices: EntryChoices;
  problems: FieldProblem[];
  regimes: string[];
  because: Asking['because'];
  /** Set where an entry that is there is changed. */
  change?: { href: string; filed: FiledIn[]; person: string; ofAlert: boolean };
}

const Minutes = ({ label, name, asking }: { label: string; name: string; asking: Asking }) => (
  <TextField label={label} {...asking.field(name)} inputmode="numeric" size={6} required={false} />
);

const TimeFields = ({ asking }: { asking: Asking }) => (
  <AskedFields
    name="time"
    title="Preparation, contact and travel"
    fields={['minutesPrep', 'minutesDirect', 'minutesTravel']}
    asking={asking}
  >
    <Minutes label="Minutes of preparation" name="minutesPrep" asking={asking} />
    <Minutes label="Minutes of direct contact" name="minutesDirect" asking={asking} />
    <Minutes label="Minutes of travel" name="minutesTravel" asking={asking} />
  </AskedFields>
);

const BEHALF = {
  client: 'The association’s',
  lobbyist: 'The lobbyist’s own',
  independent: 'Nobody’s: the person acted alone',
};
const BehalfFields = ({ asking }: { asking: Asking }) => (
  <AskedFields name="behalf" title="At whose request, and who paid" fields={['payer']} asking={asking}>
    <Select
      label="At whose request"
      {...asking.field('directedBy')}
      prompt="As usual for this person"
      required={false}
      options={choicesOf(BEHALF)}
    />
    <TextField
      label="Who paid for the time"
      {...asking.field('payer')}
      required={false}
      hint="Leave empty where the association did. Otherwise the partner, the district or the firm."
    />
  </AskedFields>
);

const SubjectFields = ({ asking, choices }: { asking: Asking; choices: EntryChoices }) => {
  const { field } = asking;
  return (
    <AskedFields
      name="subject"
      title="Issue, matter and agency"
      fields={['issueId', 'matter', 'agencies']}
      asking={asking}
    >
      <Select
        label="Issue"
        {...field('issueId')}
        prompt="None"
        required={false}
        options={choices.issues.map((one) => ({ value: one.id, label: one.name }))}
      />
      <TextField
        label="Matter, where no bill says it"
        {...field('matter')}
        required={false}
        hint="A draft request such as LC 1204, a budget line, a rule."
      />
      <TextField
        label="Agencies contacted"
        {...field('agencies')}
        required={false}
        hint="Semicolons between. The agency, never a person."
      />
    </AskedFields>
  );
};

const IssueAreaFields = ({ asking }: { asking: Asking }) => {
  const { values, field } = asking;
  return (
    <AskedFields
      name="issue_areas"
      title="Issue areas and Houses"
      fields={['houses', 'issueCodes', 'otherCodes']}
      asking={asking}
    >
      <Checkboxes
        label="Houses contacted"
        name="houses[]"
        values={tickedOf(values.houses)}
        required={false}
        across
        options={choicesOf(HOUSES)}
        error={field('houses').error}
      />
      <Checkboxes
        label="Issue areas"
        name="issueCodes[]"
        values={tickedOf(values.issueCodes)}
        required={false}
        across
        options={Object.entries(LIKELY_CODES).map(([value, label]) => ({
          value,
          label: `${value} ${label}`,
        }))}
        error={field('issueCodes').error}
      />
      <TextField
        label="Other issue areas"
        {...field('otherCodes')}
        required={false}
        size={16}
        hint="Three capitals each, such as FAM; SCI."
      />
    </AskedFields>
  );
};

const ReachFields = ({ asking }: { asking: Asking }) => (
  <AskedFields
    name="reach"
    title="A message to others: whom it reached"
    fields={['reachMembers', 'reachNonMembers', 'callsToAction']}
    asking={asking}
  >
    <TextField
      label="Members reached"
      {...asking.field('reachMembers')}
      inputmode="numeric"
      size={8}
      required={false}
      hint="Alerts count this themselves. Fill it in for a message that went out elsewhere."
    />
    <TextField
      label="Others reached"
      {...asking.field('reachNonMembers')}
      inputmode="numeric"
      size={8}
      required={false}
    />
    <Checkboxes
      label="What it did"
      name="callsToAction[]"
      values={tickedOf(asking.values.callsToAction)}
      required={false}
      options={choicesOf(CALLS_ASKED)}
      error={asking.field('callsToAction').error}
    />
  </AskedFields>
);

/** The form of one activity: what, how long and with whom first; what a regime asks beyond that opens below. */
export const ActivityFormPage = ({
  frame,
  id,
  values,
  choices,
  problems,
  regimes,
  because,
  change,
}: Props) => {
  const field = fieldsOf(values, problems);
  const asking = { values, field, regimes, because };
  return (
    <EntryForm
      frame={frame}
      id={id}
      noun="an activity"
      sub="One person, one day, one subject. Split what was more."
      path="/log/activities"
      problems={problems}
      change={change}
    >
      <Select
        label="What"
        {...field('kind')}
        prompt="Choose what was done"
        autofocus={!change && problems.length === 0}
        options={choicesOf(KIND_LABELS)}
      />
      <div class="pair">
        <DateField label="Day" {...field('onDate')} />
        <TextField
          label="Minutes"
          {...field('minutes')}
          inputmode="numeric"
          size={6}
          required={false}
          hint="In all, preparation and travel included."
        />
      </div>
      <div class="pair">
        <OfficialSelect choices={choices} {...field('officialId')} />
        <BillSelect choices={choices} {...field('billId')} />
      </div>
      <div class="pair">
        <Select
          label="Our position"
          {...field('position')}
          prompt="None"
          required={false}
          options={choicesOf(POSITION_LABELS)}
        />
        <Select
          label="How"
          {...field('method')}
          prompt="Does not apply"
          required={false}
          options={choicesOf(METHOD_LABELS)}
        />
      </div>
      <TextArea label="Note" {...field('note')} required={false} rows={2} />
      <div class="pair">
        <Select
          label="Who"
          {...field('person')}
          prompt={change ? change.person : 'You'}
          required={false}
          options={[
            ...choices.people,
            { value: 'officer', label: 'An officer of the association, not paid for it' },
          ]}
        />
        {!change && (
          <FilerSelect
            organizations={choices.organizations}
            asking={asking}
            prompt="The association of the person"
          />
        )}
      </div>
      <TimeFields asking={asking} />
      <SubjectFields asking={asking} choices={choices} />
      <IssueAreaFields asking={asking} />
      <BehalfFields asking={asking} />
      {!change?.ofAlert && <ReachFields asking={asking} />}
    </EntryForm>
  );
};
