import { formatIso, showWhen } from '../../platform/days.ts';
import { SettingsPage } from '../../staff/index.ts';
import {
  Acts,
  Button,
  ConfirmInPlace,
  Empty,
  Form,
  Row,
  Rows,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { kindInWords, withoutReplay } from '../dead-letter-words.ts';
import type { DeadLetterRow } from '../list-dead-letters.ts';
import { amount } from './home-words.ts';

interface Props {
  frame: Frame;
  letters: DeadLetterRow[];
  /** All that wait, more than are shown where there are very many. */
  count: number;
  now: number;
  mayReplay: boolean;
  mayDiscard: boolean;
  flash: FlashMessage | null;
}

const PLACE = '/settings/dead-letters';

/** `{"alertId":"01K…"}` as "alertId 01K…". */
const bodyInWords = (body: string): string =>
  Object.entries(JSON.parse(body) as Record<string, unknown>)
    .filter(([name, value]) => name !== 'said' && value !== null)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');

const Letter = ({ letter, now, frame, mayReplay, mayDiscard }: Props & { letter: DeadLetterRow }) => (
  <Row
    title={kindInWords(letter.kind)}
    end={<When iso={formatIso(letter.arrivedAt)} text={showWhen(letter.arrivedAt, now, frame.zone)} />}
  >
    <p>
      Tried {amount(letter.attempts, 'time')}. Why it failed last: {letter.problem ?? 'not known'}
    </p>
    <p class="soft">
      {withoutReplay(letter.kind)} {bodyInWords(letter.body)}
    </p>
    <Acts>
      {mayReplay && letter.kind !== 'unreadable' && (
        <Form action={`${PLACE}/${letter.id}/replay`}>
          <Button label={`Replay: ${kindInWords(letter.kind)}`}>Replay</Button>
        </Form>
      )}
      {mayDiscard && (
        <ConfirmInPlace
          opens="Discard"
          kind="danger"
          consequence="It is never done, and leaves this list for good. The journal keeps who discarded it."
          action={`${PLACE}/${letter.id}/discard`}
          label="Discard this message"
        />
      )}
    </Acts>
  </Row>
);

/** Work that was given up after its last try: what it was, why it failed, and the two choices. */
export const DeadLettersPage = (props: Props) => {
  const { frame, letters, count, mayReplay, mayDiscard, flash } = props;
  return (
    <SettingsPage
      frame={frame}
      title="Given-up messages"
      sub="Work that failed again and again and was set aside. Mend the cause, then replay: doing it twice does no harm."
      back={{ href: '/settings/health', label: 'Health' }}
      flash={flash ?? undefined}
    >
      {letters.length === 0 ? (
        <Empty title="Nothing was given up" text="Work that fails for good stands here with its reason." />
      ) : (
        <>
          <p>
            {amount(count, 'message')}
            {count > letters.length && `; the latest ${letters.length} are shown and taken at once`}.
          </p>
          <Acts>
            {mayReplay && (
              <Form action={`${PLACE}/replay`}>
                <Button kind="main">Replay all</Button>
              </Form>
            )}
            {mayDiscard && (
              <ConfirmInPlace
                opens="Discard all"
                kind="danger"
                consequence={`${amount(letters.length, 'message')} will never be done. The journal keeps who discarded them.`}
                action={`${PLACE}/discard`}
                label="Discard them all"
              />
            )}
          </Acts>
          <Rows label="Given-up messages">
            {letters.map((letter) => (
              <Letter {...props} letter={letter} />
            ))}
          </Rows>
        </>
      )}
    </SettingsPage>
  );
};
