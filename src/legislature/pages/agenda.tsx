import {
  Acts,
  Button,
  Columns,
  ConsoleLayout,
  Empty,
  Form,
  LinkButton,
  PageHead,
  Row,
  Rows,
  Section,
  Tabs,
  Tag,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { HearingAhead } from '../ports.ts';
import { HearingPrompts } from './hearing-prompts.tsx';
import { ReachGapsLine } from './reach-gaps-line.tsx';
import { STANDS, type Stand } from './words.ts';

/** What the page asks for before the hearings of the days ahead. */
export interface Prompts {
  hearings: HearingAhead[];
  now: number;
  mayDraft: boolean;
}

export interface BillLine {
  id: string;
  number: string;
  title: string;
  status: string;
  position: Stand | null;
  /** "Hearing Wednesday, February 10, 3:00 pm, Education" */
  hearing: string | null;
}
interface IssueLine {
  id: string;
  name: string;
  summary: string;
  rank: number | null;
  bills: BillLine[];
}
type AgendaPageProps = {
  frame: Frame;
  sessions: { id: string; label: string; current: boolean }[];
  session: { id: string; name: string; when: string; ended: boolean } | null;
  priorities: IssueLine[];
  issues: IssueLine[];
  loose: BillLine[];
  /** Ids of the priorities in the order shown: a ranking made from another order is refused. */
  was: string[];
  prompts: Prompts;
  /** School districts that lack officials, where a hearing asks who can reach its committee. */
  gaps: { districts: number; members: number } | null;
  mayRank: boolean;
  mayWrite: boolean;
  flash: FlashMessage | null;
};

/** What the network wants this session: priorities in order with their bills, then the other issues. */
export const AgendaPage = (props: AgendaPageProps) => {
  const { frame, sessions, session, priorities, issues, loose, mayRank, mayWrite, flash } = props;
  const rank = { sessionId: session?.id ?? '', was: props.was, may: mayRank && session !== null };
  return (
    <ConsoleLayout {...frame} current="agenda" title="Agenda" flash={flash}>
      <PageHead
        title="Agenda"
        sub={session && `${session.name}, ${session.when}`}
        actions={
          mayWrite &&
          session && (
            <>
              <LinkButton href={`/agenda/bills/new?session=${session.id}`} kind="main">
                Add a bill
              </LinkButton>
              <LinkButton href="/agenda/issues/new">Add an issue</LinkButton>
            </>
          )
        }
      />
      <HearingPrompts {...props.prompts} zone={frame.zone} />
      <ReachGapsLine gaps={props.gaps} />
      {sessions.length > 1 && (
        <Tabs
          label="Legislative sessions"
          items={sessions.map((one) => ({
            href: `/agenda?session=${one.id}`,
            label: one.label,
            current: one.current,
          }))}
        />
      )}
      {!session ? (
        <Empty
          title="No legislative session yet"
          text="Bills and priorities belong to a session of the legislature. Start with its name and first day; then add issues, bills and positions."
          action={
            mayWrite && (
              <LinkButton href="/agenda/sessions/new" kind="main">
                Start a legislative session
              </LinkButton>
            )
          }
        />
      ) : (
        <Columns
          main={
            <>
              {priorities.length === 0 && (
                <Empty
                  title="Nothing is ranked yet"
                  text="The director makes a few issues priorities. They come first here, for members and on reports."
                  action={
                    issues.length === 0 &&
                    mayWrite && <LinkButton href="/agenda/issues/new">Add an issue</LinkButton>
                  }
                />
              )}
              {priorities.map((issue, place) => (
                <IssueSection
                  issue={issue}
                  rank={rank}
                  first={place === 0}
                  last={place === priorities.length - 1}
                  mayWrite={mayWrite}
                />
              ))}
              {issues.map((issue) => (
                <IssueSection issue={issue} rank={rank} mayWrite={mayWrite} />
              ))}
              {loose.length > 0 && (
                <Section title="Bills of no issue" id="loose">
                  <BillRows bills={loose} />
                </Section>
              )}
            </>
          }
          aside={
            <Section title="This session" id="session">
              <p>
                <a href={`/agenda/bills?session=${session.id}`}>All bills</a>
              </p>
              {mayWrite && (
                <>
                  {!session.ended && (
                    <p>
                      <a href={`/agenda/sessions/${session.id}`}>Note its adjournment</a>
                    </p>
                  )}
                  <p>
                    <a href="/agenda/sessions/new">Start another session</a>
                  </p>
                </>
              )}
            </Section>
          }
        />
      )}
    </ConsoleLayout>
  );
};

type IssueSectionProps = {
  issue: IssueLine;
  rank: { sessionId: string; was: string[]; may: boolean };
  first?: boolean;
  last?: boolean;
  mayWrite: boolean;
};
const IssueSection = ({ issue, rank, first, last, mayWrite }: IssueSectionProps) => (
  <Section title={issue.rank === null ? issue.name : `${issue.rank}. ${issue.name}`} id={`issue-${issue.id}`}>
    {issue.summary && <p class="soft">{issue.summary}</p>}
    <BillRows bills={issue.bills} />
    {mayWrite && !rank.may && (
      <Acts>
        <EditLink issue={issue} />
      </Acts>
    )}
    {rank.may && (
      <Form action="/agenda/priorities" label={`Rank of ${issue.name}`}>
        <input type="hidden" name="legislativeSessionId" value={rank.sessionId} />
        <input type="hidden" name="issueId" value={issue.id} />
        <input type="hidden" name="was" value={rank.was.join(' ')} />
        <Acts>
          {issue.rank === null ? (
            <Button name="move" value="add" kind="quiet" label={`Make ${issue.name} a priority`}>
              Make it a priority
            </Button>
          ) : (
            <>
              <Button name="move" value="up" kind="quiet" disabled={first} label={`Up: ${issue.name}`}>
                Up
              </Button>
              <Button name="move" value="down" kind="quiet" disabled={last} label={`Down: ${issue.name}`}>
                Down
              </Button>
              <Button name="move" value="remove" kind="quiet" label={`Not a priority: ${issue.name}`}>
                Not a priority
              </Button>
            </>
          )}
          <EditLink issue={issue} />
        </Acts>
      </Form>
    )}
  </Section>
);

const EditLink = ({ issue }: { issue: IssueLine }) => (
  <LinkButton href={`/agenda/issues/${issue.id}`} kind="quiet" label={`Edit ${issue.name}`}>
    Edit
  </LinkButton>
);

/** Bills under each other: number, title, where it stands, where we stand, the next hearing. */
export const BillRows = ({ bills }: { bills: BillLine[] }) =>
  bills.length === 0 ? (
    <p class="soft">No bills yet.</p>
  ) : (
    <Rows>
      {bills.map((bill) => (
        <Row
          title={bill.number}
          href={`/agenda/bills/${bill.id}`}
          beside={bill.title}
          tags={bill.position && <Tag tone={STANDS[bill.position].tone}>{STANDS[bill.position].label}</Tag>}
        >
          {[bill.status, bill.hearing].filter(Boolean).join('. ')}
        </Row>
      ))}
    </Rows>
  );
