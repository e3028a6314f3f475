import { showShortDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  DateField,
  Empty,
  ErrorSummary,
  Form,
  PageHead,
  Section,
  Select,
  Table,
  TextField,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { REGIME_NAMES } from '../classify.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  filers: {
    organizationId: string;
    organizationName: string;
    regime: string;
    fromOn: string;
    toOn: string | null;
  }[];
  lobbyists: {
    id: string;
    name: string;
    kind: string;
    regime: string;
    organizationName: string;
    fromOn: string;
    toOn: string | null;
  }[];
  organizations: { id: string; name: string }[];
  staff: { id: string; name: string }[];
  mayChange: boolean;
  problems: FieldProblem[];
  values: Record<string, string | undefined>;
}

const REGIMES = Object.entries(REGIME_NAMES).map(([value, label]) => ({ value, label }));
const span = (from: string, to: string | null) =>
  `${showShortDay(from, { year: true })}${to ? ` to ${showShortDay(to, { year: true })}` : ' on'}`;

/** Who files where, and who lobbies for whom. */
export const FilersPage = ({
  frame,
  flash,
  filers,
  lobbyists,
  organizations,
  staff,
  mayChange,
  problems,
  values,
}: Props) => {
  const error = (name: string) => problems.find((one) => one.name === name)?.message;
  const choices = organizations.map((one) => ({ value: one.id, label: one.name }));
  return (
    <ConsoleLayout
      {...frame}
      title="Who files and who lobbies"
      current="log"
      flash={flash}
      back={{ href: '/log', label: 'Log' }}
    >
      <PageHead
        title="Who files and who lobbies"
        sub="From the first day here, the log is classed in that state and its reports fall due."
      />
      <ErrorSummary problems={problems} />
      <Section title="Filers" id="filers">
        <Table
          caption="Filers"
          quietCaption
          columns={[
            { key: 'who', label: 'Organization' },
            { key: 'where', label: 'Where' },
            { key: 'when', label: 'From' },
          ]}
          rows={filers.map((one) => ({
            who: one.organizationName,
            where: REGIME_NAMES[one.regime] ?? one.regime,
            when: span(one.fromOn, one.toOn),
          }))}
          empty={
            <Empty
              title="Nobody files yet"
              text="Say where the association reports its lobbying, and since when. Its due dates then appear under Filings."
            />
          }
        />
        {mayChange && (
          <details>
            <summary>Add a filer</summary>
            <Form action="/log/filers">
              <Select
                label="Organization"
                name="organizationId"
                value={values.organizationId}
                options={choices}
                error={error('organizationId')}
              />
              <Select
                label="Where"
                name="regime"
                value={values.regime}
                options={REGIMES}
                error={error('regime')}
              />
              <DateField label="From" name="fromOn" value={values.fromOn} error={error('fromOn')} />
              <Acts>
                <Button kind="main">Add</Button>
              </Acts>
            </Form>
          </details>
        )}
      </Section>
      <Section title="Lobbyists" id="lobbyists">
        <Table
          caption="Lobbyists"
          quietCaption
          columns={[
            { key: 'who', label: 'Name' },
            { key: 'for', label: 'For' },
            { key: 'where', label: 'Where' },
            { key: 'when', label: 'From' },
          ]}
          rows={lobbyists.map((one) => ({
            who: one.name,
            for: one.organizationName,
            where: REGIME_NAMES[one.regime] ?? one.regime,
            when: span(one.fromOn, one.toOn),
          }))}
          empty={
            <Empty
              title="No lobbyist is named"
              text="Name the people who lobby for pay. Members are never named here by themselves."
            />
          }
        />
        {mayChange && (
          <details>
            <summary>Name a lobbyist</summary>
            <Form action="/log/lobbyists">
              <TextField label="Name, as registered" name="name" value={values.name} error={error('name')} />
              <Select label="For" name="organizationId" value={values.organizationId} options={choices} />
              <Select
                label="Where"
                name="regime"
                value={values.regime}
                options={REGIMES.filter((one) => one.value !== 'irs')}
              />
              <Select
                label="Kind"
                name="kind"
                value={values.kind}
                options={[
                  { value: 'staff', label: 'On our staff' },
                  { value: 'contract', label: 'Under contract' },
                ]}
              />
              <Select
                label="Signs in as"
                name="staffId"
                value={values.staffId}
                prompt="Does not sign in"
                required={false}
                options={staff.map((one) => ({ value: one.id, label: one.name }))}
              />
              <TextField
                label="Number they text from"
                name="phone"
                type="tel"
                value={values.phone}
                required={false}
                hint="A member’s number: contacts they report by text are then those of a paid lobbyist."
                error={error('phone')}
              />
              <DateField label="From" name="fromOn" value={values.fromOn} error={error('fromOn')} />
              <Acts>
                <Button kind="main">Name</Button>
              </Acts>
            </Form>
          </details>
        )}
      </Section>
    </ConsoleLayout>
  );
};
