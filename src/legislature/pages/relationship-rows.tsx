import { showShortDay } from '../../platform/days.ts';
import { Acts, Button, Form, Notice, Row, Rows, Tag } from '../../ui/index.ts';
import { RELATIONSHIP_WORDS, STRENGTH_WORDS, type RelationshipKind } from '../relationship-kinds.ts';

/** A relationship as either side's page shows it: the other side's name, address and a few words. */
export interface RelationshipLine {
  id: string;
  name: string;
  href: string;
  beside: string | null;
  kind: RelationshipKind;
  strength: number;
  sinceYear: number | null;
  note: string;
  source: 'staff' | 'survey';
  /** The day on which it was said. */
  onDate: string;
}

/** Relationships one under the other, each with how, how well, since when, and who says so. */
export const RelationshipRows = ({
  lines,
  side,
  label,
}: {
  lines: RelationshipLine[];
  /** Whose page they stand on. */
  side: 'member' | 'official';
  label: string;
}) => (
  <Rows label={label}>
    {lines.map((one) => (
      <Row
        title={one.name}
        href={one.href}
        beside={one.beside}
        tags={<Tag tone={one.strength === 3 ? 'accent' : 'none'}>{STRENGTH_WORDS[one.strength]}</Tag>}
        end={
          <a href={`/officials/relationships/${one.id}?side=${side}`} aria-label={`Change: ${one.name}`}>
            Change
          </a>
        }
      >
        <p>
          {[RELATIONSHIP_WORDS[one.kind], one.sinceYear && `since ${one.sinceYear}`]
            .filter(Boolean)
            .join(', ')}
          {one.note && `. ${one.note}`}
        </p>
        <p class="small soft">
          {one.source === 'survey' ? 'Said so in a survey' : 'Written down by staff'},{' '}
          {showShortDay(one.onDate, { year: true })}
        </p>
      </Row>
    ))}
  </Rows>
);

/** Right after a relationship was taken off: the way back. */
export const UndoRemoval = ({ id, side }: { id: string; side: 'member' | 'official' }) => (
  <Notice title="Taken off.">
    <Form action={`/officials/relationships/${id}/restoration`} label="Undo">
      <input type="hidden" name="side" value={side} />
      <Acts>
        <Button kind="quiet">Undo</Button>
      </Acts>
    </Form>
  </Notice>
);
