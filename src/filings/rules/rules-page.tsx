import { localDate, showShortDay } from '../../platform/days.ts';
import {
  ConsoleLayout,
  LinkButton,
  PageHead,
  PrintLayout,
  Section,
  Table,
  Tabs,
  Tag,
  type FlashMessage,
  kept,
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

interface Props {
  frame: Frame;
  regime: string;
  regimes: { id: string; name: string }[];
  rules: RuleView[];
}

const COLUMNS = [
  { key: 'rule', label: 'Rule' },
  { key: 'value', label: 'Value' },
  { key: 'days', label: 'Days', nowrap: true },
  { key: 'source', label: 'Source' },
  { key: 'reviewed', label: 'Looked over', nowrap: true },
];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** By whom and when a rule was looked over, or that nobody did. */
export const reviewInWords = (rule: RuleView, zone: string): string =>
  rule.reviewedBy === null || rule.reviewedAt === null
    ? 'Nobody yet'
    : `${rule.reviewedBy}, ${showShortDay(localDate(rule.reviewedAt, zone), { year: true })}`;

const rowOf = (rule: RuleView, zone: string, linked: boolean) => ({
  rule: (
    <>
      {linked ? <a href={`/filings/rules/${rule.id}`}>{keyInWords(rule.key)}</a> : keyInWords(rule.key)}
      {rule.standing !== 'now' && (
        <>
          {' '}
          <Tag tone={STANDING_TONES[rule.standing]}>{STANDING_WORDS[rule.standing]}</Tag>
        </>
      )}
    </>
  ),
  value: valueInWords(rule),
  days: daysInWords(rule),
  source: (
    <>
      {kept(rule.source)}
      <br />
      <span class="small soft">{`${rule.evidence}: ${EVIDENCE_WORDS[rule.evidence] ?? ''}`}</span>
    </>
  ),
  reviewed: reviewInWords(rule, zone),
});

/** The rules of a regime: those in force, those to come, proposals, and on demand what has ended. */
export const RulesPage = ({
  frame,
  flash,
  regime,
  regimes,
  rules,
  all,
  mayChange,
}: Props & { flash: FlashMessage | null; all: boolean; mayChange: boolean }) => {
  const shown = rules.filter((one) => all || ['now', 'later', 'proposed'].includes(one.standing));
  const unread = shown.filter((one) => one.standing === 'now' && one.reviewedBy === null).length;
  const name = capital(regimes.find((one) => one.id === regime)?.name ?? regime);
  return (
    <ConsoleLayout
      {...frame}
      title="Rules"
      current="filings"
      flash={flash}
      back={{ href: '/filings', label: 'Filings' }}
    >
      <PageHead
        title={`Rules: ${name}`}
        sub={
          unread === 0
            ? 'Every rule in force was looked over by a named person.'
            : `${unread} ${unread === 1 ? 'rule' : 'rules'} in force nobody has looked over yet. Hold them against their sources before anything is filed.`
        }
        actions={
          <>
            {mayChange && (
              <LinkButton kind="main" href={`/filings/rules/new?regime=${regime}`}>
                Add a rule
              </LinkButton>
            )}
            <LinkButton kind="quiet" href="/filings/days">
              Holidays and sessions
            </LinkButton>
            <LinkButton kind="quiet" href={`/filings/rules?regime=${regime}${all ? '' : '&all=1'}`}>
              {all ? 'Without what has ended' : 'With what has ended'}
            </LinkButton>
            <LinkButton kind="quiet" href={`/filings/rules/print?regime=${regime}${all ? '&all=1' : ''}`}>
              Page to print
            </LinkButton>
          </>
        }
      />
      <Tabs
        label="Rules by regime"
        items={regimes.map((one) => ({
          href: `/filings/rules?regime=${one.id}`,
          label: capital(one.name),
          current: one.id === regime,
        }))}
      />
      <Table
        caption={`Rules of ${name}`}
        quietCaption
        columns={COLUMNS}
        rows={shown.map((one) => rowOf(one, frame.zone, true))}
        empty="No rule is kept here yet. Add one with its source."
      />
    </ConsoleLayout>
  );
};

/** The rules of a regime on paper, for counsel to go through. */
export const RulesPrintPage = ({ frame, regime, regimes, rules, today }: Props & { today: string }) => {
  const name = capital(regimes.find((one) => one.id === regime)?.name ?? regime);
  return (
    <PrintLayout
      title={`Reporting rules: ${name}`}
      network={frame.network}
      back={{ href: `/filings/rules?regime=${regime}`, label: 'Rules' }}
      sub={`As kept on ${showShortDay(today, { year: true })}. V: read in the source; V2: second-hand; GH, GM, GL: general knowledge, to be confirmed.`}
    >
      <Section title={name} id="rules">
        <Table
          caption={`Rules of ${name}`}
          quietCaption
          columns={COLUMNS}
          rows={rules.map((one) => rowOf(one, frame.zone, false))}
        />
      </Section>
    </PrintLayout>
  );
};
