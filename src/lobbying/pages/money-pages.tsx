import { showShortDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  Checkbox,
  Checkboxes,
  ConfirmInPlace,
  ConsoleLayout,
  DateField,
  ErrorSummary,
  Form,
  Money,
  MoneyField,
  PageHead,
  Section,
  Select,
  Stack,
  Table,
  TextField,
  errorsOf,
  fieldsOf,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { COUNTED } from '../compensation.ts';
import { PAYERS } from '../dues.ts';
import { tickedOf } from '../form-values.ts';
import type { Compensation, Dues } from '../money-queries.ts';
import { choicesOf, showMinutes } from './words.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  id: string;
  values: Record<string, string | null | undefined>;
  problems: FieldProblem[];
}
const back = { href: '/log', label: 'Log' };

/** What lobbyists and the staff beside them were paid, and the form that adds a span of days. */
export const PayPage = ({
  frame,
  flash,
  id,
  values,
  problems,
  rows,
  people,
}: Props & { rows: Compensation[]; people: { value: string; label: string }[] }) => {
  const field = fieldsOf(values, problems);
  const error = errorsOf(problems);
  return (
    <ConsoleLayout {...frame} title="Pay" current="log" flash={flash} back={back}>
      <PageHead
        title="Pay"
        sub="Pay and benefits of lobbyists, and of staff who help them, for a span of days. Reports take the share that went into lobbying, from the minutes in the log."
      />
      <ErrorSummary problems={problems} />
      <Stack>
        <Table
          caption="Pay"
          quietCaption
          columns={[
            { key: 'who', label: 'Who' },
            { key: 'days', label: 'Days' },
            { key: 'pay', label: 'Pay', align: 'end' },
            { key: 'benefits', label: 'Benefits', align: 'end' },
            { key: 'time', label: 'Time in the log' },
            { key: 'act', label: 'Remove' },
          ]}
          rows={rows.map((one) => ({
            who: one.personName,
            days: `${showShortDay(one.fromOn)} to ${showShortDay(one.toOn, { year: true })}`,
            pay: <Money cents={one.payCents} />,
            benefits: <Money cents={one.benefitCents} />,
            time: one.allLobbying
              ? 'All of it is lobbying'
              : `${showMinutes(one.loggedMinutes)}${one.totalMinutes ? ` of ${showMinutes(one.totalMinutes)}` : ''}`,
            act: (
              <ConfirmInPlace
                opens="Remove"
                consequence="The pay no longer appears in the log or in reports that are still to be prepared."
                action={`/log/pay/${one.id}/removal`}
                label="Remove it"
              />
            ),
          }))}
          empty={<p class="soft">No pay is recorded. Enter it once for each month or quarter.</p>}
        />
        <Section title="Enter pay" id="new">
          <Form action="/log/pay">
            <input type="hidden" name="id" value={id} />
            <Select label="Who" {...field('person')} prompt="Choose who was paid" options={people} />
            <div class="pair">
              <DateField label="First day" {...field('fromOn')} />
              <DateField label="Last day" {...field('toOn')} />
            </div>
            <div class="pair">
              <MoneyField
                label="Pay"
                name="pay"
                value={values.pay}
                error={error('pay') ?? error('payCents')}
              />
              <MoneyField
                label="Benefits"
                name="benefits"
                value={values.benefits}
                required={false}
                error={error('benefits') ?? error('benefitCents')}
              />
            </div>
            <Checkboxes
              label="What the benefits are"
              name="counted[]"
              values={tickedOf(values.counted)}
              across
              required={false}
              options={choicesOf(COUNTED)}
              error={error('counted')}
            />
            <TextField
              label="Hours of all work in these days"
              name="hours"
              value={values.hours}
              inputmode="numeric"
              size={6}
              required={false}
              hint="The share of lobbying is worked out against these. Whole hours."
              error={error('hours') ?? error('totalMinutes')}
            />
            <Checkbox
              label="All of it is for lobbying"
              name="allLobbying"
              checked={values.allLobbying === '1'}
            />
            <TextField label="Note" {...field('note')} required={false} />
            <Acts>
              <Button kind="main">Enter it</Button>
            </Acts>
          </Form>
        </Section>
      </Stack>
    </ConsoleLayout>
  );
};

/** Dues, fees and gifts received, and the form that adds one. */
export const DuesPage = ({
  frame,
  flash,
  id,
  values,
  problems,
  rows,
  issues,
}: Props & { rows: Dues[]; issues: { id: string; name: string }[] }) => {
  const field = fieldsOf(values, problems);
  const error = errorsOf(problems);
  return (
    <ConsoleLayout {...frame} title="Dues and gifts" current="log" flash={flash} back={back}>
      <PageHead
        title="Dues and gifts"
        sub="What the association received, and what of it was given for lobbying. Montana’s report names who gave much; Schedule C asks what was paid in dues."
      />
      <ErrorSummary problems={problems} />
      <Stack>
        <Table
          caption="Receipts"
          quietCaption
          columns={[
            { key: 'on', label: 'Day', nowrap: true },
            { key: 'who', label: 'From' },
            { key: 'amount', label: 'Amount', align: 'end' },
            { key: 'year', label: 'In the year', align: 'end' },
            { key: 'act', label: 'Remove' },
          ]}
          rows={rows.map((one) => ({
            on: showShortDay(one.receivedOn, { year: true }),
            who: (
              <>
                {one.payer}
                <span class="soft">
                  {one.kind === 'dues' ? ' dues' : ' gift'}
                  {one.earmarked === 1 ? `, for lobbying: ${one.issueName ?? one.earmark}` : ''}
                </span>
              </>
            ),
            amount: <Money cents={one.amountCents} />,
            year: <Money cents={one.payerYearCents} />,
            act: (
              <ConfirmInPlace
                opens="Remove"
                consequence="The receipt no longer appears in the log or in reports that are still to be prepared."
                action={`/log/dues/${one.id}/removal`}
                label="Remove it"
              />
            ),
          }))}
          empty={<p class="soft">No receipt is recorded in this period.</p>}
        />
        <Section title="Enter a receipt" id="new">
          <Form action="/log/dues">
            <input type="hidden" name="id" value={id} />
            <div class="pair">
              <DateField label="Day" {...field('receivedOn')} />
              <MoneyField
                label="Amount"
                name="amount"
                value={values.amount}
                error={error('amount') ?? error('amountCents')}
              />
            </div>
            <Select
              label="Kind"
              name="kind"
              value={values.kind ?? 'dues'}
              options={[
                { value: 'dues', label: 'Dues or a membership fee' },
                { value: 'contribution', label: 'A gift or contribution' },
              ]}
            />
            <div class="pair">
              <TextField label="From" {...field('payer')} />
              <Select
                label="Who that is"
                {...field('payerKind')}
                prompt="Choose"
                options={choicesOf(PAYERS)}
              />
            </div>
            <Checkbox
              label="Given for lobbying"
              name="earmarked"
              checked={values.earmarked === '1'}
              hint="Then the report may name the payer, with full address and what it was for."
            />
            <TextField label="Full address" {...field('payerAddress')} required={false} />
            <div class="pair">
              <Select
                label="Issue it was given for"
                {...field('issueId')}
                prompt="None"
                required={false}
                options={issues.map((one) => ({ value: one.id, label: one.name }))}
              />
              <TextField label="What it was given for" {...field('earmark')} required={false} />
            </div>
            <MoneyField
              label="Part told to the payer as not deductible"
              name="notice"
              value={values.notice}
              required={false}
              error={error('notice') ?? error('noticeCents')}
            />
            <Acts>
              <Button kind="main">Enter it</Button>
            </Acts>
          </Form>
        </Section>
      </Stack>
    </ConsoleLayout>
  );
};
