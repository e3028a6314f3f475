import {
  Acts,
  Button,
  CallList,
  Columns,
  ConsoleLayout,
  DefinitionList,
  EmailText,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Row,
  Rows,
  Section,
  Table,
  Tag,
  TextField,
  fieldsOf,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { DataAge } from '../data-age.ts';
import { OldData } from './data-age.tsx';
import { RelationshipRows, UndoRemoval, type RelationshipLine } from './relationship-rows.tsx';
import { dialable, phoneWords, summaryOf } from './words.ts';

type OfficialPageProps = {
  frame: Frame;
  official: {
    officialId: string;
    name: string;
    party: string | null;
    phone: string | null;
    email: string | null;
    office: string | null;
    links: string[];
    corrected: string[];
    committees: { id: string; name: string; role: string }[];
    seat: { seatName: string; title: string; chamberName: string } | null;
    tenures: { seatName: string; chamberName: string; when: string }[];
    districts: { nces: string; name: string; share: string; members: number }[];
    age: DataAge | null;
  };
  /** Members who know them, best first; null where the reader may not see it. */
  knownBy: RelationshipLine[] | null;
  /** A relationship just taken off. */
  removed: string | null;
  mayCorrect: boolean;
  mayImport: boolean;
  values: { phone?: string | null; email?: string | null; office?: string | null };
  errors: Record<string, string>;
  flash: FlashMessage | null;
};
const LABELS = { phone: 'Telephone', email: 'Email address', office: 'Office' };

/** One official: seat, contact, committees, and which school districts reach them. */
export const OfficialPage = (props: OfficialPageProps) => {
  const { frame, official, knownBy, removed, mayCorrect, values, errors, flash } = props;
  const field = fieldsOf(values, errors);
  const { seat } = official;
  const name = seat ? `${seat.title} ${official.name}` : official.name;
  return (
    <ConsoleLayout {...frame} current="officials" title={name} flash={flash}>
      <PageHead
        title={name}
        back={{ href: '/officials', label: 'Officials' }}
        tags={!seat && <Tag tone="warn">Holds no seat now</Tag>}
        sub={[seat && `${seat.seatName}, ${seat.chamberName}`, official.party].filter(Boolean).join('. ')}
        actions={
          mayCorrect && (
            <LinkButton href={`/log/contacts/new?official=${official.officialId}`} kind="main">
              Report a contact
            </LinkButton>
          )
        }
      />
      <OldData age={official.age} mayImport={props.mayImport} />
      <Columns
        main={
          <>
            {knownBy && (
              <Section
                title="Who knows them best"
                id="knows"
                more={{
                  href: `/officials/relationships/new?official=${official.officialId}`,
                  label: 'Add a member',
                }}
              >
                {removed && <UndoRemoval id={removed} side="official" />}
                {knownBy.length > 0 ? (
                  <RelationshipRows lines={knownBy} side="official" label="Members who know them" />
                ) : (
                  <Empty
                    title="Nobody is known to know them"
                    text="Add a member who does, or ask members in a survey which of their legislators they know well."
                  />
                )}
              </Section>
            )}
            <Section
              title="School districts that reach this seat"
              id="districts"
              aside="share of the school district"
            >
              <Table
                columns={[
                  { key: 'name', label: 'School district' },
                  { key: 'share', label: 'Share', align: 'end' },
                  { key: 'members', label: 'Members', align: 'end' },
                ]}
                keep
                rows={official.districts.map((district) => ({
                  name: <a href={`/officials/reach/${district.nces}`}>{district.name}</a>,
                  share: district.share,
                  members: String(district.members),
                }))}
                empty={
                  <Empty
                    title="No school district reaches this seat yet"
                    text="Import a file of reach, or set it by hand, and members of those districts find this official among their own."
                  />
                }
              />
            </Section>
            <Section title="Committees" id="committees">
              {official.committees.length === 0 ? (
                <p class="soft">On no committee in the data at hand.</p>
              ) : (
                <Rows>
                  {official.committees.map((one) => (
                    <Row
                      title={one.name}
                      href={`/officials/committees/${one.id}`}
                      beside={one.role === 'member' ? null : one.role}
                    />
                  ))}
                </Rows>
              )}
            </Section>
          </>
        }
        aside={
          <>
            <Section title="Contact" id="contact" aside={official.age && `Data of ${official.age.of}.`}>
              <CallList
                officials={[
                  {
                    name,
                    seat: seat?.seatName ?? '',
                    phone: dialable(official.phone),
                    email: official.email,
                    note: official.phone && phoneWords(official.phone),
                  },
                ]}
              />
              <DefinitionList
                items={[
                  ...(official.email
                    ? [
                        {
                          term: 'Email',
                          value: (
                            <a href={`mailto:${official.email}`}>
                              <EmailText address={official.email} />
                            </a>
                          ),
                        },
                      ]
                    : []),
                  ...(official.office ? [{ term: 'Office', value: official.office }] : []),
                  ...official.links.map((href) => ({
                    term: 'Page',
                    value: (
                      <a href={href} rel="noreferrer">
                        {href.replace(/^https?:\/\/(?:www\.)?/, '').split('/')[0]}
                      </a>
                    ),
                  })),
                  ...(official.corrected.length > 0
                    ? [{ term: 'Corrected by staff', value: official.corrected.join(', ') }]
                    : []),
                ]}
              />
            </Section>
            <Section title="Seats" id="seats">
              <DefinitionList
                items={official.tenures.map((tenure) => ({
                  term: `${tenure.seatName}, ${tenure.chamberName}`,
                  value: tenure.when,
                }))}
              />
            </Section>
            {mayCorrect && (
              <Section title="Correct the contact" id="correct">
                <Form action={`/officials/${official.officialId}/contact`} label="Correct the contact">
                  <ErrorSummary problems={summaryOf(LABELS, errors)} />
                  <p class="hint">What you write here stays when a newer file is imported.</p>
                  <TextField label={LABELS.phone} {...field('phone')} type="tel" required={false} />
                  <TextField label={LABELS.email} {...field('email')} type="email" required={false} />
                  <TextField label={LABELS.office} {...field('office')} required={false} />
                  <Acts>
                    <Button>Save the contact</Button>
                  </Acts>
                </Form>
              </Section>
            )}
          </>
        }
      />
    </ConsoleLayout>
  );
};
