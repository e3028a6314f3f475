import { list, text, type Form as Posted } from '../../platform/form.ts';
import {
  Acts,
  Button,
  Checkboxes,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PageHead,
  Row,
  Rows,
  Section,
  Select,
  Tag,
  TextField,
  type Choice,
  type FlashMessage,
  type Frame,
  type Tone,
} from '../../ui/index.ts';
import { counted } from '../seat-words.ts';

type Points = {
  id: string;
  title: string;
  no: number;
  when: string;
  changeNote: string;
  issueName: string;
  billNumber: string | null;
  expired: boolean;
};
type Ask = {
  id: string;
  words: string;
  issueName: string;
  billId: string | null;
  billNumber: string | null;
  position: string | null;
  since: string;
  talkingPointsId: string | null;
};
type Delegate = {
  seatName: string;
  title: string;
  officialId: string | null;
  name: string | null;
  party: string | null;
  phone: string | null;
  members: number;
  asks: Ask[];
  known: { memberId: string; name: string; district: string | null; how: string }[];
  knownCount: number;
  heard: {
    id: string;
    by: string;
    memberId: string | null;
    when: string;
    how: string;
    about: string | null;
    stance: { label: string; tone: Tone } | null;
  }[];
  contacts: number;
  older: { talkingPointsId: string; members: number }[];
};
type DelegationProps = {
  frame: Frame;
  points: Points[];
  delegates: Delegate[];
  form: Posted;
  issues: Choice[];
  bills: Choice[];
  errors: Record<string, string>;
  /** An ask just ended, to be taken back. */
  ended: string | null;
  flash: FlashMessage | null;
};

const LABELS: Record<string, string> = {
  officialIds: 'Of whom',
  issueId: 'Issue',
  billId: 'Bill',
  words: 'What we ask',
};
const people = (count: number) => counted(count, 'member');
const nameOf = ({ title, name }: Delegate) => `${title} ${name}`;

/** The delegation in Congress: what we want of each, who speaks to them, what was heard last, which words are out. */
export const DelegationPage = (props: DelegationProps) => {
  const { frame, points, delegates, errors } = props;
  const seated = delegates.filter(({ officialId }) => officialId !== null);
  return (
    <ConsoleLayout
      {...frame}
      current="officials"
      title="Delegation"
      flash={props.flash}
      back={{ href: '/officials', label: 'Officials' }}
      board
    >
      <PageHead
        title="Delegation"
        sub="What we want of each senator and representative, who speaks to them, and what was heard last."
        actions={
          seated.length > 0 && (
            <a class="button" href="#ask">
              Add an ask
            </a>
          )
        }
      />
      {props.ended && (
        <Notice title="The ask is ended">
          <Form action={`/officials/delegation/asks/${props.ended}/end`} label="Take it back">
            <input type="hidden" name="ended" value="no" />
            <Acts>
              <Button>Let it stand again</Button>
            </Acts>
          </Form>
        </Notice>
      )}
      <ErrorSummary
        problems={Object.entries(errors).map(([name, message]) => ({
          name,
          label: LABELS[name] ?? name,
          message,
        }))}
      />
      {delegates.length === 0 && (
        <Empty
          title="No delegation yet"
          text="Import the members of Congress; those of your state stand here with what you ask of them."
          action={
            <LinkButton href="/officials/imports" kind="main">
              Import Congress
            </LinkButton>
          }
        />
      )}
      {delegates.map((one) => (
        <DelegateSection delegate={one} points={points} />
      ))}
      {seated.length > 0 && (
        <>
          <Section
            title="Talking points for Congress"
            id="points"
            more={{ href: '/talking-points', label: 'All talking points' }}
          >
            {points.length === 0 ? (
              <Empty
                title="None published yet"
                text="Write talking points for Congress; they stand here for each senator and representative."
                action={<LinkButton href="/talking-points/new">New talking points</LinkButton>}
              />
            ) : (
              <Rows>
                {points.map((one) => (
                  <Row
                    href={`/talking-points/${one.id}`}
                    title={one.title}
                    beside={[one.billNumber, one.issueName].filter(Boolean).join(', ')}
                    tags={one.expired && <Tag tone="warn">Expired</Tag>}
                    end={
                      <LinkButton
                        href={sendHref(
                          one.id,
                          seated.flatMap(({ officialId }) => officialId ?? []),
                        )}
                        label={`Send to all who reach the delegation: ${one.title}`}
                      >
                        Send to all
                      </LinkButton>
                    }
                  >
                    Version {one.no}, {one.when}
                    {one.changeNote && `: ${one.changeNote}`}
                  </Row>
                ))}
              </Rows>
            )}
          </Section>
          <Section title="Add an ask" id="ask">
            <Form action="/officials/delegation/asks" label="Add an ask">
              <input type="hidden" name="id" value={text(props.form, 'id') ?? ''} />
              <Checkboxes
                name="officialIds"
                label="Of whom"
                error={errors.officialIds}
                across
                options={seated.map((one) => ({ value: one.officialId ?? '', label: nameOf(one) }))}
                values={list(props.form, 'officialIds')}
              />
              <TextField
                name="words"
                label="What we ask"
                hint="One request, such as: cosponsor S. 12."
                maxlength={300}
                value={text(props.form, 'words')}
                error={errors.words}
              />
              <Select
                name="issueId"
                label="Issue"
                prompt="Choose an issue"
                options={props.issues}
                value={text(props.form, 'issueId')}
                error={errors.issueId}
              />
              <Select
                name="billId"
                label="Bill"
                required={false}
                prompt="None"
                options={props.bills}
                value={text(props.form, 'billId')}
                error={errors.billId}
              />
              <Acts>
                <Button kind="main">Add the ask</Button>
              </Acts>
            </Form>
          </Section>
        </>
      )}
    </ConsoleLayout>
  );
};

const sendHref = (talkingPointsId: string, officialIds: string[]) =>
  `/alerts/new?talking-points=${talkingPointsId}&officials=${officialIds.join(',')}`;

const DelegateSection = ({ delegate, points }: { delegate: Delegate; points: Points[] }) => {
  const { officialId, name, asks, heard, known, members, seatName } = delegate;
  const id = `seat-${seatName.replaceAll(/\W+/g, '-').toLowerCase()}-${officialId ?? 'vacant'}`;
  if (officialId === null || name === null)
    return (
      <Section title={`${delegate.title} ${seatName}`} id={id}>
        <p class="soft">The seat is vacant.</p>
      </Section>
    );
  return (
    <Section
      title={nameOf(delegate)}
      id={id}
      more={{
        href: `/officials/${officialId}`,
        label: [seatName, delegate.party].filter(Boolean).join(', '),
      }}
    >
      <div class="delegate">
        <div>
          <h3 class="small soft">What we want</h3>
          {asks.length === 0 && (
            <p class="soft">
              Nothing asked yet. <a href="#ask">Add an ask</a>
            </p>
          )}
          {asks.map((ask) => (
            <AskBlock
              ask={ask}
              delegate={delegate}
              points={points.find((one) => one.id === ask.talkingPointsId) ?? null}
            />
          ))}
        </div>
        <div>
          <h3 class="small soft">Who speaks to them</h3>
          {known.length > 0 ? (
            <Rows label={`Who knows ${name}`}>
              {known.map((one) => (
                <Row href={`/members/${one.memberId}`} title={one.name} beside={one.district}>
                  {one.how}
                </Row>
              ))}
            </Rows>
          ) : (
            <p class="soft">
              Nobody is known to know them.{' '}
              <a href={`/officials/${officialId}`}>
                Say who does<span class="hidden">: {name}</span>
              </a>
            </p>
          )}
          <p class="small soft">
            {delegate.knownCount > known.length && `${delegate.knownCount - known.length} more know them. `}
            {people(members)} can reach them.
          </p>
        </div>
        <div>
          <h3 class="small soft">Last heard</h3>
          {heard.length === 0 ? (
            <p class="soft">
              Nothing heard yet.{' '}
              <a href={`/log/contacts/new?official=${officialId}`}>
                Report a contact<span class="hidden"> with {name}</span>
              </a>
            </p>
          ) : (
            <Rows label={`Last heard of ${name}`}>
              {heard.map((one) => (
                <Row
                  href={one.memberId ? `/members/${one.memberId}` : undefined}
                  title={one.by}
                  beside={one.when}
                  tags={one.stance && <Tag tone={one.stance.tone}>{one.stance.label}</Tag>}
                >
                  {[one.how, one.about && `on ${one.about}`].filter(Boolean).join(' ')}
                </Row>
              ))}
            </Rows>
          )}
          {delegate.contacts > heard.length && <p class="small soft">{delegate.contacts} contacts in all.</p>}
        </div>
      </div>
    </Section>
  );
};

const AskBlock = ({ ask, delegate, points }: { ask: Ask; delegate: Delegate; points: Points | null }) => {
  const older = delegate.older.find(({ talkingPointsId }) => talkingPointsId === points?.id)?.members ?? 0;
  return (
    <div class="ask">
      <p>
        <strong>{ask.words}</strong>
      </p>
      <p class="small soft">
        {ask.billId ? <a href={`/agenda/bills/${ask.billId}`}>{ask.billNumber}</a> : ask.issueName}
        {ask.position && `, we ${POSITIONS[ask.position] ?? ask.position}`}. Since {ask.since}.
      </p>
      {points && (
        <p class="small">
          <a href={`/talking-points/${points.id}`}>{points.title}</a>, version {points.no}{' '}
          {points.expired && <Tag tone="warn">Expired</Tag>}{' '}
          {older > 0 && (
            <Tag tone="warn" href={`/talking-points/${points.id}/field`}>
              {people(older)} {older === 1 ? 'has' : 'have'} an older one
            </Tag>
          )}
        </p>
      )}
      <Acts>
        {points && delegate.officialId && delegate.members > 0 && (
          <LinkButton
            href={sendHref(points.id, [delegate.officialId])}
            label={`Send to ${people(delegate.members)}: ${points.title}, for ${nameOf(delegate)}`}
          >
            Send to {people(delegate.members)}
          </LinkButton>
        )}
        {!points && (
          <LinkButton href={`/talking-points/new?bill=${ask.billId ?? ''}`} kind="quiet">
            Write talking points
          </LinkButton>
        )}
        <form action={`/officials/delegation/asks/${ask.id}/end`} method="post">
          <Button kind="quiet" label={`End this ask: ${ask.words}`}>
            End this ask
          </Button>
        </form>
      </Acts>
    </div>
  );
};

const POSITIONS: Record<string, string> = {
  support: 'support it',
  oppose: 'oppose it',
  amend: 'want it amended',
  monitor: 'watch it',
  neutral: 'are neutral',
};
