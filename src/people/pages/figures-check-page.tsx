import {
  Acts,
  Button,
  ConsoleLayout,
  DefinitionList,
  Form,
  LinkButton,
  Notice,
  PageHead,
  Section,
  Table,
  type Frame,
} from '../../ui/index.ts';
import type { FiguresReport } from '../import-figures.ts';
import { count } from '../import-members.ts';
import { Remarks, SHOWN_ROWS, shownOf } from './remarks.tsx';

type FiguresCheckPageProps = {
  frame: Frame;
  report: Omit<FiguresReport, 'changes'> & {
    changes: { line: number; district: string; key: string; before: string | null; now: string }[];
  };
  /** What the form sends again: the file itself, base64, and what was told once for all rows. */
  carried: { content: string; source?: string; asOf?: string };
};

/** What a file of figures would change, figure by figure, and which rows cannot be taken. */
export const FiguresCheckPage = ({ frame, report, carried }: FiguresCheckPageProps) => {
  const { changes } = report;
  return (
    <ConsoleLayout
      {...frame}
      title={`Look at ${report.fileName}`}
      current="members"
      back={{ href: '/members/districts/figures', label: 'Figures' }}
    >
      <PageHead title={report.fileName} sub="Nothing has been written yet." />
      <DefinitionList
        figures
        items={[
          { term: 'Rows', value: report.rows },
          { term: 'New figures', value: changes.filter((one) => one.before === null).length },
          { term: 'Changed figures', value: changes.filter((one) => one.before !== null).length },
          { term: 'Rows as they are', value: report.unchanged },
          { term: 'Cannot be taken', value: report.rejectedRows },
          { term: 'Columns of figures', value: report.figures.join(', ') },
          ...(report.ignored.length > 0
            ? [{ term: 'Columns not used', value: report.ignored.join(', ') }]
            : []),
        ]}
      />
      <Remarks title="Rows that cannot be taken" id="rejected" remarks={report.rejected} />
      {changes.length === 0 && report.rejectedRows === 0 && (
        <Notice title="This file changes nothing.">
          <p>Its cells are empty, or every figure stands here as the file has it.</p>
        </Notice>
      )}
      <Form action="/members/districts/figures" files label="Put in the figures">
        {Object.entries({ fileName: report.fileName, ...carried }).map(([name, value]) => (
          <input type="hidden" name={name} value={value ?? ''} />
        ))}
        <Acts>
          {changes.length > 0 && (
            <Button
              kind={report.rejectedRows === 0 ? 'main' : undefined}
              name="act"
              value={report.rejectedRows === 0 ? 'import' : 'good-rows'}
            >
              Put in {count(changes.length, 'figure')}
              {report.rejectedRows > 0 && `, leave out ${count(report.rejectedRows, 'row')}`}
            </Button>
          )}
          <LinkButton href="/members/districts/figures">
            {report.rejectedRows ? 'Mend the file first' : 'Go back'}
          </LinkButton>
        </Acts>
      </Form>
      {changes.length > 0 && (
        <Section title="What would change" id="changes" aside={shownOf(changes)}>
          <Table
            caption="What would change"
            quietCaption
            columns={[
              { key: 'district', label: 'District' },
              { key: 'key', label: 'Figure' },
              { key: 'before', label: 'Now' },
              { key: 'now', label: 'Then' },
            ]}
            rows={changes
              .slice(0, SHOWN_ROWS)
              .map((one) => ({ ...one, before: one.before ?? <span class="soft">not known</span> }))}
          />
        </Section>
      )}
    </ConsoleLayout>
  );
};
