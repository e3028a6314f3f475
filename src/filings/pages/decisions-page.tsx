import { showShortDay, type LocalDate } from '../../platform/days.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  DateField,
  DefinitionList,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Section,
  Select,
  TextField,
  fieldsOf,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { FilerFacts } from '../list-facts.ts';
import type { FactRow, FactSpec } from '../regimes/regime.ts';

const inWords = (spec: FactSpec, value: string): string =>
  spec.options?.find((one) => one.value === value)?.label ?? value;
const day = (date: LocalDate) => showShortDay(date, { year: true });
const said = (spec: FactSpec, one: FactRow): string =>
  `${inWords(spec, one.value)}, from ${day(one.fromOn)}. ${one.decidedBy}, ${day(one.decidedOn)}.${one.note ? ` ${one.note}` : ''}`;

/** What each filer has decided, or still should, in each regime: who, when, and from which day on. */
export const DecisionsPage = ({
  frame,
  flash,
  filers,
  mayDecide,
}: {
  frame: Frame;
  flash: FlashMessage | null;
  filers: FilerFacts[];
  mayDecide: boolean;
}) => (
  <ConsoleLayout
    {...frame}
    title="Decisions"
    current="filings"
    flash={flash}
    back={{ href: '/filings', label: 'Filings' }}
  >
    <PageHead
      title="Decisions"
      sub="What reports rest on and no log can know. Each is kept with who decided it and when; nothing is overwritten."
    />
    {filers.length === 0 && (
      <Empty
        title="Nothing to decide yet"
        text="Say first that an organization files in Massachusetts or under the federal law."
        action={<LinkButton href="/log/filers">Who files</LinkButton>}
      />
    )}
    {filers.map((filer) => (
      <Section
        title={`${filer.organizationName}, ${filer.regimeName}`}
        id={`decisions-${filer.regime}-${filer.organizationId}`}
      >
        <DefinitionList
          items={filer.facts.map(({ spec, decisions }) => ({
            term: spec.label,
            value: (
              <>
                {decisions.length === 0 && <span class="soft">Not decided. </span>}
                {decisions.map((one) => (
                  <div>{said(spec, one)}</div>
                ))}
                {mayDecide && (
                  <a
                    href={`/filings/decisions/new?organization=${filer.organizationId}&regime=${filer.regime}&key=${spec.key}`}
                  >
                    {decisions.length === 0 ? 'Record the decision' : 'Record another'}
                    <span class="hidden">{`: ${spec.label}`}</span>
                  </a>
                )}
              </>
            ),
          }))}
        />
      </Section>
    ))}
  </ConsoleLayout>
);

/** Records one decision. */
export const DecisionFormPage = ({
  frame,
  filer,
  spec,
  values,
  problems,
}: {
  frame: Frame;
  filer: FilerFacts;
  spec: FactSpec;
  values: Record<string, string>;
  problems: FieldProblem[];
}) => {
  const field = fieldsOf(values, problems);
  return (
    <ConsoleLayout
      {...frame}
      title="Record a decision"
      current="filings"
      back={{ href: '/filings/decisions', label: 'Decisions' }}
    >
      <PageHead title={spec.label} sub={`${filer.organizationName}, ${filer.regimeName}. ${spec.hint}`} />
      <ErrorSummary problems={problems} />
      <Form action="/filings/decisions" label="Record a decision">
        <input type="hidden" name="organizationId" value={filer.organizationId} />
        <input type="hidden" name="regime" value={filer.regime} />
        <input type="hidden" name="key" value={spec.key} />
        {spec.options ? (
          <Select label="Decision" {...field('value')} prompt="Choose" options={spec.options} />
        ) : (
          <TextField label="Decision" {...field('value')} />
        )}
        <DateField
          label="Holds from"
          {...field('fromOn')}
          hint={spec.yearly ? 'January 1 of a year: it holds for whole calendar years.' : undefined}
        />
        <div class="pair">
          <TextField
            label="Who decided"
            {...field('decidedBy')}
            hint="A person or a body, such as the board or counsel."
          />
          <DateField label="Decided on" {...field('decidedOn')} />
        </div>
        <TextField label="Note" {...field('note')} required={false} />
        <Acts>
          <Button kind="main">Record it</Button>
          <LinkButton href="/filings/decisions">Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};
