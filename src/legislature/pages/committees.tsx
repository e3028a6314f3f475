import { ConsoleLayout, Empty, Form, PageHead, SearchField, Table, type Frame } from '../../ui/index.ts';
import { OfficialTabs } from './officials.tsx';

type CommitteesPageProps = {
  frame: Frame;
  chambers: { id: string; name: string; seats: number }[];
  q: string;
  committees: { id: string; name: string; where: string; members: number }[];
  age: string | null;
};

/** Every committee with how many sit on it. */
export const CommitteesPage = ({ frame, chambers, q, committees, age }: CommitteesPageProps) => (
  <ConsoleLayout {...frame} current="officials" title="Committees">
    <PageHead title="Committees" back={{ href: '/officials', label: 'Officials' }} sub={age} />
    <OfficialTabs chambers={chambers} chamberId={null} current="committees" />
    <Form action="/officials/committees" method="get" label="Find a committee">
      <SearchField label="Name of the committee" value={q} button="Find" />
    </Form>
    <Table
      caption="Committees"
      quietCaption
      columns={[
        { key: 'name', label: 'Committee' },
        { key: 'where', label: 'Chamber' },
        { key: 'members', label: 'Members', align: 'end' },
      ]}
      rows={committees.map((one) => ({
        name: <a href={`/officials/committees/${one.id}`}>{one.name}</a>,
        where: one.where,
        members: String(one.members),
      }))}
      empty={
        <Empty
          title={q ? 'No committee found' : 'No committees yet'}
          text={q ? 'Check the spelling, or show all.' : 'Import a file of committees after the officials.'}
        />
      }
    />
  </ConsoleLayout>
);
