import { showDay, showWhen } from '../../platform/days.ts';
import { showCents } from '../../platform/money.ts';
import {
  Acts,
  Button,
  ConfirmInPlace,
  ConsoleLayout,
  DefinitionList,
  Figure,
  Form,
  Lead,
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
import type { ObligationView } from '../list-obligations.ts';
import type { LineView } from '../show-filing.ts';
import { Checks, type CheckView } from './checks.tsx';
import { FilingLines, Worksheet } from './lines.tsx';
import { Receipts } from './receipts.tsx';
import { daysLeftInWords, isOwed, periodInWords, STATE_TONES, STATE_WORDS } from './words.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  now: number;
  obligation: ObligationView & {
    versions: {
      id: string;
      version: number;
      state: string;
      preparedAt: number;
      filedAt: number | null;
      totalCents: number;
    }[];
  };
  filing: {
    id: string;
    version: number;
    state: string;
    totalCents: number;
    lines: LineView[];
    worksheet: LineView[];
    copies: { format: string; sha256: string; size: number }[];
  } | null;
  /** Files in the shape of the office's own system. */
  exports: { as: string; label: string }[];
  /** Null to people who may not prepare. */
  check: { checks: CheckView[]; fresh: boolean; mayFile: boolean } | null;
  /** Null where the report is not filed. */
  receipts: { id: string; submittedOn: string; reference: string; sha256: string | null }[] | null;
  mayKeep: boolean;
  mayPrepare: boolean;
  mayFile: boolean;
  problem: string | null;
}

/** One report: why and when it is due, its lines as prepared or filed, and the next step. */
export const ObligationPage = (props: Props) => {
  const { frame, flash, obligation, filing, check, problem } = props;
  return (
    <ConsoleLayout
      {...frame}
      title={obligation.name}
      current="filings"
      flash={flash}
      back={{ href: `/filings?year=${obligation.dueOn.slice(0, 4)}`, label: 'Filings' }}
    >
      <PageHead
        title={obligation.name}
        sub={`${obligation.organizationName}, ${obligation.regimeName}. ${periodInWords(obligation.periodFrom, obligation.periodTo)}.`}
        tags={<Tag tone={STATE_TONES[obligation.state]}>{STATE_WORDS[obligation.state]}</Tag>}
      />
      {problem && (
        <Notice tone="problem" title="That was not done">
          {problem}
        </Notice>
      )}
      <NextStep {...props} />
      {check && filing?.state === 'prepared' && <Checks checks={check.checks} />}
      {filing && props.receipts && (
        <Receipts filingId={filing.id} receipts={props.receipts} mayKeep={props.mayKeep} />
      )}
      <Why obligation={obligation} />
      {filing && <FilingLines lines={filing.lines} />}
      {filing && <Worksheet lines={filing.worksheet} />}
      <Versions {...props} />
      <FiledElsewhere {...props} />
    </ConsoleLayout>
  );
};

const NextStep = ({ obligation, filing, exports, check, mayPrepare, mayFile }: Props) => {
  const { id } = obligation;
  if (obligation.state === 'filed_by_other') return null;
  if (!filing) {
    return (
      <Lead>
        <p>
          {obligation.state === 'not_triggered'
            ? 'This report is not owed so far. It can be prepared all the same.'
            : 'Nothing is prepared yet. Preparing reads the log and changes nothing in it.'}
        </p>
        {mayPrepare && <Prepare id={id} label="Prepare the report" main={obligation.state === 'open'} />}
      </Lead>
    );
  }
  const amends = filing.version > 1;
  if (filing.state === 'prepared') {
    return (
      <Lead>
        <Figure
          value={showCents(filing.totalCents)}
          of={amends ? `in version ${filing.version}, an amendment` : 'to report'}
        />
        {check && !check.fresh && (
          <Notice tone="warn" title="The log changed since this was prepared">
            Prepare it again, look it over, then file it.
          </Notice>
        )}
        <Acts>
          {mayFile && check?.mayFile && (
            <LinkButton kind="main" href={`/filings/${id}/filing`}>
              File it
            </LinkButton>
          )}
          {mayPrepare && <Prepare id={id} label="Prepare it again" main={check?.fresh === false} />}
          <LinkButton href={`/filings/filing/${filing.id}/print`}>Page to print</LinkButton>
          {amends && <LinkButton href={`/filings/filing/${filing.id}/changes`}>What changed</LinkButton>}
          <Files filingId={filing.id} />
          <Exports filingId={filing.id} exports={exports} />
        </Acts>
        {check?.mayFile && !mayFile && <p class="soft">The director or the owner files it.</p>}
      </Lead>
    );
  }
  return (
    <Lead>
      <Figure value={showCents(filing.totalCents)} of={`filed, version ${filing.version}`} />
      {check && !check.fresh && (
        <Notice tone="warn" title="The log changed since this was filed">
          <p>Prepare an amendment to see what is different. The filed copies stay as they are.</p>
        </Notice>
      )}
      {mayPrepare && check && !check.fresh && <Prepare id={id} label="Prepare an amendment" main />}
      <Acts>
        <LinkButton href={`/filings/filing/${filing.id}/proof`}>Prove the filed copies</LinkButton>
        <LinkButton href={`/filings/filing/${filing.id}/print`}>Page to print</LinkButton>
        {amends && <LinkButton href={`/filings/filing/${filing.id}/changes`}>What changed</LinkButton>}
        <Files filingId={filing.id} />
        <Exports filingId={filing.id} exports={exports} />
      </Acts>
    </Lead>
  );
};

const Exports = ({ filingId, exports }: { filingId: string; exports: Props['exports'] }) => (
  <>
    {exports.map(({ as, label }) => (
      <LinkButton kind="quiet" href={`/filings/filing/${filingId}/export/${as}`} download>
        {label}
      </LinkButton>
    ))}
  </>
);

/** The report as files of each kind. */
const Files = ({ filingId }: { filingId: string }) => (
  <>
    {(['PDF', 'XLSX', 'CSV', 'JSON'] as const).map((name) => (
      <LinkButton kind="quiet" href={`/filings/filing/${filingId}.${name.toLowerCase()}`} download>
        {name}
      </LinkButton>
    ))}
  </>
);

const Prepare = ({ id, label, main }: { id: string; label: string; main?: boolean }) => (
  <Form action={`/filings/${id}/preparation`} label={label}>
    <Acts>
      <Button kind={main ? 'main' : undefined}>{label}</Button>
    </Acts>
  </Form>
);

const Why = ({ obligation }: { obligation: ObligationView }) => (
  <Section title="Why and when" id="why">
    <DefinitionList
      items={[
        {
          term: 'Due',
          value: `${showDay(obligation.dueOn, { year: true })}${isOwed(obligation.state) ? `, ${daysLeftInWords(obligation.daysLeft)}` : ''}`,
        },
        ...(obligation.statutoryDueOn === obligation.dueOn
          ? []
          : [{ term: 'The law’s day', value: showDay(obligation.statutoryDueOn, { year: true }) }]),
        { term: 'Our own day', value: showDay(obligation.internalDueOn, { year: true }) },
        ...(isOwed(obligation.state) && obligation.lateFeeCents
          ? [{ term: 'Late fee so far', value: `${showCents(obligation.lateFeeCents)}. It may be waived.` }]
          : []),
      ]}
    />
    <ul>
      {obligation.trace.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </Section>
);

const Versions = ({ obligation, now, frame }: Props) =>
  obligation.versions.length < 2 ? null : (
    <Section title="Versions" id="versions">
      <Table
        caption="Versions of this report"
        quietCaption
        columns={[
          { key: 'version', label: 'Version' },
          { key: 'state', label: 'State' },
          { key: 'when', label: 'When' },
          { key: 'total', label: 'Total', align: 'end' },
        ]}
        rows={obligation.versions.map((one) => ({
          version: <a href={`/filings/filing/${one.id}/print`}>{`Version ${one.version}`}</a>,
          state: one.state === 'superseded' ? 'Filed, then amended' : (STATE_WORDS[one.state] ?? one.state),
          when: showWhen(one.filedAt ?? one.preparedAt, now, frame.zone),
          total: showCents(one.totalCents),
        }))}
      />
    </Section>
  );

const FiledElsewhere = ({ obligation, mayFile }: Props) =>
  mayFile && (obligation.state === 'open' || obligation.state === 'not_triggered') ? (
    <ConfirmInPlace
      opens="Somebody else files this"
      consequence="The report is taken off the list of what is owed. Nothing is frozen here."
      action={`/filings/${obligation.id}/elsewhere`}
      label="Take it off the list"
    >
      <TextField label="Who files it" name="by" />
    </ConfirmInPlace>
  ) : null;
