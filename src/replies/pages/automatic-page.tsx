import { ConsoleLayout, Empty, PageHead, Row, Rows, Tag, When, type Frame } from '../../ui/index.ts';
import type { AutomaticReply } from '../show-automatic.ts';
import { channelInWords, meaningInWords, nameOf } from './reply-words.ts';

type AutomaticPageProps = {
  frame: Frame;
  rows: AutomaticReply[];
  when: (at: number) => { iso: string; text: string };
};

/** What machines sent: read it when you like, it waits for nobody. */
export const AutomaticPage = ({ frame, rows, when }: AutomaticPageProps) => (
  <ConsoleLayout {...frame} title="Automatic replies" current="inbox">
    <PageHead
      back={{ href: '/inbox', label: 'Inbox' }}
      title="Automatic replies"
      sub="Out-of-office notes, mails that came back and reactions of a week. None of them is an answer, and none waits for you."
    />
    {rows.length === 0 ? (
      <Empty
        title="None this week"
        text="What machines send back stands here, apart from what people write."
      />
    ) : (
      <Rows label="Automatic replies">
        {rows.map((row) => (
          <Row
            title={nameOf(row)}
            href={row.conversationId ? `/inbox/${row.conversationId}` : undefined}
            beside={channelInWords(row.channel)}
            tags={<Tag>{meaningInWords(row) ?? 'automatic'}</Tag>}
            end={<When {...when(row.at)} />}
          >
            <p>{row.body.slice(0, 160) || 'No words'}</p>
          </Row>
        ))}
      </Rows>
    )}
  </ConsoleLayout>
);
