import {
  Acts,
  Button,
  Checkboxes,
  Columns,
  ConfirmInPlace,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  Filters,
  Form,
  LinkButton,
  Markdown,
  Notice,
  PageHead,
  PhonePreview,
  Section,
  Select,
  Tabs,
  Tag,
  TextField,
  Timeline,
  type Choice,
  type Frame,
} from '../../ui/index.ts';
import { pointsProblems } from './points-fields.tsx';
import { MissingFigures, type MissingFigure } from './points-preview.tsx';

export type PointsShowProps = {
  frame: Frame;
  id: string;
  title: string;
  about: string;
  federal: boolean;
  shared: boolean;
  /** "Since February 9, by Priya Lindqvist." */
  sharedSince: string;
  /** The organizations that it is shared with, by id; null where with every partner, or with none. */
  sharedWith: string[] | null;
  partners: { id: string; name: string }[];
  unpublished: boolean;
  expiry: 'expired' | 'soon' | 'holds';
  expiryWords: string | null;
  /** The version shown: its number, when it was published, its words as clean HTML. */
  version: { no: number; when: string; html: string; sources: string | null } | null;
  phone: { text: string; segments: number; characters: number } | null;
  newestNo: number | null;
  versions: { no: number; note: string; by: string; when: { iso: string; text: string } }[];
  /** For those who write. */
  writer: {
    missing: MissingFigure[];
    /** Districts by whose figures the words can be read; empty where they ask for none. */
    districts: Choice[];
    district: string | null;
    twin: { id: string; published: boolean } | null;
  } | null;
  /** Somebody who writes looks at what a partner sees. */
  asPartner?: boolean;
  errors: Record<string, string>;
  problem: string | null;
  flash: { kind: 'done'; text: string } | null;
};

/** Which view of talking points a page is. */
export const PointsTabs = ({ id, current }: { id: string; current: 'words' | 'field' }) => (
  <Tabs
    label="Talking points"
    items={[
      { href: `/talking-points/${id}`, label: 'Words', current: current === 'words' },
      { href: `/talking-points/${id}/field`, label: 'In the field', current: current === 'field' },
    ]}
  />
);

/** Talking points: the version in the field, the versions before it, and what can be done with them. */
export const PointsShowPage = (props: PointsShowProps) => {
  const { frame, id, version, newestNo, writer, errors } = props;
  const older = version !== null && newestNo !== null && version.no < newestNo;
  const here = `/talking-points/${id}`;
  return (
    <ConsoleLayout
      {...frame}
      current="talking-points"
      title={props.title}
      flash={props.flash}
      back={
        older || props.asPartner
          ? { href: here, label: older ? 'Newest version' : props.title }
          : { href: '/talking-points', label: 'Talking points' }
      }
    >
      <PageHead
        title={props.title}
        sub={props.about}
        tags={
          <>
            {props.federal && <Tag tone="accent">Federal</Tag>}{' '}
            {props.expiry === 'expired' && <Tag tone="warn">Expired</Tag>}{' '}
            {props.shared && writer && (
              <Tag>{props.sharedWith ? 'Shared with some partners' : 'Shared with partners'}</Tag>
            )}
          </>
        }
        actions={
          <>
            {version && writer && !older && (
              <LinkButton href={`/alerts/new?talking-points=${id}`} kind="main">
                Send as an update
              </LinkButton>
            )}
            {writer && !older && <LinkButton href={`${here}/edit`}>Edit</LinkButton>}
            {version && (
              <>
                <LinkButton href={`${here}/versions/${version.no}/print${districtQuery(writer?.district)}`}>
                  Print
                </LinkButton>
                <LinkButton
                  href={`${here}/versions/${version.no}/one-page.pdf${districtQuery(writer?.district)}`}
                  download
                >
                  PDF
                </LinkButton>
              </>
            )}
          </>
        }
      />
      {writer && <PointsTabs id={id} current="words" />}
      {props.asPartner && (
        <Notice title="This is what a partner sees">
          The newest version as it is read where no figure of a district is known. No draft, no earlier
          version, no member.
        </Notice>
      )}
      {props.problem && (
        <Notice tone="problem" title="Nothing was changed">
          {props.problem}
        </Notice>
      )}
      <ErrorSummary problems={pointsProblems(errors)} />
      {older && (
        <Notice tone="warn" title={`This is version ${version.no}. Members see version ${newestNo}.`}>
          <a href={here}>Go to the newest version</a>
        </Notice>
      )}
      {props.expiry !== 'holds' && (
        <Notice tone="warn" title={props.expiryWords ?? ''}>
          {props.expiry === 'expired'
            ? 'Members are told so before they read them.'
            : 'After that, members are told that they expired.'}{' '}
          {writer && <a href={`${here}/edit#field-expiresOn`}>Change the last day</a>}
        </Notice>
      )}
      <Columns
        main={
          <>
            {version ? (
              <Section title={`Version ${version.no}`} id="version" aside={`published ${version.when}`}>
                {writer && writer.districts.length > 0 && (
                  <Filters action={here} label="Read with the figures of a district" button="Read">
                    <Select
                      name="district"
                      label="As read in"
                      prompt="No district"
                      required={false}
                      options={writer.districts}
                      value={writer.district}
                    />
                  </Filters>
                )}
                <Markdown html={version.html} />
                {version.sources && <p class="small soft">{version.sources}</p>}
                {props.expiry === 'holds' && props.expiryWords && (
                  <p class="small soft">{props.expiryWords}</p>
                )}
              </Section>
            ) : (
              <Empty
                title="Not published yet"
                text="Members see nothing until the draft is published."
                action={writer && <LinkButton href={`${here}/edit`}>Open the draft</LinkButton>}
              />
            )}
            {props.phone && (
              <Section title="Short form" id="short" aside="as a text message">
                <PhonePreview
                  from={frame.network}
                  messages={[{ text: props.phone.text }]}
                  segments={props.phone.segments}
                  characters={props.phone.characters}
                />
              </Section>
            )}
          </>
        }
        aside={
          <>
            {writer && !older && props.unpublished && (
              <Section title={`Publish version ${(newestNo ?? 0) + 1}`} id="publish">
                <p>
                  The saved draft becomes what every link shows from now on. Earlier versions are kept.{' '}
                  {newestNo && <a href={`${here}/changes?from=${newestNo}&to=draft`}>What would change</a>}
                </p>
                <MissingFigures missing={writer.missing} />
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
                        {writer && one.no > 1 && (
                          <>
                            {' '}
                            <a class="small" href={`${here}/changes?from=${one.no - 1}&to=${one.no}`}>
                              What changed
                              <span class="hidden"> in version {one.no}</span>
                            </a>
                          </>
                        )}
                      </>
                    ),
                  }))}
                />
              </Section>
            )}
            {writer && !older && <Twin id={id} federal={props.federal} twin={writer.twin} />}
            {writer && !older && <Sharing {...props} here={here} />}
          </>
        }
      />
    </ConsoleLayout>
  );
};

/** Whom it is shared with, and what changes that. */
const Sharing = ({
  here,
  newestNo,
  shared,
  sharedSince,
  sharedWith,
  partners,
}: PointsShowProps & { here: string }) => (
  <Section title="Partners" id="partners">
    {newestNo && (
      <p>
        {shared ? sharedSince : 'Not shared.'} <a href={`${here}/as-partner`}>What a partner sees</a>
      </p>
    )}
    {shared && sharedWith && (
      <p>
        Only with{' '}
        {partners
          .filter(({ id }) => sharedWith.includes(id))
          .map(({ name }) => name)
          .join(', ')}
        .
      </p>
    )}
    {(!shared || partners.length > 1) && (
      <ConfirmInPlace
        opens={shared ? 'Change who sees it' : 'Share with partners'}
        consequence="Coalition partners who sign in see the newest published version, without figures of districts. They never see drafts."
        action={`${here}/sharing`}
        label={shared ? 'Save' : 'Share'}
      >
        <input type="hidden" name="shared" value="yes" />
        {partners.length > 1 && (
          <Checkboxes
            name="organization"
            label="Only with"
            hint="Leave all empty to share with every partner, those who join later too."
            required={false}
            options={partners.map(({ id, name }) => ({ value: id, label: name }))}
            values={sharedWith ?? []}
          />
        )}
      </ConfirmInPlace>
    )}
    {shared && (
      <ConfirmInPlace
        opens="Stop sharing"
        consequence="Coalition partners no longer see these talking points. What they printed or saved stays with them. Members are not affected."
        action={`${here}/sharing`}
        label="Stop sharing"
      >
        <input type="hidden" name="shared" value="no" />
      </ConfirmInPlace>
    )}
  </Section>
);

const districtQuery = (district: string | null | undefined) =>
  district ? `?district=${encodeURIComponent(district)}` : '';

type TwinProps = { id: string; federal: boolean; twin: { id: string; published: boolean } | null };

/** The same subject for the other legislature: where it is, or how to begin it. */
const Twin = ({ id, federal, twin }: TwinProps) => {
  const other = federal ? 'the state legislature' : 'Congress';
  return (
    <Section title={federal ? 'For the state' : 'For Congress'} id="twin">
      {twin ? (
        <p>
          <a href={`/talking-points/${twin.id}`}>The words for {other}</a>
          {!twin.published && ' are not published yet.'}
        </p>
      ) : (
        <Acts>
          <LinkButton href={`/talking-points/new?twin-of=${id}`}>Write them for {other}</LinkButton>
        </Acts>
      )}
    </Section>
  );
};
