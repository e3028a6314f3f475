import { showShortDay } from '../../platform/days.ts';
import { SettingsPage } from '../../staff/index.ts';
import {
  ConfirmInPlace,
  Empty,
  kept,
  Section,
  Table,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { DAYS, type Days, type Stretch } from '../hours.ts';
import { DAYS_WORDS, stretchWords } from '../hours-words.ts';
import { stateWords } from '../state-names.ts';
import { HoursForm, type HoursFormState } from './hours-form.tsx';

interface Ruled {
  days: Days;
  opens: string | null;
  closes: string | null;
  fromOn: string;
  toOn: string | null;
  source: string;
}
interface Override extends Ruled {
  id: string;
  state: string;
  reason: string | null;
  setByName: string | null;
  ended: boolean;
  begun: boolean;
}

interface Props {
  frame: Frame;
  today: string;
  network: Record<Days, Stretch | null>;
  networkRows: Ruled[];
  states: { state: string; week: Record<Days, Stretch | null>; rows: Ruled[] }[];
  overrides: Override[];
  /** Null for those who may look only. */
  form: HoursFormState | null;
  flash?: FlashMessage;
}

const day = (date: string) => showShortDay(date, { year: true });
const time = (row: Ruled) =>
  row.toOn === null ? `since ${day(row.fromOn)}` : `${day(row.fromOn)} to ${day(row.toOn)}`;

/** Each source of some rows once, with its dates and the hours it gives. */
const Sources = ({ rows }: { rows: Ruled[] }) => (
  <>
    {[...new Set(rows.map((row) => row.source))].map((source) => {
      const from = rows.filter((row) => row.source === source);
      return (
        <p>
          {DAYS.flatMap((days) => from.filter((row) => row.days === days))
            .map((row) => `${DAYS_WORDS[row.days]} ${stretchWords(row)}`)
            .join(', ')}
          , {from[0] && time(from[0])}. <span class="soft">{kept(source.replace(/\.?$/, '.'))}</span>
        </p>
      );
    })}
  </>
);

/** When texts go out, by whose rule, and what persons have set instead. */
export const HoursPage = (props: Props) => {
  const { frame, network, networkRows, states, overrides, form, flash } = props;
  return (
    <SettingsPage
      frame={frame}
      title="Hours"
      sub="Texts go out in these hours by the clock of whoever reads them. Emails, and answers to somebody who wrote, go at any hour."
      flash={flash}
      wide
    >
      <Section title="Hours of the network" id="network">
        <Table
          caption="Hours of the network"
          quietCaption
          keep
          columns={[
            { key: 'days', label: 'Days' },
            { key: 'hours', label: 'Texts go out' },
          ]}
          rows={DAYS.map((days) => ({ days: DAYS_WORDS[days], hours: stretchWords(network[days]) }))}
        />
        <Sources rows={networkRows} />
      </Section>
      <Section title="Set by a person" id="overrides">
        <Overrides {...props} overrides={overrides} mayEnd={form !== null} />
      </Section>
      {form && (
        <Section title="Set other hours" id="set">
          <HoursForm {...form} />
        </Section>
      )}
      <Section title="States with hours of their own" id="states">
        <p>
          A member is in the state of their district. The network’s hours hold where a state’s are wider.
          Tables of these hours disagree, so the narrower ones are taken; have them checked by counsel.
        </p>
        {states.length === 0 ? (
          <Empty title="No state has hours of its own" text="The hours of the network hold everywhere." />
        ) : (
          <details>
            <summary>
              {states.length === 1 ? 'One state' : `${states.length} states`}, each with its source
            </summary>
            <Table
              caption="States with hours of their own"
              quietCaption
              columns={[
                { key: 'state', label: 'State' },
                ...DAYS.map((days) => ({ key: days, label: DAYS_WORDS[days], nowrap: true })),
                { key: 'source', label: 'By which rule' },
              ]}
              rows={states.map((one) => ({
                state: stateWords(one.state),
                ...Object.fromEntries(DAYS.map((days) => [days, stretchWords(one.week[days])])),
                source: one.rows.length === 0 ? 'Set by a person' : <Sources rows={one.rows} />,
              }))}
            />
          </details>
        )}
      </Section>
    </SettingsPage>
  );
};

const Overrides = ({
  overrides,
  network,
  mayEnd,
}: Pick<Props, 'overrides' | 'network'> & { mayEnd: boolean }) => (
  <Table
    caption="Hours set by a person"
    quietCaption
    columns={[
      { key: 'where', label: 'Where' },
      { key: 'hours', label: 'Texts go out' },
      { key: 'when', label: 'From, until' },
      { key: 'why', label: 'Why' },
      { key: 'who', label: 'Set by' },
      ...(mayEnd ? [{ key: 'act', label: 'End' }] : []),
    ]}
    rows={overrides.map((one) => ({
      where: stateWords(one.state),
      hours: `${DAYS_WORDS[one.days]} ${stretchWords(one)}`,
      when: time(one),
      why: one.reason,
      who: one.setByName ?? 'Somebody who left the staff',
      ...(mayEnd && {
        act: one.ended ? (
          <span class="soft">Ended</span>
        ) : (
          <ConfirmInPlace
            opens="End"
            kind="danger"
            consequence={`From now on the hours of the network${one.state === '*' ? '' : ' and of the state'} hold again: ${stretchWords(network[one.days])} at the widest. Texts that wait are held to them too.`}
            action={`/settings/hours/${one.id}/end`}
            label="End these hours"
          />
        ),
      }),
    }))}
    empty={
      <Empty
        title="Nobody has set other hours"
        text="The owner or the director can, with a reason: for a vote on a Sunday, or when counsel has read a state’s law."
      />
    }
  />
);
