import { Section, Tag, type Tone } from '../../ui/index.ts';
import type { Finding } from '../ports.ts';

const TONES: Record<Finding['tone'], { label: string; tone: Tone }> = {
  held: { label: 'Held', tone: 'oppose-2' },
  warn: { label: 'Look at', tone: 'undecided' },
  note: { label: 'Found', tone: 'none' },
};

const List = ({ findings }: { findings: Finding[] }) => (
  <ul class="findings">
    {findings.map(({ tone, words, why, guidance }) => (
      <li>
        <p>
          <Tag tone={TONES[tone].tone}>{TONES[tone].label}</Tag> {words && <q>{words}</q>}
        </p>
        <p>
          {why} {guidance && <a href={guidance}>Guidance</a>}
        </p>
      </li>
    ))}
  </ul>
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
          <summary>{notes.length === 1 ? 'One thing found' : `${notes.length} things found`}</summary>
          <List findings={notes} />
        </details>
      )}
    </Section>
  );
};
