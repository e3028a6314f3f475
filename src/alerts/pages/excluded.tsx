import { ConsoleLayout, Empty, PageHead, Pager, Table, type Frame } from '../../ui/index.ts';

type ExcludedProps = {
  frame: Frame;
  id: string;
  title: string;
  rows: { name: string; memberId: string; district: string; channel: string; why: string }[];
  nextHref: string | null;
};

/** Whom an alert leaves out, by name, with the reason. */
export const ExcludedPage = ({ frame, id, title, rows, nextHref }: ExcludedProps) => (
  <ConsoleLayout
    {...frame}
    current="alerts"
    title="Left out"
    back={{ href: `/alerts/${id}/preview`, label: title }}
  >
    <PageHead title="Left out" sub="People of the audience who get nothing on a channel, and why." />
    <Table
      caption="Left out"
      compact
      quietCaption
      columns={[
        { key: 'name', label: 'Member' },
        { key: 'district', label: 'District' },
        { key: 'channel', label: 'Channel' },
        { key: 'why', label: 'Why' },
      ]}
      rows={rows.map((row) => ({ ...row, name: <a href={`/members/${row.memberId}`}>{row.name}</a> }))}
      empty={
        <Empty title="Nobody is left out" text="Everybody in the audience gets this alert on each channel." />
      }
    />
    <Pager shown={rows.length} next={nextHref} />
  </ConsoleLayout>
);
