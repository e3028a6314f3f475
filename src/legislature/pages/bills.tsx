import {
  ConsoleLayout,
  Empty,
  Form,
  LinkButton,
  PageHead,
  Pager,
  SearchField,
  type Frame,
} from '../../ui/index.ts';
import { BillRows, type BillLine } from './agenda.tsx';

type BillsPageProps = {
  frame: Frame;
  sessionId: string | null;
  sessionName: string | null;
  q: string;
  bills: BillLine[];
  nextHref: string | null;
  mayWrite: boolean;
};

/** Bills by number. */
export const BillsPage = ({
  frame,
  sessionId,
  sessionName,
  q,
  bills,
  nextHref,
  mayWrite,
}: BillsPageProps) => (
  <ConsoleLayout {...frame} current="agenda" title="Bills">
    <PageHead
      title="Bills"
      back={{ href: '/agenda', label: 'Agenda' }}
      sub={sessionName}
      actions={mayWrite && <LinkButton href="/agenda/bills/new">Add a bill</LinkButton>}
    />
    <Form action="/agenda/bills" method="get" label="Find a bill">
      {sessionId && <input type="hidden" name="session" value={sessionId} />}
      <SearchField label="Number or title" value={q} button="Find" />
    </Form>
    {bills.length === 0 ? (
      <Empty
        title={q ? 'No bill found' : 'No bills yet'}
        text={q ? 'Check the number, or show all.' : 'Add the bills that the network follows.'}
      />
    ) : (
      <>
        <BillRows bills={bills} />
        <Pager shown={bills.length} next={nextHref} />
      </>
    )}
  </ConsoleLayout>
);
