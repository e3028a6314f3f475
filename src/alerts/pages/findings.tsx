import { Row, Rows, Section, Tag, type Tone } from '../../ui/index.ts';
import type { Finding } from '../ports.ts';

const TONES: Record<Finding['tone'], { label: string; tone: Tone }> = {
  held: { label: 'Held', tone: 'oppose-2' },
  warn: { label: 'Look at', tone: 'undecided' },
  note: { label: 'Found', tone: 'none' },
};

const List = ({ findings }: { findings: Finding[] }) => (
  <Rows>
    {findings.map(({ tone, words, why, guidance }) => (
      <Row title={words ? <q>{words}</q> : ''} tags={<Tag tone={TONES[tone].tone}>{TONES[tone].label}</Tag>}>
        {why} {guidance && <a href={guidance}>Guidance</a>}
      </Row>
    ))}
  </Rows>
);

/** What the checklist finds in the words: what is held and what to look at, open; what is merely so, folded. */
export const Findings = ({ findings, aside }: { findings: Finding[]; aside?: string }) => {
  const open = findings.filter((one) => one.tone !== 'note');
  const notes = findings.filter((one) => one.tone === 'note');
  return (
    <Section title="Checklist" id="checklist" aside={aside} more={{ href: '/guidance', label: 'Guidance' }}>
      {open.length > 0 ? (
        <List findings={open} />
      ) : (
        <p class="soft">Nothing in these words asks for a second look.</p>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{notes.length === 1 ? 'One thing to know' : `${notes.length} things to know`}</summary>
          <List findings={notes} />
        </details>
      )}
    </Section>
  );
};
