import {
  Acts,
  Button,
  ConsoleLayout,
  ErrorSummary,
  Form,
  PageHead,
  Radios,
  SearchField,
  Section,
  Select,
  TextArea,
  TextField,
  type Choice,
  type Frame,
} from '../../ui/index.ts';
import { RELATIONSHIP_WORDS, STRENGTH_WORDS } from '../relationship-kinds.ts';
import { summaryOf } from './words.ts';

const LABELS = {
  memberId: 'Member',
  officialId: 'Official',
  kind: 'How',
  strength: 'How well',
  sinceYear: 'Since',
  note: 'Note',
};
const choicesOf = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

type Values = Partial<Record<keyof typeof LABELS, string | number | null>>;

const KnowingFields = ({ values, errors }: { values: Values; errors: Record<string, string> }) => (
  <>
    <Radios
      label={LABELS.strength}
      name="strength"
      options={choicesOf(STRENGTH_WORDS as Record<string, string>)}
      value={values.strength == null ? null : String(values.strength)}
      error={errors.strength}
    />
    <Select
      label={LABELS.kind}
      name="kind"
      options={choicesOf(RELATIONSHIP_WORDS)}
      value={String(values.kind ?? 'acquainted')}
      error={errors.kind}
    />
    <TextField
      label={LABELS.sinceYear}
      name="sinceYear"
      inputmode="numeric"
      size={6}
      required={false}
      hint="A year, where it is known."
      value={values.sinceYear}
      error={errors.sinceYear}
    />
    <TextArea
      label={LABELS.note}
      name="note"
      rows={3}
      required={false}
      hint="What helps whoever plans the next talk. The member may ask to read it."
      value={values.note == null ? '' : String(values.note)}
      error={errors.note}
    />
  </>
);

type NewProps = {
  frame: Frame;
  /** The key that makes a double submit one act. */
  id: string;
  /** The side that is given: whose page the form was opened from. */
  side: 'member' | 'official';
  given: { id: string; name: string };
  back: { href: string; label: string };
  /** The other side to choose from. */
  choices: ({ label: string; options: Choice[] } | Choice)[];
  /** Words searched for, where the other side is chosen by searching. */
  q: string | null;
  values: Values;
  errors: Record<string, string>;
};

/** Writes down that a member knows an official; one side is given, the other is chosen. */
export const NewRelationshipPage = (props: NewProps) => {
  const { frame, id, side, given, back, choices, q, values, errors } = props;
  const other = side === 'member' ? 'officialId' : 'memberId';
  const title = side === 'member' ? `Whom ${given.name} knows` : `Who knows ${given.name}`;
  return (
    <ConsoleLayout {...frame} current={side === 'member' ? 'members' : 'officials'} title={title}>
      <PageHead title={title} back={back} />
      {q !== null && (
        <Form action="/officials/relationships/new" method="get" label="Find a member">
          <input type="hidden" name={side} value={given.id} />
          <SearchField label="Find another member by name" value={q} button="Find" />
        </Form>
      )}
      <Section title="How they know each other" id="knowing">
        <Form action="/officials/relationships" label={title}>
          <ErrorSummary problems={summaryOf(LABELS, errors)} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="side" value={side} />
          <input type="hidden" name={side === 'member' ? 'memberId' : 'officialId'} value={given.id} />
          <Select
            label={LABELS[other]}
            name={other}
            options={choices}
            prompt={side === 'member' ? 'Choose an official' : 'Choose a member'}
            hint={
              choices.length === 0
                ? 'Nobody is found. Search for a member by name above.'
                : q === ''
                  ? 'Members whose school district reaches the seat. Search above for others.'
                  : undefined
            }
            value={values[other] == null ? null : String(values[other])}
            error={errors[other]}
          />
          <KnowingFields values={values} errors={errors} />
          <Acts>
            <Button kind="main">Save</Button>
          </Acts>
        </Form>
      </Section>
    </ConsoleLayout>
  );
};

type ChangeProps = {
  frame: Frame;
  relationship: { id: string; memberName: string; officialName: string; fromSurvey: boolean };
  /** Whose page it leads back to. */
  side: 'member' | 'official';
  back: { href: string; label: string };
  values: Values;
  errors: Record<string, string>;
};

/** Changes how a member knows an official, or takes it off. */
export const RelationshipPage = ({ frame, relationship, side, back, values, errors }: ChangeProps) => {
  const title = `${relationship.memberName} and ${relationship.officialName}`;
  const action = `/officials/relationships/${relationship.id}`;
  return (
    <ConsoleLayout {...frame} current={side === 'member' ? 'members' : 'officials'} title={title}>
      <PageHead
        title={title}
        back={back}
        sub={
          relationship.fromSurvey
            ? 'Told in a survey. Once you save it here, no later survey changes it.'
            : undefined
        }
      />
      <Section title="How they know each other" id="knowing">
        <Form action={action} label={title}>
          <ErrorSummary problems={summaryOf(LABELS, errors)} />
          <input type="hidden" name="side" value={side} />
          <KnowingFields values={values} errors={errors} />
          <Acts>
            <Button kind="main">Save</Button>
          </Acts>
        </Form>
      </Section>
      <Section title="No longer so" id="removal">
        <Form action={`${action}/removal`} label="Take it off">
          <input type="hidden" name="side" value={side} />
          <p class="hint">It leaves both pages. You can undo that on the next page.</p>
          <Acts>
            <Button kind="quiet">Take it off</Button>
          </Acts>
        </Form>
      </Section>
    </ConsoleLayout>
  );
};
