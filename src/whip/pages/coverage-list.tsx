import { OfficialTabs, OldData, type DataAge } from '../../legislature/index.ts';
import {
  ConsoleLayout,
  Empty,
  Form,
  PageHead,
  SearchField,
  StackedBar,
  Table,
  type Frame,
} from '../../ui/index.ts';
import type { CoverageLine } from '../coverage.ts';

type CoverageListProps = {
  frame: Frame;
  chambers: { id: string; name: string; seats: number }[];
  q: string;
  committees: CoverageLine[];
  age: DataAge | null;
  mayImport: boolean;
};

/** Every committee with how many of its seats members reach, and with how many somebody has spoken. */
export const CoverageListPage = ({ frame, chambers, q, committees, age, mayImport }: CoverageListProps) => (
  <ConsoleLayout {...frame} current="officials" title="Committees">
    <PageHead
      title="Committees"
      back={{ href: '/officials', label: 'Officials' }}
      sub={[
        'With how many of their seats somebody has spoken since the session began.',
        age && `Data of ${age.of}.`,
      ]
        .filter(Boolean)
        .join(' ')}
    />
    <OldData age={age} mayImport={mayImport} />
    <OfficialTabs chambers={chambers} chamberId={null} current="committees" />
    <Form action="/officials/committees" method="get" label="Find a committee">
      <SearchField label="Name of the committee" value={q} button="Find" />
    </Form>
    <Table
      caption="Committees"
      quietCaption
      columns={[
        { key: 'name', label: 'Committee' },
        { key: 'bar', label: 'Coverage' },
        { key: 'spoken', label: 'Spoken with', align: 'end' },
        { key: 'reached', label: 'Members reach', align: 'end' },
      ]}
      rows={committees.map((one) => ({
        name: <a href={`/officials/committees/${one.id}`}>{one.name}</a>,
        bar: one.seats > 0 && (
          <StackedBar
            bare
            label={one.name}
            total={one.seats}
            parts={[
              { label: 'spoken with', value: one.spoken, tone: 'accent' },
              { label: 'not yet', value: one.gaps, tone: 'none' },
            ]}
          />
        ),
        spoken: one.seats === 0 ? 'nobody sits here' : `${one.spoken} of ${one.seats}`,
        reached: one.seats > 0 && `${one.reached} of ${one.seats}`,
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
