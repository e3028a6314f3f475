import { showDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  Checkbox,
  ConfirmInPlace,
  ConsoleLayout,
  DateField,
  Empty,
  ErrorSummary,
  Form,
  PageHead,
  Row,
  Rows,
  Section,
  Select,
  TextField,
  errorsOf,
  fieldsOf,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  candidates: { id: string; name: string; office: string; electionOn: string; source: string }[];
  window: { days: number; scorecards: number; source: string } | null;
  officials: { id: string; name: string }[];
  values: Record<string, string | null | undefined>;
  problems: FieldProblem[];
  mayName: boolean;
  mayDecide: boolean;
}

/** Who stands in an election, and how long before it an alert that names them is held. */
export const CandidatesPage = ({
  frame,
  flash,
  candidates,
  window,
  officials,
  values,
  problems,
  ...may
}: Props) => {
  const field = fieldsOf(values, problems);
  const error = errorsOf(problems);
  return (
    <ConsoleLayout
      {...frame}
      title="Candidates"
      current="log"
      flash={flash}
      back={{ href: '/log', label: 'Log' }}
    >
      <PageHead
        title="Candidates"
        sub={
          window
            ? `An alert of a 501(c)(3) that names a candidate is held from ${window.days} days before the election on. Scorecards ${window.scorecards === 1 ? 'are allowed' : 'are held'}.`
            : 'No window is set.'
        }
      />
      <ErrorSummary problems={problems} />
      <Section
        title="Standing in an election"
        id="candidates"
        more={{ href: '/guidance/campaigns', label: 'Guidance' }}
      >
        {candidates.length === 0 ? (
          <Empty
            title="Nobody is named yet"
            text="Name the officials who stand, from the filing list of the Secretary of State. Their names are then looked for in every alert."
          />
        ) : (
          <Rows label="Candidates">
            {candidates.map((one) => (
              <Row
                title={one.name}
                beside={one.office}
                end={
                  may.mayName && (
                    <ConfirmInPlace
                      opens="Take off"
                      consequence={`Alerts that name ${one.name} are no longer held for it.`}
                      action={`/log/candidates/${one.id}/removal`}
                      label="Take off the list"
                    />
                  )
                }
              >
                <p>
                  Election on {showDay(one.electionOn, { year: true })}. {one.source}
                </p>
              </Row>
            ))}
          </Rows>
        )}
      </Section>
      {may.mayName && (
        <Section title="Name a candidate" id="name">
          <Form action="/log/candidates" label="Name a candidate">
            <Select
              label="Official"
              {...field('officialId')}
              prompt="Choose an official"
              options={officials.map((one) => ({ value: one.id, label: one.name }))}
            />
            <div class="pair">
              <DateField label="Day of the election" {...field('electionOn')} />
              <TextField label="Office they run for" {...field('office')} maxlength={120} />
            </div>
            <TextField
              label="Known from"
              {...field('source')}
              hint="Such as: filing list of the Secretary of State, March 9"
              maxlength={300}
            />
            <Acts>
              <Button kind="main">Name</Button>
            </Acts>
          </Form>
        </Section>
      )}
      {may.mayDecide && (
        <Section title="The window" id="window">
          <p class="soft">{window ? `In force: ${window.days} days. ${window.source}.` : ''}</p>
          <Form action="/log/candidates/window" label="The window">
            <TextField
              label="Days before an election"
              name="days"
              value={values.days ?? String(window?.days ?? '')}
              error={error('days')}
              inputmode="numeric"
              size={6}
            />
            <Checkbox
              name="scorecards"
              value="yes"
              label="Scorecards may go out"
              checked={values.scorecards === 'yes'}
            />
            <TextField
              label="Who decided, and why"
              {...field('decision')}
              hint="Shown with every alert that is held. Ask counsel."
              maxlength={300}
            />
            <Acts>
              <Button>Set from today</Button>
            </Acts>
          </Form>
        </Section>
      )}
    </ConsoleLayout>
  );
};
