import {
  ConsoleLayout,
  Empty,
  PageHead,
  Row,
  Rows,
  SearchField,
  Section,
  When,
  type Frame,
} from '../../ui/index.ts';
import type { Found } from '../search-inbox.ts';
import { addressInWords } from './reply-words.ts';

type SearchPageProps = {
  frame: Frame;
  q: string;
  /** Null before anything was looked for. */
  found: { people: Found[]; lines: Found[] } | null;
  when: (at: number) => { iso: string; text: string };
};

export const SearchPage = ({ frame, q, found, when }: SearchPageProps) => (
  <ConsoleLayout {...frame} title="Search the inbox" current="inbox">
    <PageHead
      back={{ href: '/inbox', label: 'Inbox' }}
      title="Search the inbox"
      sub="Names, districts, numbers and addresses, and what people wrote within a year."
    />
    <form action="/inbox/search" method="get">
      <SearchField label="People and words" value={q} />
    </form>
    {found && found.people.length + found.lines.length === 0 && (
      <Empty
        title="Nothing was found"
        text="Try fewer letters, or a part of a name or of a word they wrote."
      />
    )}
    {found && found.people.length > 0 && (
      <Section title="People" id="people">
        <Rows label="People">
          {found.people.map((one) => (
            <Result one={one} when={when} />
          ))}
        </Rows>
      </Section>
    )}
    {found && found.lines.length > 0 && (
      <Section title="What they wrote" id="words">
        <Rows label="What they wrote">
          {found.lines.map((one) => (
            <Result one={one} when={when} />
          ))}
        </Rows>
      </Section>
    )}
  </ConsoleLayout>
);

const Result = ({ one, when }: { one: Found; when: SearchPageProps['when'] }) => (
  <Row
    title={one.name ?? addressInWords(one.fromAddress ?? 'Unknown sender')}
    href={one.conversationId ? `/inbox/${one.conversationId}` : `/members/${one.memberId ?? ''}`}
    beside={[one.district, !one.conversationId && 'never wrote'].filter(Boolean).join(', ')}
    end={one.at === null ? null : <When {...when(one.at)} />}
  >
    {one.line && <p>{one.line}</p>}
  </Row>
);
