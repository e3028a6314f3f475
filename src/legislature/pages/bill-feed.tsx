import { Acts, Button, Form, Notice, Section } from '../../ui/index.ts';
import type { DataAge } from '../data-age.ts';
import { OldData } from './data-age.tsx';

export interface BillFeedLine {
  /** "LegiScan" */
  service: string;
  status: string;
  statusOn: string;
  /** "Mar 3, 2027" */
  since: string;
  url: string | null;
  age: DataAge | null;
}
type BillFeedProps = {
  bill: { id: string; title: string; status: string; issueId: string | null };
  feed: BillFeedLine | null;
  mayWrite: boolean;
  mayImport: boolean;
};

/** What a service says of a bill, where one is asked: its status where ours differs, and whose data these are. */
export const BillFeed = ({ bill, feed, mayWrite, mayImport }: BillFeedProps) =>
  feed && (
    <Section title="Followed by itself" id="feed">
      <OldData age={feed.age} mayImport={mayImport} />
      {feed.status !== bill.status && (
        <Notice title={`${feed.service} says: ${feed.status}, since ${feed.since}.`}>
          <p>The status here is in your own words, so it stays.</p>
          {mayWrite && (
            <Form action={`/agenda/bills/${bill.id}`} label={`Take the status of ${feed.service}`}>
              <input type="hidden" name="title" value={bill.title} />
              <input type="hidden" name="status" value={feed.status} />
              <input type="hidden" name="statusOn" value={feed.statusOn} />
              <input type="hidden" name="issueId" value={bill.issueId ?? ''} />
              <Acts>
                <Button kind="quiet">Take it, and follow it again</Button>
              </Acts>
            </Form>
          )}
        </Notice>
      )}
      <p class="small soft">
        Actions, votes and hearings from {feed.url ? <a href={feed.url}>{feed.service}</a> : feed.service}
        {feed.service === 'LegiScan' && ' LLC, CC BY 4.0'}
        {feed.age && `, as of ${feed.age.of}`}. What you add stays as you wrote it.
      </p>
    </Section>
  );
