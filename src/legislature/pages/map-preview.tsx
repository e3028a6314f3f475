import { ConfirmPanel, ConsoleLayout, Notice, PageHead, Row, Rows, type Frame } from '../../ui/index.ts';
import type { PreparedMap } from '../prepare-map.ts';
import { RejectedRows } from './rejected-rows.tsx';
import { countOf } from './words.ts';

type MapPreviewPageProps = {
  frame: Frame;
  hash: string;
  fileName: string;
  on: string;
  /** "Jan 3, 2033" */
  begins: string;
  maps: PreparedMap[];
  rejected: { line: number; field: string; reason: string }[];
};

/** What a file would prepare, before it does. */
export const MapPreviewPage = ({
  frame,
  hash,
  fileName,
  on,
  begins,
  maps,
  rejected,
}: MapPreviewPageProps) => (
  <ConsoleLayout {...frame} current="officials" title="What would be prepared">
    <PageHead
      title={`A new map from ${begins}`}
      back={{ href: '/officials/maps', label: 'Maps of seats' }}
      sub={`${fileName}. Nothing has been written yet.`}
    />
    <Rows label="Maps in this file">
      {maps.map((map) => (
        <Row title={map.name}>
          <p>
            {countOf(map.seats, 'seat')}, reached by {countOf(map.districts, 'school district')}.{' '}
            {map.unreached === 0
              ? 'Every school district with members reaches one.'
              : `${countOf(map.unreached, 'school district')} with members would reach none of its seats.`}
          </p>
          {map.replaces && <p>It replaces the map that was prepared for {map.replaces}.</p>}
        </Row>
      ))}
    </Rows>
    <RejectedRows rejected={rejected} />
    {maps.length === 0 ? (
      <Notice tone="problem" title="No row of this file can be taken." />
    ) : (
      <ConfirmPanel
        question={rejected.length > 0 ? 'Prepare the good rows only?' : 'Prepare this map?'}
        consequence={
          <p>
            Nothing changes before {begins}. On that day the old map ends and people leave its seats; the next
            file of officials says who holds the new ones.
          </p>
        }
        action={`/officials/maps/${hash}/confirmation`}
        label={
          rejected.length > 0 ? `Prepare without ${countOf(rejected.length, 'row')}` : 'Prepare the new map'
        }
        cancelHref="/officials/maps"
      >
        <input type="hidden" name="on" value={on} />
        {rejected.length > 0 && <input type="hidden" name="acceptGoodRows" value="1" />}
      </ConfirmPanel>
    )}
  </ConsoleLayout>
);
