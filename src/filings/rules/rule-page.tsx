import {
  Acts,
  Button,
  ConfirmInPlace,
  ConsoleLayout,
  DefinitionList,
  Form,
  LinkButton,
  Notice,
  PageHead,
  Section,
  Table,
  Tag,
  TextField,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { RuleView } from './list-rules.ts';
import {
  daysInWords,
  EVIDENCE_WORDS,
  keyInWords,
  STANDING_TONES,
  STANDING_WORDS,
  valueInWords,
} from './rule-words.ts';
import { reviewInWords } from './rules-page.tsx';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  rule: RuleView & {
    history: RuleView[];
    usedBy: { filingId: string; obligationId: string; name: string; version: number; state: string }[];
  };
  mayChange: boolean;
  problem: string | null;
}
const USED: Record<string, string> = {
  prepared: 'Prepared',
  filed: 'Filed',
  superseded: 'Filed, then amended',
};

/** One rule: its value and source, its other rows, the reports that used it, and what can be done with it. */
export const RulePage = ({ frame, flash, rule, mayChange, problem }: Props) => (
  <ConsoleLayout
    {...frame}
    title={keyInWords(rule.key)}
    current="filings"
    flash={flash}
    back={{ href: `/filings/rules?regime=${rule.regime}`, label: 'Rules' }}
  >
    <PageHead
      title={keyInWords(rule.key)}
      sub={`${rule.regimeName}: ${valueInWords(rule)}. ${daysInWords(rule)}.`}
      tags={<Tag tone={STANDING_TONES[rule.standing]}>{STANDING_WORDS[rule.standing]}</Tag>}
    />
    {problem && (
      <Notice tone="problem" title="That was not done">
        {problem}
      </Notice>
    )}
    <DefinitionList
      items={[
        { term: 'Value', value: valueInWords(rule) },
        { term: 'Days', value: daysInWords(rule) },
        { term: 'Source', value: rule.source },
        { term: 'Evidence', value: `${rule.evidence}: ${EVIDENCE_WORDS[rule.evidence] ?? ''}` },
        { term: 'Looked over by', value: reviewInWords(rule, frame.zone) },
        { term: 'Name in the program', value: <code>{`${rule.regime} ${rule.key}`}</code> },
      ]}
    />
    {mayChange && <Change rule={rule} />}
    <Section title="History" id="history">
      <Table
        caption="Every row of this rule"
        quietCaption
        columns={[
          { key: 'days', label: 'Days', nowrap: true },
          { key: 'value', label: 'Value', nowrap: true },
          { key: 'state', label: 'State', nowrap: true },
          { key: 'source', label: 'Source' },
        ]}
        rows={rule.history.map((one) => ({
          days:
            one.id === rule.id ? (
              daysInWords(one)
            ) : (
              <a href={`/filings/rules/${one.id}`}>{daysInWords(one)}</a>
            ),
          value: valueInWords(one),
          state: STANDING_WORDS[one.standing],
          source: one.source,
        }))}
      />
    </Section>
    <Section title="Reports whose figures used it" id="used">
      <Table
        caption="Reports whose figures used this rule"
        quietCaption
        columns={[
          { key: 'report', label: 'Report' },
          { key: 'version', label: 'Version' },
          { key: 'state', label: 'State' },
        ]}
        rows={rule.usedBy.map((one) => ({
          report: <a href={`/filings/${one.obligationId}`}>{one.name}</a>,
          version: one.version,
          state: USED[one.state] ?? one.state,
        }))}
        empty="No prepared or filed report has used this row."
      />
    </Section>
  </ConsoleLayout>
);

const Change = ({ rule }: { rule: RuleView }) => (
  <Section title="Change" id="change">
    {(rule.standing === 'now' || rule.standing === 'later' || rule.standing === 'ended') && (
      <Acts>
        <LinkButton kind="main" href={`/filings/rules/${rule.id}/correction`}>
          Correct it
        </LinkButton>
      </Acts>
    )}
    {rule.standing === 'proposed' && (
      <Acts>
        <ConfirmInPlace
          opens="Put it in force"
          kind="main"
          consequence={`From ${rule.fromOn} on this is the rule. The row in force until then ends the day before. Reports prepared already must be prepared again.`}
          action={`/filings/rules/${rule.id}/force`}
          label="Put it in force"
        />
        <ConfirmInPlace
          opens="Withdraw it"
          consequence="The proposal stays in the history and can no longer be put in force."
          action={`/filings/rules/${rule.id}/withdrawal`}
          label="Withdraw it"
        />
      </Acts>
    )}
    <Form action={`/filings/rules/${rule.id}/review`} label="Note who looked it over">
      <TextField
        label="Looked over by"
        name="reviewer"
        value=""
        hint="The person who held this row against its source today: staff or counsel."
      />
      <Acts>
        <Button>Note the review</Button>
      </Acts>
    </Form>
  </Section>
);
