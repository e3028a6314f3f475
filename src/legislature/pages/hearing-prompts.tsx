import { Acts, kept, LinkButton, Notice } from '../../ui/index.ts';
import { alertHref, promptOf } from '../hearing-words.ts';
import type { HearingAhead } from '../ports.ts';

type HearingPromptsProps = {
  hearings: HearingAhead[];
  now: number;
  zone: string;
  /** Whether the reader writes alerts; others get the board with whom to ring. */
  mayDraft: boolean;
  /** On the board itself no link leads to it. */
  bare?: boolean;
};

/** Hearings before which somebody still has to speak, each with the alert that asks those who can. */
export const HearingPrompts = ({ hearings, now, zone, mayDraft, bare }: HearingPromptsProps) => (
  <>
    {hearings.map((hearing) => {
      const { title, text, act } = promptOf(hearing, now, zone);
      const drafts = mayDraft && hearing.reachers > 0;
      return (
        <Notice tone="warn" title={title}>
          <p>{kept(text)}</p>
          {(drafts || !bare) && (
            <Acts>
              {drafts && <LinkButton href={alertHref(hearing.billId, hearing.uncovered)}>{act}</LinkButton>}
              {!bare && (
                <LinkButton href={`/agenda/bills/${hearing.billId}/board?in=${hearing.committeeId}`}>
                  Seat by seat
                </LinkButton>
              )}
            </Acts>
          )}
        </Notice>
      );
    })}
  </>
);
