import type { Form as Posted } from '../../platform/form.ts';
import {
  Acts,
  Button,
  Columns,
  ConfirmInPlace,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  Markdown,
  Notice,
  PageHead,
  Section,
  Tag,
  TextField,
  Timeline,
  type Frame,
} from '../../ui/index.ts';
import { POINTS_LABELS, PointsFields, type PointsChoices } from './points-fields.tsx';

export type PointsShowProps = {
  frame: Frame;
  id: string;
  title: string;
  about: string;
  federal: boolean;
  shared: boolean;
  unpublished: boolean;
  /** The version shown: its number, when it was published, its words as clean HTML. */
  version: { no: number; when: string; html: string } | null;
  newestNo: number | null;
  versions: { no: number; note: string; by: string; when: { iso: string; text: string } }[];
  /** The draft's form, for those who write; null for those who read. */
  draft: { form: Posted; seenAt: number; choices: PointsChoices } | null;
  errors: Record<string, string>;
  problem: string | null;
  flash: { kind: 'done'; text: string } | null;
};

/** Talking points: the version in the field, the versions before it, and the draft of the next. */
export const PointsShowPage = (props: PointsShowProps) => {
  const { frame, id, version, newestNo, draft, errors } = props;
  const older = version !== null && newestNo !== null && version.no < newestNo;
  const here = `/talking-points/${id}`;
  return (
    <ConsoleLayout
      {...frame}
      current="talking-points"
      title={props.title}
      flash={props.flash}
      back={
        older ? { href: here, label: 'Newest version' } : { href: '/talking-points', label: 'Talking points' }
      }
    >
      <PageHead
        title={props.title}
        sub={props.about}
        tags={
          <>
            {props.federal && <Tag tone="accent">Federal</Tag>}{' '}
            {props.shared && <Tag>Shared with partners</Tag>}
          </>
        }
        actions={
          version && (
            <>
              {draft && !older && (
                <LinkButton href={`/alerts/new?talking-points=${id}`} kind="main">
                  Send as an update
                </LinkButton>
              )}
              <LinkButton href={`${here}/versions/${version.no}/print`}>Print</LinkButton>
            </>
          )
        }
      />
      {props.problem && (
        <Notice tone="problem" title="Nothing was changed">
          {props.problem}
        </Notice>
      )}
      <ErrorSummary
        problems={Object.entries(errors).map(([name, message]) => ({
          name,
          label: POINTS_LABELS[name] ?? name,
          message,
        }))}
      />
      {older && (
        <Notice tone="warn" title={`This is version ${version.no}. Members see version ${newestNo}.`}>
          <a href={here}>Go to the newest version</a>
        </Notice>
      )}
      <Columns
        main={
          <>
            {version ? (
              <Section title={`Version ${version.no}`} id="version" aside={`published ${version.when}`}>
                <Markdown html={version.html} />
              </Section>
            ) : (
              <Empty title="Not published yet" text="Members see nothing until the draft is published." />
            )}
            {draft && !older && (
              <Section
                title="Draft"
                id="draft"
                aside={props.unpublished ? 'differs from what is published' : 'same as what is published'}
              >
                <Form action={`${here}/draft`} label="Draft">
                  <input type="hidden" name="seenAt" value={String(draft.seenAt)} />
                  <PointsFields form={draft.form} choices={draft.choices} errors={errors} />
                  <Acts>
                    <Button>Save draft</Button>
                  </Acts>
                </Form>
              </Section>
            )}
          </>
        }
        aside={
          <>
            {draft && !older && props.unpublished && (
              <Section title={`Publish version ${(newestNo ?? 0) + 1}`} id="publish">
                <p>The saved draft becomes what every link shows from now on. Earlier versions are kept.</p>
                <Form action={`${here}/versions`} label="Publish">
                  <TextField
                    name="changeNote"
                    label="What changed"
                    hint="Members who saw an earlier version read this."
                    required={false}
                    maxlength={300}
                    error={errors.changeNote}
                  />
                  <Acts>
                    <Button kind="main">Publish</Button>
                  </Acts>
                </Form>
              </Section>
            )}
            {props.versions.length > 0 && (
              <Section title="Versions" id="versions">
                <Timeline
                  items={props.versions.map((one) => ({
                    when: one.when,
                    who: one.by || undefined,
                    text: (
                      <>
                        <a href={one.no === newestNo ? here : `${here}/versions/${one.no}`}>
                          Version {one.no}
                        </a>
                        {one.note && `: ${one.note}`}
                      </>
                    ),
                  }))}
                />
              </Section>
            )}
            {draft && !older && (
              <Section title="Partners" id="partners">
                {props.shared ? (
                  <ConfirmInPlace
                    opens="Stop sharing"
                    consequence="Coalition partners no longer see these talking points. Members are not affected."
                    action={`${here}/sharing`}
                    label="Stop sharing"
                  >
                    <input type="hidden" name="shared" value="no" />
                  </ConfirmInPlace>
                ) : (
                  <ConfirmInPlace
                    opens="Share with partners"
                    consequence="Coalition partners who sign in see the newest published version. They never see drafts."
                    action={`${here}/sharing`}
                    label="Share"
                  >
                    <input type="hidden" name="shared" value="yes" />
                  </ConfirmInPlace>
                )}
              </Section>
            )}
          </>
        }
      />
    </ConsoleLayout>
  );
};
