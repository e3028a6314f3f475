import {
  Acts,
  Button,
  DefinitionList,
  Form,
  Notice,
  Row,
  Rows,
  Section,
  TextField,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { SettingsPage } from '../../staff/index.ts';
import { ALWAYS } from '../kinds.ts';

type Moment = { iso: string; text: string };
export type KindShown = {
  kind: string;
  title: string;
  what: string;
  things: [string, string];
  days: number | null;
  ran: Moment | null;
  removed: number;
};
type RetentionPageProps = {
  frame: Frame;
  hold: { id: string; reason: string; since: Moment; setBy: string | null } | null;
  kinds: KindShown[];
  reason?: string;
  errors?: Record<string, string>;
  flash?: FlashMessage;
};

/** Days in the words people use for long times: "4 years", "400 days". */
export const daysWords = (days: number): string => {
  const years = Math.floor(days / 365);
  return years > 0 && days <= years * 366
    ? `${years} ${years === 1 ? 'year' : 'years'}`
    : `${days.toLocaleString('en-US')} days`;
};
export const counted = (count: number, things: [string, string]) =>
  `${count.toLocaleString('en-US')} ${things[count === 1 ? 0 : 1]}`;

/** How long what may go is kept, what never goes, and the hold that stops all removing. */
export const RetentionPage = ({ frame, hold, kinds, reason, errors = {}, flash }: RetentionPageProps) => (
  <SettingsPage
    frame={frame}
    title="Retention"
    sub="How long what may go is kept. At first nothing is removed; each kind is switched on by itself."
    flash={flash}
  >
    {hold && (
      <Notice tone="warn" title="Everything is held: nothing is removed">
        <p>
          {hold.reason} Since <When {...hold.since} />
          {hold.setBy && `, by ${hold.setBy}`}.
        </p>
        <Form action={`/settings/holds/${hold.id}/end`} label="Lift the hold">
          <Acts>
            <Button>Lift the hold</Button>
          </Acts>
        </Form>
      </Notice>
    )}
    <Section title="What may go" id="kinds">
      <Rows label="What may go">
        {kinds.map((one) => (
          <Row
            title={one.title}
            href={`/settings/retention/${one.kind}`}
            end={one.days === null ? 'Kept' : `Removed after ${daysWords(one.days)}`}
          >
            {one.what}
            {one.removed > 0 && (
              <p class="small soft">
                {counted(one.removed, one.things)} removed so far
                {one.ran && (
                  <>
                    , last <When {...one.ran} />
                  </>
                )}
                .
              </p>
            )}
          </Row>
        ))}
      </Rows>
    </Section>
    <Section title="Never removed" id="always">
      <DefinitionList items={ALWAYS.map(([term, value]) => ({ term, value }))} />
    </Section>
    {!hold && (
      <Section title="Hold everything" id="hold">
        <p>For a lawsuit, an audit or a request for records: nothing is removed until the hold is lifted.</p>
        <Form action="/settings/holds" label="Hold everything">
          <TextField
            label="Why"
            name="reason"
            maxlength={300}
            value={reason}
            error={errors.reason}
            autocomplete="off"
          />
          <Acts>
            <Button>Hold everything</Button>
          </Acts>
        </Form>
      </Section>
    )}
  </SettingsPage>
);
