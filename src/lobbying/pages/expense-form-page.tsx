import {
  Checkbox,
  DateField,
  MoneyField,
  Select,
  TextField,
  fieldsOf,
  type FieldProblem,
  type Frame,
} from '../../ui/index.ts';
import { ALERT_COST_WORDS, EXPENSE_CATEGORIES, MUST_DECIDE, NOT_REPORTED } from '../expense-categories.ts';
import { REGIME_NAMES } from '../classify.ts';
import { partRows } from '../expense-form.ts';
import type { Values } from '../form-values.ts';
import type { FiledIn } from '../ports.ts';
import { AskedFields, type Asking } from './asked-fields.tsx';
import { BillSelect, OfficialSelect, type Choices } from './choice-selects.tsx';
import { EntryForm, FilerSelect } from './entry-form.tsx';
import { choicesOf } from './words.ts';

export interface ExpenseChoices extends Choices {
  lobbyists: { id: string; name: string }[];
  lines: { id: string; label: string }[];
  organizations: { id: string; name: string }[];
}
interface Props {
  frame: Frame;
  id: string;
  values: Values;
  choices: ExpenseChoices;
  problems: FieldProblem[];
  /** The regimes where the association files. */
  regimes: string[];
  because: Asking['because'];
  change?: { href: string; filed: FiledIn[] };
}

export const categoryField = (regime: string) =>
  regime === 'mt' || regime === 'ms' ? `${regime}Category` : `categories-${regime}`;

/** The category of each regime where the association files: one of the list, or that it is not reported there. */
export const Categories = ({
  asking: { field, regimes },
  words,
}: {
  asking: Pick<Asking, 'field' | 'regimes'>;
  words: boolean;
}) => (
  <>
    {regimes
      .filter((regime) => EXPENSE_CATEGORIES[regime])
      .map((regime) => {
        const place = REGIME_NAMES[regime] ?? regime;
        const label = `${place.charAt(0).toUpperCase()}${place.slice(1)} category`;
        return (
          <Select
            label={label}
            {...field(categoryField(regime))}
            prompt="Choose"
            required={MUST_DECIDE.includes(regime)}
            hint={words ? ALERT_COST_WORDS[regime] : undefined}
            options={[
              ...choicesOf(EXPENSE_CATEGORIES[regime] ?? {}),
              {
                value: NOT_REPORTED,
                label: `Not reported${regime === 'irs' || regime === 'lda' ? '' : ` in ${place}`}`,
              },
            ]}
          />
        );
      })}
  </>
);

const Words = ({
  label,
  name,
  asking,
  hint,
  size,
}: {
  label: string;
  name: string;
  asking: Asking;
  hint?: string;
  size?: number;
}) => (
  <TextField
    label={label}
    {...asking.field(name)}
    required={false}
    hint={hint}
    size={size}
    inputmode={size ? 'numeric' : undefined}
  />
);
const Tick = ({
  label,
  name,
  asking,
  hint,
}: {
  label: string;
  name: string;
  asking: Asking;
  hint?: string;
}) => (
  <Checkbox
    label={label}
    name={name}
    checked={asking.values[name] === '1'}
    hint={hint}
    error={asking.field(name).error}
  />
);

const PaymentFields = ({ asking, choices }: { asking: Asking; choices: ExpenseChoices }) => (
  <AskedFields
    name="payment"
    title="When it was paid, and by or to which lobbyist"
    fields={['paidOn', 'payeeAddress', 'lobbyistId']}
    asking={asking}
  >
    <DateField
      label="Day it was paid"
      {...asking.field('paidOn')}
      required={false}
      hint="Where that was another day than it was spent."
    />
    <Words label="Address of who was paid" name="payeeAddress" asking={asking} />
    <Select
      label="Lobbyist"
      {...asking.field('lobbyistId')}
      prompt="None"
      required={false}
      hint="Who spent it, gave it or was paid."
      options={choices.lobbyists.map((one) => ({ value: one.id, label: one.name }))}
    />
  </AskedFields>
);

const OfficialsFields = ({ asking, choices }: { asking: Asking; choices: ExpenseChoices }) => {
  const { values } = asking;
  return (
    <AskedFields
      name="officials"
      title="Several officials had a part"
      fields={['part-0-official', 'beneficiaries']}
      asking={asking}
    >
      {partRows(values).map((row, at) => (
        <div class="stack">
          <OfficialSelect
            choices={choices}
            label={`Official ${at + 1}`}
            name={row.official}
            value={values[row.official]}
            error={at === 0 ? asking.field('beneficiaries').error : undefined}
          />
          <div class="pair">
            <MoneyField label="What they had" name={row.share} value={values[row.share]} required={false} />
            <Checkbox label="It went to family" name={row.family} checked={values[row.family] === '1'} />
          </div>
        </div>
      ))}
      <p class="hint">
        Parts left empty share alike what is left of the amount. For more officials, save and come back.
      </p>
    </AskedFields>
  );
};

const EventFields = ({ asking }: { asking: Asking }) => (
  <AskedFields
    name="event"
    title="A meal, an event or a gift"
    fields={['place', 'attendees', 'eventName', 'eventAllInvited', 'attendance', 'officialsAttending']}
    asking={asking}
  >
    <Words label="Place" name="place" asking={asking} />
    <Words label="Everyone present" name="attendees" asking={asking} hint="Names, with semicolons between." />
    <Words label="Name of the event" name="eventName" asking={asking} />
    <Tick
      label="The whole legislature and all statewide officials were invited"
      name="eventAllInvited"
      asking={asking}
      hint="One day, food offered to all alike. Montana: all senators or all representatives."
    />
    <div class="pair">
      <Words label="People who came" name="attendance" asking={asking} size={6} />
      <Words label="Officials among them" name="officialsAttending" asking={asking} size={6} />
    </div>
  </AskedFields>
);

const ShareFields = ({ asking }: { asking: Asking }) => (
  <AskedFields
    name="share"
    title="A share of a larger cost"
    fields={['shareOf', 'shareWhole', 'shareMethod']}
    asking={asking}
  >
    <p class="hint">The amount above is the share.</p>
    <div class="pair">
      <Words label="Share" name="shareOf" asking={asking} size={6} />
      <Words label="Of the whole" name="shareWhole" asking={asking} size={6} />
    </div>
    <Words
      label="Counted in"
      name="shareMethod"
      asking={asking}
      hint="Such as hours of lobbying of all hours, or desks in the office."
    />
  </AskedFields>
);

const ContributionFields = ({ asking }: { asking: Asking }) => (
  <AskedFields
    name="contribution"
    title="A campaign contribution"
    fields={['candidate', 'office', 'contributionOn']}
    asking={asking}
  >
    <Words label="Candidate or committee" name="candidate" asking={asking} />
    <Words label="Office sought" name="office" asking={asking} />
    <DateField label="Day it was given" {...asking.field('contributionOn')} required={false} />
  </AskedFields>
);

const TaxFields = ({ asking, choices }: { asking: Asking; choices: ExpenseChoices }) => (
  <AskedFields
    name="tax"
    title="Overhead, outside lobbyists, and what it was for"
    fields={['isOverhead', 'isThirdPartyLobbying', 'activityId']}
    asking={asking}
  >
    <Tick
      label="Overhead"
      name="isOverhead"
      asking={asking}
      hint="Rent, supplies, support staff: a share of running the office."
    />
    <Tick
      label="Paid to an outside lobbyist, or dues that pay for lobbying"
      name="isThirdPartyLobbying"
      asking={asking}
    />
    <Select
      label="For which line of the log"
      {...asking.field('activityId')}
      prompt="None"
      required={false}
      hint="Then the cost is for the tax return what the line is."
      options={choices.lines.map((one) => ({ value: one.id, label: one.label }))}
    />
  </AskedFields>
);

/** The form of one expense: how much, when, to whom, for what; what a regime asks beyond that opens below. */
export const ExpenseFormPage = ({
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
      noun="an expense"
      sub="Dollars and cents, as paid. A category is chosen for each state where the association files."
      path="/log/expenses"
      problems={problems}
      change={change}
    >
      <div class="pair">
        <MoneyField
          label="Amount"
          name="amount"
          value={values.amount}
          autofocus={!change && problems.length === 0}
          error={field('amount').error ?? field('amountCents').error}
        />
        <DateField label="Day it was spent" {...field('incurredOn')} />
      </div>
      <div class="pair">
        <TextField label="Paid to" {...field('payee')} />
        <TextField label="What for" {...field('purpose')} />
      </div>
      <div class="pair">
        <Categories asking={asking} words={false} />
      </div>
      <div class="pair">
        <OfficialSelect
          choices={choices}
          label="Official who benefited"
          {...field('officialId')}
          hint="A meal, a gift, a trip: choose who received it."
        />
        <BillSelect choices={choices} {...field('billId')} />
      </div>
      {(because('living') !== null || values.personalLiving) && (
        <Tick
          label="Personal living expense of a lobbyist"
          name="personalLiving"
          asking={asking}
          hint={because('living') ?? undefined}
        />
      )}
      {!change && (
        <FilerSelect organizations={choices.organizations} asking={asking} prompt="The association" />
      )}
      <PaymentFields asking={asking} choices={choices} />
      <EventFields asking={asking} />
      <OfficialsFields asking={asking} choices={choices} />
      <ShareFields asking={asking} />
      <ContributionFields asking={asking} />
      <TaxFields asking={asking} choices={choices} />
    </EntryForm>
  );
};
