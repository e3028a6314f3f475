import { OFFICIAL_STANCES } from '../../legislature/index.ts';
import { METHOD_LABELS, STANCE_LABELS } from '../../lobbying/index.ts';
import { showShortDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  DateField,
  ErrorSummary,
  Form,
  Radios,
  Row,
  Rows,
  Section,
  Select,
  Tag,
  TextArea,
} from '../../ui/index.ts';
import type { BoardSeat } from '../board.ts';
import type { Board } from '../show-board.ts';
import { boardHref } from '../seat-words.ts';

/** A note of a stance as it was sent, with what is wrong in it. */
export interface SentStance {
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
}

type SeatPanelProps = {
  board: Board;
  asked: Record<string, string>;
  seat: BoardSeat;
  mayNote: boolean;
  ofMember: boolean;
  mayName: boolean;
  reportId: string;
  sent: SentStance | null;
};

/** One seat of the board: what was heard from its holder, who could ask next, and the form that notes what they say. */
export const SeatPanel = (props: SeatPanelProps) => {
  const { board, asked, seat, mayNote, mayName } = props;
  return (
    <div class="stack seat-panel" id="seat">
      <Section
        title={`${seat.name}, ${seat.seat}`}
        id="seat-name"
        more={{ href: `${boardHref(board, asked, { seat: '' })}#picture`, label: 'Close' }}
      >
        <p>
          <Tag tone={seat.group.tone}>{seat.group.label}</Tag>{' '}
          <span class="soft">{[seat.party, seat.role].filter(Boolean).join(', ')}</span>
        </p>
        {board.heard.length === 0 ? (
          <p class="soft">Nobody has reported a word from them on {board.bill.number}.</p>
        ) : (
          <Rows label="What was heard">
            {board.heard.map((one) => (
              <Row
                title={one.group?.label ?? 'Spoke, no word on the bill'}
                beside={one.by}
                end={showShortDay(one.onDate)}
              >
                {one.note && <span class="soft">{one.note}</span>}
              </Row>
            ))}
          </Rows>
        )}
        {mayName && (
          <p class="small">
            <a href={`/officials/${seat.officialId}`}>Phone, committees and districts</a>
          </p>
        )}
      </Section>
      {mayName && (
        <Section title="Who could ask" id="askers">
          {seat.askers.length === 0 ? (
            <p class="soft">
              No member reaches this seat. Set the reach of a district, or ask them yourself.
            </p>
          ) : (
            <Rows>
              {seat.askers.map((asker) => (
                <Row title={asker.name} href={`/members/${asker.memberId}`} beside={asker.district}>
                  <span class="soft">{asker.why}</span>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
      )}
      {mayNote && <StanceForm {...props} />}
    </div>
  );
};

const LABELS: Record<string, string> = {
  stance: 'Where they stand on the bill',
  memberId: 'Who heard it',
  method: 'How',
  onDate: 'Day',
  note: 'Note',
};

const StanceForm = ({ board, asked, seat, ofMember, reportId, sent }: SeatPanelProps) => {
  const { values, errors } = sent ?? { values: {} as SentStance['values'], errors: {} };
  const field = (name: string) => ({ name, label: LABELS[name] ?? name, error: errors[name] ?? null });
  return (
    <Section title="Note what they say" id="note">
      <Form action={`/agenda/bills/${board.bill.id}/board/stances`} label={`Note where ${seat.name} stands`}>
        <ErrorSummary
          problems={Object.entries(errors).map(([name, message]) => ({
            name,
            label: LABELS[name] ?? name,
            message,
          }))}
        />
        <input type="hidden" name="id" value={values.id ?? reportId} />
        <input type="hidden" name="officialId" value={seat.officialId ?? ''} />
        {Object.entries({ ...asked, in: board.body?.id ?? '' }).map(([name, value]) => (
          <input type="hidden" name={name === 'in' ? 'body' : name} value={value} />
        ))}
        <Radios
          {...field('stance')}
          options={OFFICIAL_STANCES.map((value) => ({ value, label: STANCE_LABELS[value] }))}
          value={values.stance}
        />
        <Select
          {...field('memberId')}
          required={ofMember}
          prompt={ofMember ? 'Choose the member' : 'I did'}
          options={seat.askers.map((asker) => ({
            value: asker.memberId,
            label: [asker.name, asker.district].filter(Boolean).join(', '),
          }))}
          value={values.memberId}
        />
        <Select
          {...field('method')}
          required={false}
          prompt="Not said"
          options={Object.entries(METHOD_LABELS).map(([value, label]) => ({ value, label }))}
          value={values.method}
        />
        <DateField {...field('onDate')} value={values.onDate ?? board.today} max={board.today} />
        <TextArea {...field('note')} required={false} rows={2} value={values.note} />
        <Acts>
          <Button kind="main">Note it</Button>
        </Acts>
      </Form>
    </Section>
  );
};
