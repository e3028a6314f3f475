import { showDay } from '../../platform/days.ts';
import { showCents } from '../../platform/money.ts';
import { ConfirmPanel, ConsoleLayout, PageHead, type Frame } from '../../ui/index.ts';
import { Checks, type CheckView } from './checks.tsx';

interface Props {
  frame: Frame;
  obligationId: string;
  filingId: string;
  name: string;
  office: string;
  dueOn: string;
  version: number;
  totalCents: number;
  lineCount: number;
  checks: CheckView[];
}

/** Asks once more before a report is filed, by saying what that does and what it does not. */
export const FilePage = (props: Props) => {
  const { frame, obligationId, filingId, name, office, dueOn, version, totalCents, lineCount, checks } =
    props;
  const back = `/filings/${obligationId}`;
  return (
    <ConsoleLayout {...frame} title={`File ${name}`} current="filings" back={{ href: back, label: name }}>
      <PageHead title={`File ${name}`} sub={`${office}. Due ${showDay(dueOn, { year: true })}.`} />
      <Checks checks={checks} />
      <ConfirmPanel
        question="File it: freezes a copy"
        consequence={
          <>
            <p>
              {`${lineCount} lines, ${showCents(totalCents)} in all${version > 1 ? `, as version ${version} that amends the one filed before` : ''}. A page, a PDF, a workbook, a CSV and a JSON file are frozen with their SHA-256, and the rows behind them count as reported.`}
            </p>
            <p>{`This does not send anything to the ${office}: key the lines in there, in this order.`}</p>
          </>
        }
        action={`${back}/filing`}
        label="File it"
        cancelHref={back}
      >
        <input type="hidden" name="filingId" value={filingId} />
      </ConfirmPanel>
    </ConsoleLayout>
  );
};
