import {
  ConsoleLayout,
  Empty,
  LinkButton,
  PageHead,
  Pager,
  Row,
  Rows,
  Section,
  Tag,
  When,
  type Frame,
} from '../../ui/index.ts';
import { KIND_WORDS, STATE_WORDS } from './alert-words.ts';

export type AlertLine = {
  id: string;
  href: string;
  title: string;
  kind: keyof typeof KIND_WORDS;
  state: string;
  about: string;
  when: { iso: string; text: string };
};
type AlertGroup = { id: string; title: string; lines: AlertLine[] };

type AlertListProps = {
  frame: Frame;
  groups: AlertGroup[];
  mayDraft: boolean;
  /** Where older closed alerts go on. */
  nextHref: string | null;
  flash: { kind: 'done'; text: string } | null;
};

const SAID_BY_ITS_GROUP = ['open', 'proposed', 'approved', 'draft', 'closed'];

/** All alerts by what has to be done about them. */
export const AlertListPage = ({ frame, groups, mayDraft, nextHref, flash }: AlertListProps) => {
  const begin = mayDraft ? (
    <LinkButton href="/alerts/new" kind="main">
      New alert
    </LinkButton>
  ) : undefined;
  const filled = groups.filter((group) => group.lines.length > 0);
  return (
    <ConsoleLayout {...frame} current="alerts" title="Alerts" flash={flash}>
      <PageHead
        title="Alerts"
        sub="What members were asked and told, and what waits."
        actions={filled.length > 0 && begin}
      />
      {filled.length === 0 && (
        <Empty
          title="No alerts yet"
          text="An alert asks members to act or tells them something, by text and email. Write one, have a second person approve it, and send it."
          action={begin}
        />
      )}
      {filled.map(({ id, title, lines }) => (
        <Section title={title} id={id} aside={String(lines.length)}>
          <Rows>
            {lines.map((line) => (
              <Row
                title={line.title}
                href={line.href}
                tags={
                  <>
                    <Tag>{KIND_WORDS[line.kind].label}</Tag>{' '}
                    {SAID_BY_ITS_GROUP.includes(line.state) || (
                      <Tag tone={STATE_WORDS[line.state]?.tone}>
                        {STATE_WORDS[line.state]?.label ?? line.state}
                      </Tag>
                    )}
                  </>
                }
                end={<When {...line.when} />}
              >
                <span class="soft">{line.about}</span>
              </Row>
            ))}
          </Rows>
        </Section>
      ))}
      {nextHref && <Pager next={nextHref} shown={filled.at(-1)?.lines.length ?? 0} />}
    </ConsoleLayout>
  );
};
