import type { Form as Posted } from '../../platform/form.ts';
import {
  Acts,
  Button,
  Columns,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PageHead,
  Section,
  type Frame,
} from '../../ui/index.ts';
import { PointsFields, pointsProblems, type PointsChoices } from './points-fields.tsx';
import { PointsPreview, type PointsPreviewProps } from './points-preview.tsx';

export type PointsEditProps = {
  frame: Frame;
  form: Posted;
  /** What exists already and when it was last changed; null for what is being begun. */
  existing: { id: string; title: string; seenAt: number; paired: boolean } | null;
  /** A minted id, so that a form sent twice begins one thing. */
  id: string;
  /** The words that these will be the twin of. */
  twinOf: { id: string; title: string } | null;
  choices: PointsChoices;
  known: string[];
  size: string;
  errors: Record<string, string>;
  problem: string | null;
  expiry: 'expired' | 'soon' | 'holds';
  preview: PointsPreviewProps;
};

/** Talking points being written, beside what members will read. */
export const PointsEditPage = (props: PointsEditProps) => {
  const { frame, form, existing, choices, errors } = props;
  const here = existing ? `/talking-points/${existing.id}` : '/talking-points';
  const title = existing ? 'Edit talking points' : 'New talking points';
  return (
    <ConsoleLayout
      {...frame}
      current="talking-points"
      title={title}
      back={{ href: here, label: existing?.title ?? 'Talking points' }}
    >
      <PageHead title={title} sub="A draft is seen by staff only. Publishing shows it to members." />
      {props.problem && (
        <Notice tone="problem" title="Nothing was saved">
          {props.problem}
        </Notice>
      )}
      <ErrorSummary problems={pointsProblems(errors)} />
      {props.expiry === 'expired' && (
        <Notice tone="warn" title="These talking points have expired">
          Every page of a member says so. Set a later last day, or leave it empty, when the words hold again.
        </Notice>
      )}
      {props.twinOf && (
        <Notice title={`These belong to ${props.twinOf.title}`}>
          The same subject for the other legislature. Each has its own versions.
        </Notice>
      )}
      {choices.issue.length === 0 ? (
        <Empty
          title="No issue yet"
          text="Talking points belong to an issue. Add the issue first."
          action={<LinkButton href="/agenda">Go to the agenda</LinkButton>}
        />
      ) : (
        <Columns
          main={
            <Form
              action={existing ? `${here}/draft` : here}
              label={title}
              live={{ href: '/talking-points/preview', into: 'points-preview' }}
            >
              {/* The return key presses the first button of a form: it shall save. */}
              <button class="hidden" type="submit" tabindex={-1}>
                Save
              </button>
              {existing ? (
                <input type="hidden" name="seenAt" value={String(existing.seenAt)} />
              ) : (
                <>
                  <input type="hidden" name="id" value={props.id} />
                  {props.twinOf && <input type="hidden" name="variantOf" value={props.twinOf.id} />}
                </>
              )}
              <PointsFields
                form={form}
                choices={choices}
                errors={errors}
                size={props.size}
                known={props.known}
                paired={existing?.paired}
              />
              <Acts>
                <Button kind="main">Save draft</Button>
                <Button name="act" value="preview">
                  Preview
                </Button>
                <LinkButton href={here} kind="quiet">
                  Leave without saving
                </LinkButton>
              </Acts>
            </Form>
          }
          aside={
            <div class="stays">
              <Section title="Preview" id="preview" aside="nothing is saved by it">
                <div id="points-preview" class="stack">
                  <PointsPreview {...props.preview} />
                </div>
              </Section>
            </div>
          }
        />
      )}
    </ConsoleLayout>
  );
};
