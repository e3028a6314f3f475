import { formatIso, showMoment, showShortDay } from '../../platform/days.ts';
import type { RowOf } from '../../platform/statement.ts';
import {
  ConsoleLayout,
  Empty,
  LinkButton,
  PageHead,
  Section,
  Table,
  When,
  type Frame,
} from '../../ui/index.ts';
import type { closedFor, ledgerWithProof } from '../ledger-queries.ts';
import { actorText, closedText, evidenceOf, kindText, sourceText, whereText } from './consent-words.ts';

interface Props {
  frame: Frame;
  member: { id: string; name: string };
  lines: RowOf<typeof ledgerWithProof>[];
  closed: RowOf<typeof closedFor>[];
  now: number;
  mayExport: boolean;
}

/** The consent ledger of one member: what was said, by whom, on what proof, and what is closed now. Made to be printed. */
export const ConsentPage = ({ frame, member, lines, closed, now, mayExport }: Props) => {
  const texts = new Map(
    lines.flatMap((one) => (one.textVersion ? [[one.textVersion, one.textBody] as const] : [])),
  );
  const when = (at: number) => <When iso={formatIso(at)} text={showMoment(at, now, frame.zone)} />;
  return (
    <ConsoleLayout {...frame} title={`Consent of ${member.name}`} current="members">
      <PageHead
        back={{ href: `/members/${member.id}`, label: member.name }}
        title="Consent ledger"
        sub={`What ${member.name} said about texts and email, and what proves it. Lines are added, never changed.`}
        actions={
          mayExport && (
            <LinkButton href={`/members/${member.id}/export`}>Everything held about them</LinkButton>
          )
        }
      />
      <Section title="Closed now" id="closed">
        <Table
          caption="What nothing is sent to"
          quietCaption
          columns={[
            { key: 'where', label: 'Where', nowrap: true },
            { key: 'why', label: 'Why' },
            { key: 'since', label: 'Since', nowrap: true },
            { key: 'lift', label: 'What opens it again' },
          ]}
          rows={closed.map((one) => ({
            where: whereText(one),
            since: when(one.at),
            ...closedText(one),
          }))}
          empty={<p class="soft">Nothing is closed.</p>}
        />
      </Section>
      <Section title="The ledger" id="ledger" aside={lines.length > 0 && `${lines.length}`}>
        <Table
          caption="What was said, the newest first"
          quietCaption
          columns={[
            { key: 'what', label: 'What' },
            { key: 'where', label: 'Where', nowrap: true },
            { key: 'day', label: 'Said on', nowrap: true },
            { key: 'how', label: 'How' },
            { key: 'by', label: 'Written down by' },
            { key: 'proof', label: 'Evidence' },
          ]}
          rows={lines.map((line) => {
            const proof = evidenceOf(line);
            return {
              what: <strong>{kindText(line.kind)}</strong>,
              where: whereText(line),
              day: `${showShortDay(line.onDate)}, ${line.onDate.slice(0, 4)}`,
              how: (
                <div>
                  {sourceText(line)}
                  {line.organization && `, for ${line.organization}`}
                  {line.textVersion && (
                    <>
                      . <a href={`#text-${line.textVersion}`}>The words agreed to</a>
                    </>
                  )}
                </div>
              ),
              by: (
                <div>
                  {actorText(line)}
                  <br />
                  <span class="small soft">{when(line.at)}</span>
                </div>
              ),
              proof: proof.href ? <a href={proof.href}>{proof.text}</a> : proof.text,
            };
          })}
          empty={
            <Empty
              title="Nothing has been said yet"
              text="Consent written down with the member, a JOIN, a STOP and what else they say about messages stands here."
            />
          }
        />
      </Section>
      {texts.size > 0 && (
        <Section title="The words agreed to" id="words">
          {[...texts].map(([version, body]) => (
            <div id={`text-${version}`}>
              <h3>Version {version}</h3>
              <blockquote>{body ?? 'These words were not kept.'}</blockquote>
            </div>
          ))}
        </Section>
      )}
    </ConsoleLayout>
  );
};
