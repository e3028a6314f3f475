import { Empty, Markdown, PhonePreview } from '../../ui/index.ts';

/** Of how many districts a figure is not known, and of which. */
export type MissingFigure = { key: string; count: number; of: number; names: string[] };

export type PointsPreviewProps = {
  /** Where the text comes from. */
  network: string;
  /** The words as they will be read, clean. */
  html: string;
  /** "Read in Drummond", or nobody's figures. */
  readIn: string | null;
  sources: string | null;
  missing: MissingFigure[];
  phone: { text: string; segments: number; characters: number } | null;
};

/** "12 of 150 districts have no enrollment", with their names folded, and where to put the figures in. */
export const MissingFigures = ({ missing }: { missing: MissingFigure[] }) => {
  const lacking = missing.filter(({ count }) => count > 0);
  if (lacking.length === 0) return null;
  return (
    <>
      {lacking.map(({ key, count, of, names }) => (
        <details class="missing-figure">
          <summary>
            {count} of {of} {of === 1 ? 'district has' : 'districts have'} no {key}
          </summary>
          <p class="small soft">
            {names.join(', ')}
            {names.length < count && ` and ${count - names.length} more`}
          </p>
        </details>
      ))}
      <p class="small">
        Put in{' '}
        {lacking.map(({ key }, at) => (
          <>
            {at > 0 && ', '}
            <a href={`/members/districts?${new URLSearchParams({ lacks: key, members: 'some' }).toString()}`}>
              {key}
            </a>
          </>
        ))}
      </p>
    </>
  );
};

/** Words as members will read them, while they are being written. */
export const PointsPreview = ({ network, html, readIn, sources, missing, phone }: PointsPreviewProps) => (
  <>
    {html ? (
      <>
        <p class="small soft">{readIn ? `As read in ${readIn}` : 'As read where no figure is known'}</p>
        <Markdown html={html} />
        {sources && <p class="small soft">{sources}</p>}
      </>
    ) : (
      <Empty title="Nothing written yet" text="The words stand here as a member will read them." />
    )}
    <MissingFigures missing={missing} />
    {phone && (
      <PhonePreview
        from={network}
        messages={[{ text: phone.text }]}
        segments={phone.segments}
        characters={phone.characters}
        note="With a sample member’s names."
      />
    )}
  </>
);
