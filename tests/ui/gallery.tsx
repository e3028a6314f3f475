import type { Child } from 'hono/jsx';
import {
  Acts,
  AnswerChoices,
  Bars,
  Button,
  CallList,
  Checkbox,
  Checkboxes,
  Columns,
  ConfirmInPlace,
  ConfirmPanel,
  ConsoleLayout,
  DateField,
  DefinitionList,
  Empty,
  ErrorSummary,
  Fieldset,
  Figure,
  FileField,
  Filters,
  Form,
  Gauge,
  Lead,
  LineOverTime,
  LinkButton,
  Live,
  Markdown,
  MemberLayout,
  Money,
  MoneyField,
  Notice,
  PageHead,
  Pager,
  PhonePreview,
  PlainLayout,
  PrintLayout,
  Progress,
  Radios,
  Row,
  Rows,
  SearchField,
  Seats,
  Section,
  Select,
  StackedBar,
  Table,
  Tabs,
  Tag,
  TextArea,
  TextField,
  TimeField,
  Timeline,
  When,
} from '../../src/ui/index.ts';

const NETWORK = 'Treasure State Legislative Network';
const NAV = [
  { key: 'home', label: 'Home', href: '/' },
  { key: 'alerts', label: 'Alerts', href: '/alerts', badge: '2 out' },
  { key: 'inbox', label: 'Inbox', href: '/inbox', badge: 7 },
  { key: 'members', label: 'Members', href: '/members' },
  { key: 'agenda', label: 'Agenda', href: '/agenda' },
  { key: 'talking-points', label: 'Talking points', href: '/talking-points' },
  { key: 'officials', label: 'Officials', href: '/officials' },
  { key: 'log', label: 'Log', href: '/log' },
  { key: 'filings', label: 'Filings', href: '/filings', badge: '1 due' },
  { key: 'reports', label: 'Reports', href: '/reports' },
  { key: 'settings', label: 'Settings', href: '/settings' },
];

type PageProps = { title: string; current: string; flash?: { kind: 'done'; text: string }; children?: Child };

const Page = ({ title, current, flash, children }: PageProps) => (
  <ConsoleLayout
    title={title}
    network={NETWORK}
    nav={NAV}
    current={current}
    person={{ name: 'Marguerite Oakenshaw', role: 'Executive director' }}
    csrf="c5rf"
    flash={flash}
  >
    {children}
  </ConsoleLayout>
);

const ANSWERS = [
  { label: 'Have contacted', value: 61, tone: 'support-2', href: '#contacted' },
  { label: 'Will contact', value: 54, tone: 'support-1', href: '#will' },
  { label: 'Cannot', value: 24, tone: 'oppose-1', href: '#cannot' },
  { label: 'Need help', value: 9, tone: 'oppose-2', href: '#help' },
  { label: 'No answer', value: 64, tone: 'undecided', href: '#none' },
] as const;

const EDUCATION = [
  ...['12', '31', '47'].map((label) => ({ label, tone: 'support-2' as const, stands: 'with us' })),
  ...['5', '66'].map((label) => ({ label, tone: 'support-1' as const, stands: 'leaning with us' })),
  ...['18', '22', '58', '90'].map((label) => ({ label, tone: 'undecided' as const, stands: 'undecided' })),
  ...['37', '71'].map((label) => ({ label, tone: 'oppose-1' as const, stands: 'leaning against' })),
  ...['44'].map((label) => ({ label, tone: 'oppose-2' as const, stands: 'against' })),
  ...['83', '95'].map((label) => ({ label, tone: 'none' as const, stands: 'nobody has asked' })),
];

const Home = () => (
  <Page title="Home" current="home">
    <PageHead
      title="Tuesday, February 9"
      sub="Day 27 of the session. Three hearings on our bills this week."
    />
    <Columns
      main={
        <>
          <Section title="Out now" id="out" more={{ href: '/alerts', label: 'All alerts' }}>
            <Lead>
              <div>
                <strong>
                  <a href="/alerts/1">HB 203, voucher expansion: call House Education</a>
                </strong>
                <br />
                <span class="soft">
                  Hearing <When iso="2027-02-10T22:00:00Z" text="Wednesday 3:00 pm" />, in 26 hours. Sent
                  today 9:02 am.
                </span>
              </div>
              <Figure value={148} of="of 212 have answered" />
              <StackedBar label="Answers" parts={[...ANSWERS]} total={212} />
              <Acts>
                <LinkButton kind="main" href="/alerts/1/nudge">
                  Nudge the 64
                </LinkButton>
                <LinkButton href="/alerts/1/by-region">See who, by region</LinkButton>
              </Acts>
            </Lead>
          </Section>
          <Section title="Waiting for you" id="wait" more={{ href: '/inbox', label: 'Inbox, 7' }}>
            <Rows>
              <Row
                href="/inbox/1"
                title="Ned Harrowgate"
                beside="Drummond HS"
                end={<When iso="2027-02-09T18:00:00Z" text="12 min" />}
              >
                Talked to Sen. Aldercott, she wants the enrollment numbers for small districts before Wed.
              </Row>
              <Row
                href="/inbox/2"
                title="Clara Underhill-Vann"
                beside="Billings HS"
                tags={<Tag tone="warn">texts on hold</Tag>}
                end="31 min"
              >
                enough already
              </Row>
              <Row
                href="/inbox/3"
                title="Jonas Dunmarsh"
                beside="Bigfork Elem"
                tags={
                  <Tag tone="accent" href="/contact-reports/3">
                    draft report: Rep. Kestrelman, leaning no
                  </Tag>
                }
                end="1 h"
              >
                Kestrelman is a lean no on 203, worried about the fiscal note
              </Row>
              <Row href="/inbox/4" title="Gwen Ironwell" beside="by email" end="2 h">
                Happy to testify remotely if that helps. Can someone send me the link?
              </Row>
            </Rows>
          </Section>
        </>
      }
      aside={
        <>
          <Section title="Falls due" id="due" more={{ href: '/filings', label: 'The year' }}>
            <Rows>
              <Row href="/filings/1" title="Montana L-5, January" end={<Tag tone="warn">7 days</Tag>}>
                <span class="soft">Next Tuesday: Monday is a holiday.</span>
              </Row>
              <Row title="February total" beside="reports monthly from $5,000">
                <Gauge
                  value={318240}
                  max={500000}
                  label="$3,182.40 of $5,000"
                  text="$3,182.40 spent; at this pace $5,000 on Feb 21"
                />
              </Row>
              <Row title="Unlogged" end={<a href="/log">Log them</a>}>
                <span class="soft">Two meetings on your calendar have no entry</span>
              </Row>
            </Rows>
          </Section>
          <Section
            title="House Education on HB 203"
            id="cov"
            more={{ href: '/bills/203', label: 'Whip board' }}
          >
            <Seats
              label="14 seats: 3 with us, 2 leaning with us, 4 undecided, 2 leaning against, 1 against, 2 nobody has asked"
              seats={EDUCATION.map(({ label, tone, stands }) => ({
                label,
                tone,
                href: `#hd${label}`,
                title: `HD ${label}: ${stands}`,
              }))}
              legend={[
                { tone: 'support-2', label: 'With us' },
                { tone: 'support-1', label: 'Leaning' },
                { tone: 'undecided', label: 'Undecided' },
                { tone: 'oppose-2', label: 'Against' },
                { tone: 'none', label: 'Nobody has asked' },
              ]}
            />
            <p>
              <a href="/officials?reach=83,95">Five members can reach HD 83 or HD 95</a>
            </p>
          </Section>
        </>
      }
    />
  </Page>
);

const MORNING = 1_802_188_920_000;
const minutes = (count: number) => MORNING + count * 60_000;

const Alert = () => (
  <Page title="HB 203" current="alerts" flash={{ kind: 'done', text: 'The nudge is out to 95 members.' }}>
    <PageHead
      back={{ href: '/alerts', label: 'Alerts' }}
      title="HB 203, voucher expansion: call House Education"
      tags={<Tag tone="accent">action</Tag>}
      sub="Sent Tuesday 9:02 am to 212 members by text and email. Open until the hearing, Wednesday 3:00 pm."
    />
    <Columns
      main={
        <>
          <Lead>
            <Figure value={148} of="of 212 have answered, 61 have contacted" />
            <StackedBar label="Answers" parts={[...ANSWERS]} total={212} />
            <Acts>
              <ConfirmInPlace
                opens="Nudge the 64"
                kind="main"
                consequence="Sends one text to 58 members and one email to 6, all of whom have not answered. About 2 minutes, $0.93."
                action="/alerts/1/nudge"
                label="Send to 64 members"
                csrf="c5rf"
                token="t0k3n"
              />
              <LinkButton href="/alerts/new?updates=1">Send an update</LinkButton>
              <LinkButton href="/alerts/1.csv" download>
                Export
              </LinkButton>
            </Acts>
          </Lead>
          <Section title="Answers over time" id="time" aside="half within 41 minutes">
            <LineOverTime
              label="Answers rose to 74 within 41 minutes and to 148 by now; the nudge at 1 pm added 31"
              points={[0, 12, 25, 41, 60, 90, 130, 180, 238, 250, 265, 300, 350, 400].map((at, place) => ({
                at: minutes(at),
                value: [0, 22, 51, 74, 86, 97, 106, 112, 117, 127, 136, 142, 146, 148][place] ?? 0,
              }))}
              ticks={[
                { at: minutes(0), label: '9 am' },
                { at: minutes(120), label: '11 am' },
                { at: minutes(240), label: '1 pm' },
                { at: minutes(400), label: 'now' },
              ]}
              marks={[{ at: minutes(238), label: 'nudge' }]}
              table={{
                columns: [
                  { key: 'at', label: 'By' },
                  { key: 'n', label: 'Answers', align: 'end' },
                ],
                rows: [
                  { at: '9:43 am', n: 74 },
                  { at: '1:00 pm', n: 117 },
                  { at: 'now', n: 148 },
                ],
              }}
            />
          </Section>
          <Section
            title="Not yet, by region"
            id="who"
            more={{ href: '/alerts/1/not-yet', label: 'As a list' }}
          >
            <Bars
              label="Members who have not answered, by region"
              heads={['Region', 'Answered', 'Not yet', 'President']}
              rows={[
                {
                  label: 'Hi-Line',
                  value: 4,
                  of: 11,
                  text: '7 of 11',
                  beside: <a href="#p1">B. Foxhollow</a>,
                  href: '#r1',
                },
                {
                  label: 'Northwest',
                  value: 33,
                  of: 54,
                  text: '21 of 54',
                  beside: <a href="#p2">R. Emberly</a>,
                  href: '#r2',
                },
                {
                  label: 'Northeast',
                  value: 23,
                  of: 33,
                  text: '10 of 33',
                  beside: <a href="#p3">T. Yarrowby</a>,
                  href: '#r3',
                },
                {
                  label: 'South Central',
                  value: 22,
                  of: 27,
                  text: '5 of 27',
                  beside: <a href="#p4">A. Wintermoor</a>,
                  href: '#r4',
                },
              ]}
            />
          </Section>
        </>
      }
      aside={
        <>
          <Section title="What they got" id="got">
            <PhonePreview
              from="(406) 555-0100"
              messages={[
                {
                  text: "TSLN: HB 203 (vouchers) in House Ed Wed 3pm. Please call Rep. Kestrelman before then. Points: tsln.org/a/k7Qm2xV9tR\nReply 1 have contacted 2 will 3 can't 4 need help",
                },
              ]}
              segments={2}
              characters={163}
              cost="1.6 ¢ each"
            />
          </Section>
          <Section title="Delivery" id="delivery" more={{ href: '/alerts/1/deliveries', label: 'Each one' }}>
            <Live id="delivery-figures" href="/alerts/1/delivery" everySeconds={5}>
              <Progress
                value={206}
                max={212}
                label="Deliveries finished"
                text="206 of 212 delivered, 6 to be looked at"
              />
            </Live>
            <DefinitionList
              figures
              items={[
                { term: 'Delivered by text', value: '176' },
                { term: 'Delivered by email only', value: '30' },
                { term: 'Number no longer works', value: <a href="#gone">3</a> },
                { term: 'Left out: opted out 2, no contact 1', value: <a href="#out">3</a> },
              ]}
            />
          </Section>
          <Section title="What came of it" id="came">
            <DefinitionList
              figures
              items={[
                { term: 'Contact reports', value: <a href="#reports">58</a> },
                { term: 'Officials heard from', value: <a href="#heard">12 of 14</a> },
                { term: 'In the lobbying log', value: <Money cents={347} /> },
              ]}
            />
          </Section>
          <Section title="History" id="history">
            <Timeline
              items={[
                {
                  when: { iso: '2027-02-09T20:00:00Z', text: 'Today 1:00 pm' },
                  who: 'Theo Brightwater',
                  text: 'Nudged 95 members',
                  tone: 'accent',
                },
                {
                  when: { iso: '2027-02-09T16:02:00Z', text: 'Today 9:02 am' },
                  who: 'Theo Brightwater',
                  text: 'Sent to 212 members',
                },
                {
                  when: { iso: '2027-02-08T23:55:00Z', text: 'Monday 4:55 pm' },
                  who: 'Marguerite Oakenshaw',
                  text: 'Approved version 2',
                },
              ]}
            />
          </Section>
        </>
      }
    />
  </Page>
);

const MEMBERS = [
  [
    'Ned Harrowgate',
    'Superintendent',
    'Drummond Elementary and High School Districts 11 and 2',
    'Western',
    '(406) 555-0143',
    '',
  ],
  [
    'Clara Underhill-Vann',
    'Assistant superintendent',
    'Billings High School District',
    'South Central',
    '(406) 555-0172',
    'held',
  ],
  ['Jonas Dunmarsh', 'Superintendent', 'Bigfork Elementary', 'Northwest', '', 'no number'],
  [
    'Persephone Featherstonehaugh-Abernathy',
    'Executive director, retired',
    'Great Falls Public Schools (Cascade County Elementary 1 and High School A)',
    'North Central',
    '(406) 555-0118',
    '',
  ],
];

const Members = () => (
  <Page title="Members" current="members">
    <PageHead
      title="Members"
      sub="212 members in 9 regions. 203 can be reached by email, 181 by text."
      actions={
        <>
          <LinkButton kind="main" href="/members/new">
            Add a member
          </LinkButton>
          <LinkButton href="/imports/new">Import a file</LinkButton>
        </>
      }
    />
    <Tabs
      label="Members by state"
      items={[
        { href: '/members', label: 'All', count: 212, current: true },
        { href: '/members?state=unconsented', label: 'Without consent', count: 18 },
        { href: '/members?state=none', label: 'Without a number', count: 13 },
      ]}
    />
    <Filters action="/members" clearHref="/members">
      <SearchField label="Name, district or phone" value="" button={null} />
      <Select
        label="Region"
        name="region"
        required={false}
        prompt="All regions"
        options={[
          { value: 'w', label: 'Western' },
          { value: 'nw', label: 'Northwest' },
        ]}
      />
      <Select
        label="Kind"
        name="kind"
        required={false}
        prompt="All kinds"
        options={[{ value: 's', label: 'Superintendent' }]}
      />
    </Filters>
    <Table
      caption="Members, by name"
      quietCaption
      columns={[
        { key: 'name', label: 'Name' },
        { key: 'kind', label: 'Kind' },
        { key: 'district', label: 'District' },
        { key: 'region', label: 'Region' },
        { key: 'mobile', label: 'Mobile', nowrap: true },
        { key: 'answered', label: 'Answered', align: 'end' },
      ]}
      rows={MEMBERS.map(([name, kind, district, region, mobile, state], place) => ({
        name: (
          <>
            <a href={`/members/${place}`}>{name}</a> {state && <Tag tone="warn">{state}</Tag>}
          </>
        ),
        kind,
        district,
        region,
        mobile,
        answered: `${7 - place} of 9`,
      }))}
      totals={[{ name: 'All 212 members', answered: '1,204 of 1,908' }]}
    />
    <Pager shown={4} total={212} next="/members?after=4" />
  </Page>
);

const PROBLEMS = [
  {
    name: 'text',
    label: 'Text message',
    message: 'Takes 4 segments. Shorten it to 3 or fewer, or raise the limit in Settings.',
  },
  { name: 'deadline_on', label: 'Deadline', message: 'February 8 is past. Choose a day from today on.' },
  { name: 'channels', label: 'Channels', message: 'Choose at least one.' },
];
const problem = (name: string) => PROBLEMS.find((one) => one.name === name)?.message;

const AlertForm = () => (
  <Page title="New alert" current="alerts">
    <PageHead
      back={{ href: '/alerts', label: 'Alerts' }}
      title="New alert"
      sub="Nothing is sent before a second person approves it."
    />
    <Columns
      main={
        <Form action="/alerts" csrf="c5rf" token="t0k3n">
          <ErrorSummary problems={PROBLEMS} />
          <TextField
            label="Title"
            name="title"
            hint="Staff and the email's subject line show it."
            value="HB 203, voucher expansion: call House Education"
          />
          <Radios
            label="Kind"
            name="kind"
            value="action"
            options={[
              { value: 'action', label: 'Action', hint: 'Asks members to do something by a deadline.' },
              { value: 'update', label: 'Update', hint: 'Tells them something. Expires after 24 hours.' },
              { value: 'survey', label: 'Survey' },
            ]}
          />
          <Select
            label="Bill"
            name="bill"
            required={false}
            prompt="No bill"
            value="203"
            options={[
              { label: 'Priorities', options: [{ value: '203', label: 'HB 203, voucher expansion' }] },
              { label: 'Others', options: [{ value: '8', label: 'SB 8' }] },
            ]}
          />
          <TextArea
            label="Text message"
            name="text"
            hint="A link to the member's own page is added."
            error={problem('text')}
            value="TSLN: HB 203 (vouchers) in House Ed Wed 3pm."
            counter={{ href: '/alerts/count', text: '463 characters, 4 segments' }}
          />
          <Fieldset legend="When" hint="Texts wait outside 9 am to 8 pm of each member's own time.">
            <DateField
              label="Deadline"
              name="deadline_on"
              value="2027-02-08"
              error={problem('deadline_on')}
            />
            <TimeField label="Time" name="deadline_at" value="15:00" />
          </Fieldset>
          <Checkboxes
            label="Channels"
            name="channels"
            error={problem('channels')}
            options={[
              { value: 'sms', label: 'Text' },
              { value: 'email', label: 'Email' },
            ]}
          />
          <MoneyField label="Spend at most" name="cap" required={false} value="25.00" />
          <FileField label="Attachment" name="file" required={false} hint="PDF, up to 5 MB." accept=".pdf" />
          <Checkbox label="Also leave out members who answered the last alert on this bill" name="skip" />
          <Acts>
            <Button kind="main">Save and preview</Button>
            <Button name="then" value="stay">
              Save draft
            </Button>
          </Acts>
        </Form>
      }
      aside={
        <Section title="As it will look" id="look">
          <PhonePreview
            from="(406) 555-0100"
            messages={[
              { text: 'TSLN: HB 203 (vouchers) in House Ed Wed 3pm. Points: https://tsln.org/a/k7Qm2xV9tR' },
              { text: '1', side: 'out' },
            ]}
            segments={1}
            characters={88}
            note="Shown with the longest name and district on the list."
          />
        </Section>
      }
    />
  </Page>
);

const Confirm = () => (
  <Page title="Send" current="alerts">
    <PageHead back={{ href: '/alerts/1', label: 'HB 203' }} title="Approve and send" />
    <Notice tone="warn" title="Three numbers are on hold">
      They asked to stop in words of their own. <a href="/inbox">Read them</a> before sending.
    </Notice>
    <ConfirmPanel
      question="Send to 212 members?"
      consequence="181 texts and 31 emails go out, in about 7 minutes, for $3.47. Texts cannot be called back once they are out."
      action="/alerts/1/launch"
      label="Send to 212 members"
      cancelHref="/alerts/1"
      csrf="c5rf"
    />
    <Section title="Take it back" id="back">
      <Acts>
        <ConfirmInPlace
          opens="Discard this alert"
          kind="danger"
          consequence="The draft and its preview go away. Nothing was sent."
          action="/alerts/1/discard"
          label="Discard it"
        />
        <Button copies="https://tsln.org/a/k7Qm2xV9tR">Copy the link</Button>
      </Acts>
    </Section>
  </Page>
);

const Empties = () => (
  <Page title="Alerts" current="alerts">
    <PageHead title="Alerts" />
    <Empty
      title="No alert has gone out yet"
      text="An alert asks members to do something, or tells them. You write it once; each member gets it by text or email with a link to their own page, and their answers come back here."
      action={
        <LinkButton kind="main" href="/alerts/new">
          Write the first alert
        </LinkButton>
      }
    />
    <Section title="Filings" id="filings">
      <Table
        columns={[
          { key: 'a', label: 'Report' },
          { key: 'b', label: 'Due' },
        ]}
        rows={[]}
        empty={
          <Empty
            title="Nothing falls due"
            text="Reports appear here when a regime is switched on."
            action={<LinkButton href="/settings/regimes">Choose regimes</LinkButton>}
          />
        }
      />
    </Section>
    <Notice tone="problem" title="The mail provider refused the key">
      No email has gone out since 8:40 am. Put the new key in MAIL_API_KEY; waiting messages then go out by
      themselves.
    </Notice>
    <Notice title="The file was imported">212 members, nothing rejected.</Notice>
    <Notice title="Figures are from February 3">The feed has not answered since.</Notice>
  </Page>
);

const Filing = () => (
  <PrintLayout
    title="L-5 Principal's report, January 2027"
    network={NETWORK}
    back={{ href: '/filings/1', label: 'Filing' }}
    sub="Montana Commissioner of Political Practices. Prepared February 9, 2027. SHA-256 9f86d081884c7d65."
  >
    <DefinitionList
      items={[
        { term: 'Principal', value: 'Treasure State Association of School Superintendents' },
        { term: 'Lobbyist', value: 'Theo Brightwater' },
        { term: 'Period', value: 'January 1 to January 31, 2027' },
      ]}
    />
    <Section title="Payments" id="payments">
      <Table
        keep
        columns={[
          { key: 'line', label: 'Line' },
          { key: 'what', label: 'For' },
          { key: 'cents', label: 'Amount', align: 'end' },
        ]}
        rows={[
          { line: 'B-1', what: 'Compensation of lobbyists', cents: <Money cents={284000} /> },
          { line: 'B-4', what: 'Printing, telephone and text messages', cents: <Money cents={34240} /> },
        ]}
        totals={[{ line: 'Total', cents: <Money cents={318240} /> }]}
      />
    </Section>
  </PrintLayout>
);

const SignIn = () => (
  <PlainLayout title="Sign in" network={NETWORK}>
    <PageHead title="Sign in" sub="We send a six-digit code to your email." />
    <Form action="/sign-in">
      <TextField
        label="Email"
        name="email"
        type="email"
        autocomplete="email"
        value="marguerite@tsln"
        error="This is not a whole address. Add the part after the dot."
      />
      <Acts>
        <Button kind="main">Send the code</Button>
      </Acts>
    </Form>
  </PlainLayout>
);

const Member = ({ chosen }: { chosen?: string }) => (
  <MemberLayout
    title="HB 203"
    network={NETWORK}
    forName="Ned Harrowgate, Drummond"
    flash={chosen ? { kind: 'done', text: 'Thank you. Your answer is in: I will.' } : null}
    foot={
      <>
        <p>You can also answer by replying to the text.</p>
        <p>
          <a href="/me/x">Your settings</a> &nbsp;{' '}
          <a href="/public-employees">What a public employee may do</a>
        </p>
      </>
    }
  >
    <h1>Please call Rep. Kestrelman about HB 203 before Wednesday, 3 pm</h1>
    <AnswerChoices
      action="/a/k7Qm2xV9tR"
      name="answer"
      chosen={chosen}
      options={[
        { value: '1', label: 'I have contacted them' },
        { value: '2', label: 'I will' },
        { value: '3', label: "I can't this time" },
        { value: '4', label: 'I need help' },
      ]}
    />
    <Section title="Yours to call" id="officials">
      <CallList
        officials={[
          {
            name: 'Rep. Ada Kestrelman',
            seat: 'HD 78',
            note: 'On House Education. Last heard: undecided, Jan 28',
            phone: '+14065550199',
          },
          { name: 'Sen. Boyd Aldercott', seat: 'SD 39', note: 'Not on the committee', phone: '+14065550198' },
          { name: 'Rep. Wilhelmina Strathmore-Cavanaugh', seat: 'HD 80', email: 'w@example.gov' },
        ]}
      />
    </Section>
    <Section title="What to say" id="say">
      <Markdown html="<ul><li>HB 203 moves about $11.2 million a year out of the school fund; Drummond would lose about $84,000, one teaching position.</li><li>Small districts cannot spread a fixed cost over fewer students.</li><li>Ask: please vote no in committee, or amend out section 4.</li></ul>" />
      <p class="small soft">Version 3, today 8:40 am. Figures: OPI, fiscal 2026.</p>
    </Section>
    <p>
      <LinkButton href="/a/k7Qm2xV9tR/report">Tell us what they said</LinkButton>
    </p>
  </MemberLayout>
);

/** Pages made of every part, by name, for the tests and for a look by eye. */
export const gallery: Record<string, () => Child> = {
  home: () => <Home />,
  alert: () => <Alert />,
  members: () => <Members />,
  'alert-form': () => <AlertForm />,
  confirm: () => <Confirm />,
  empties: () => <Empties />,
  filing: () => <Filing />,
  'sign-in': () => <SignIn />,
  member: () => <Member />,
  'member-answered': () => <Member chosen="2" />,
};
