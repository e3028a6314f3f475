import { Notice } from '../../ui/index.ts';
import { rowHref } from '../row-href.ts';

export interface CheckView {
  kind: string;
  blocking: boolean;
  message: string;
  row: { kind: string; id: string } | null;
  href?: string;
}

const hrefOf = (check: CheckView) => {
  if (check.href) return check.href;
  if (check.row) return rowHref(check.row);
  return check.kind === 'waiting_contacts' ? '/log/contacts' : null;
};

/** What is open before filing, each with a link to its row: first what blocks, then what to know. */
export const Checks = ({ checks }: { checks: CheckView[] }) => {
  const blocking = checks.filter((check) => check.blocking);
  const others = checks.filter((check) => !check.blocking);
  return (
    <>
      {blocking.length > 0 && (
        <Notice
          tone="warn"
          title={`${blocking.length} ${blocking.length === 1 ? 'row' : 'rows'} to settle before filing`}
        >
          <CheckList checks={blocking} />
        </Notice>
      )}
      {others.length > 0 && (
        <Notice title="To know">
          <CheckList checks={others} />
        </Notice>
      )}
    </>
  );
};

const CheckList = ({ checks }: { checks: CheckView[] }) => (
  <ul>
    {checks.map((check) => {
      const href = hrefOf(check);
      return (
        <li>
          {check.message} {href && <a href={href}>Open it</a>}
        </li>
      );
    })}
  </ul>
);
