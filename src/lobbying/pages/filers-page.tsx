import { showShortDay } from '../../platform/days.ts';
import {
  ConsoleLayout,
  Empty,
  LinkButton,
  PageHead,
  Section,
  Table,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  regimes: { id: string; name: string }[];
  filers: {
    organizationId: string;
    organizationName: string;
    regime: string;
    fromOn: string;
    toOn: string | null;
  }[];
  lobbyists: {
    id: string;
    name: string;
    kind: string;
    regime: string;
    organizationName: string;
    fromOn: string;
    toOn: string | null;
  }[];
  mayChange: boolean;
}

const span = (from: string, to: string | null) =>
  `${showShortDay(from, { year: true })}${to ? ` to ${showShortDay(to, { year: true })}` : ' on'}`;

/** Who files where, and who lobbies for whom. */
export const FilersPage = ({ frame, flash, regimes, filers, lobbyists, mayChange }: Props) => {
  const nameOf = (id: string) => {
    const name = regimes.find((one) => one.id === id)?.name ?? id;
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  return (
    <ConsoleLayout
      {...frame}
      title="Who files and who lobbies"
      current="log"
      flash={flash}
      back={{ href: '/log', label: 'Log' }}
    >
      <PageHead
        title="Who files and who lobbies"
        sub="From the first day here, the log is classed in that state and its reports fall due."
      />
      <Section title="Filers" id="filers">
        <Table
          caption="Filers"
          quietCaption
          columns={[
            { key: 'who', label: 'Organization' },
            { key: 'where', label: 'Where' },
            { key: 'when', label: 'From' },
          ]}
          rows={filers.map((one) => ({
            who: one.organizationName,
            where: nameOf(one.regime),
            when: span(one.fromOn, one.toOn),
          }))}
          empty={
            <Empty
              title="Nobody files yet"
              text="Say where the association reports its lobbying, and since when. Its due dates then appear under Filings."
            />
          }
        />
        {mayChange && (
          <p>
            <LinkButton href="/log/filers/new">Add a filer</LinkButton>
          </p>
        )}
      </Section>
      <Section title="Lobbyists" id="lobbyists">
        <Table
          caption="Lobbyists"
          quietCaption
          columns={[
            { key: 'who', label: 'Name' },
            { key: 'for', label: 'For' },
            { key: 'where', label: 'Where' },
            { key: 'when', label: 'From' },
            ...(mayChange ? [{ key: 'end', label: 'Change' }] : []),
          ]}
          rows={lobbyists.map((one) => ({
            who: one.name,
            end: one.toOn ? '' : <a href={`/log/lobbyists/${one.id}/end`}>Set their last day</a>,
            for: one.organizationName,
            where: nameOf(one.regime),
            when: span(one.fromOn, one.toOn),
          }))}
          empty={
            <Empty
              title="No lobbyist is named"
              text="Name the people who lobby for pay. Members are never named here by themselves."
            />
          }
        />
        {mayChange && (
          <p>
            <LinkButton href="/log/lobbyists/new">Name a lobbyist</LinkButton>
          </p>
        )}
      </Section>
    </ConsoleLayout>
  );
};
