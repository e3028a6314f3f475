import type { Child } from 'hono/jsx';
import {
  Acts,
  Button,
  Checkbox,
  ConsoleLayout,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Select,
  TextField,
  errorsOf,
  fieldsOf,
  type FieldProblem,
  type Frame,
} from '../../ui/index.ts';

interface Props {
  frame: Frame;
  values: Record<string, string | null | undefined>;
  problems: FieldProblem[];
}
interface Choices {
  regimes: { id: string; name: string }[];
  organizations: { id: string; name: string }[];
  staff: { id: string; name: string }[];
}
const named = (list: { id: string; name: string }[]) =>
  list.map((one) => ({ value: one.id, label: one.name }));

const Page = ({
  frame,
  title,
  sub,
  action,
  button,
  problems,
  children,
}: {
  frame: Frame;
  title: string;
  sub: string;
  action: string;
  button: string;
  problems: FieldProblem[];
  children?: Child;
}) => (
  <ConsoleLayout
    {...frame}
    title={title}
    current="log"
    back={{ href: '/log/filers', label: 'Who files and who lobbies' }}
  >
    <PageHead title={title} sub={sub} />
    <ErrorSummary problems={problems} />
    <Form action={action}>
      {children}
      <Acts>
        <Button kind="main">{button}</Button>
        <LinkButton href="/log/filers">Go back</LinkButton>
      </Acts>
    </Form>
  </ConsoleLayout>
);

/** An organization files in a state from a day on. */
export const FilerFormPage = ({ frame, regimes, organizations, values, problems }: Props & Choices) => {
  const field = fieldsOf(values, problems);
  return (
    <Page
      frame={frame}
      title="Add a filer"
      sub="From that day on the log is classed there, and its reports fall due. Adding one that is there changes its days."
      action="/log/filers"
      button="Add"
      problems={problems}
    >
      <Select label="Organization" {...field('organizationId')} options={named(organizations)} />
      <Select label="Where" {...field('regime')} options={named(regimes)} />
      <div class="pair">
        <DateField label="From" {...field('fromOn')} />
        <DateField label="Last day" {...field('toOn')} required={false} hint="Empty while it goes on." />
      </div>
    </Page>
  );
};

/** A person lobbies for an organization for pay, from a day on. */
export const LobbyistFormPage = ({
  frame,
  regimes,
  organizations,
  staff,
  values,
  problems,
}: Props & Choices) => {
  const field = fieldsOf(values, problems);
  const error = errorsOf(problems);
  return (
    <Page
      frame={frame}
      title="Name a lobbyist"
      sub="A person who lobbies for pay. What they do from that day on counts as a lobbyist’s."
      action="/log/lobbyists"
      button="Name"
      problems={problems}
    >
      <TextField label="Name, as registered" {...field('name')} />
      <Select label="Organization" {...field('organizationId')} options={named(organizations)} />
      <div class="pair">
        <Select
          label="Where"
          {...field('regime')}
          options={named(regimes).filter((one) => one.value !== 'irs')}
        />
        <Select
          label="Kind"
          {...field('kind')}
          options={[
            { value: 'staff', label: 'On our staff' },
            { value: 'contract', label: 'Under contract' },
          ]}
        />
      </div>
      <Select
        label="Signs in as"
        {...field('staffId')}
        prompt="Does not sign in"
        required={false}
        options={named(staff)}
      />
      <TextField
        label="Number they text from"
        {...field('phone')}
        type="tel"
        required={false}
        hint="A member’s number: contacts they report by text are then those of a paid lobbyist."
      />
      <Checkbox
        label="In Mississippi: this member holds no public job, or lobbies in official capacity alone"
        name="mayByLaw"
        checked={values.mayByLaw === '1'}
        hint="Public employees may not be lobbyists there (Miss. Code 5-8-13(4))."
        error={error('mayByLaw')}
      />
      <DateField label="From" {...field('fromOn')} />
    </Page>
  );
};

/** A lobbyist stops on a day. */
export const LobbyistEndPage = ({
  frame,
  lobbyist,
  values,
  problems,
}: Props & { lobbyist: { id: string; name: string } }) => (
  <Page
    frame={frame}
    title={`Last day of ${lobbyist.name}`}
    sub="What they did until then stays a lobbyist’s; what they do later does not count as one."
    action={`/log/lobbyists/${lobbyist.id}/end`}
    button="Set the last day"
    problems={problems}
  >
    <DateField label="Last day" {...fieldsOf(values, problems)('toOn')} />
  </Page>
);
