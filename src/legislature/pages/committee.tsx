import { ConsoleLayout, Empty, PageHead, Table, type Frame } from '../../ui/index.ts';
import { countOf } from './words.ts';

type CommitteePageProps = {
  frame: Frame;
  committee: { name: string; where: string; age: string };
  members: {
    officialId: string;
    name: string;
    role: string;
    seatName: string | null;
    party: string | null;
    reached: number;
  }[];
};

/** Who sits on a committee, and how many members of the network reach each of them. */
export const CommitteePage = ({ frame, committee, members }: CommitteePageProps) => (
  <ConsoleLayout {...frame} current="officials" title={committee.name}>
    <PageHead
      title={committee.name}
      back={{ href: '/officials/committees', label: 'Committees' }}
      sub={`${committee.where}. ${committee.age}`}
    />
    <Table
      caption="Who sits on this committee"
      compact
      quietCaption
      columns={[
        { key: 'name', label: 'Official' },
        { key: 'role', label: 'Role' },
        { key: 'seat', label: 'Seat' },
        { key: 'party', label: 'Party' },
        { key: 'reached', label: 'Reached by', align: 'end' },
      ]}
      rows={members.map((one) => ({
        name: <a href={`/officials/${one.officialId}`}>{one.name}</a>,
        role: one.role,
        seat: one.seatName ?? 'no seat now',
        party: one.party,
        reached: countOf(one.reached, 'member'),
      }))}
      empty={<Empty title="Nobody sits here" text="The last file names no members of this committee." />}
    />
  </ConsoleLayout>
);
