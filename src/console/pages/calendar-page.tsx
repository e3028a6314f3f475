import {
  Acts,
  Button,
  ConsoleLayout,
  Form,
  Notice,
  PageHead,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  /** Of the calendar just made: shown this once. */
  address: string | null;
  since: { iso: string; text: string } | null;
  /** Whether this person reads what falls due; else the calendar has hearings alone. */
  reports: boolean;
}

/** A person's own calendar of hearings and due dates, for their phone or desk. */
export const CalendarPage = ({ frame, flash, address, since, reports }: Props) => (
  <ConsoleLayout
    {...frame}
    title="Subscribe to the calendar"
    current={reports ? 'filings' : 'agenda'}
    flash={flash}
    back={reports ? { href: '/filings', label: 'Filings' } : { href: '/agenda/bills', label: 'Bills' }}
  >
    <PageHead
      title="Subscribe to the calendar"
      sub={
        reports
          ? 'Hearings, and reports to file with our own day and the office’s, in the calendar you use.'
          : 'Hearings of the bills we follow, in the calendar you use.'
      }
    />
    {address && (
      <Notice tone="done" title="Your calendar’s address, shown this once">
        <p>
          <code>{address}</code>
        </p>
        {reports && (
          <p>
            Hearings alone: <code>{address}?only=hearings</code>
          </p>
        )}
        <p>Add it in your calendar as a subscription by address. Whoever has it can read the calendar.</p>
      </Notice>
    )}
    {since && !address && (
      <p>
        You have had a calendar since <When iso={since.iso} text={since.text} />. A new one ends it.
      </p>
    )}
    <Form action="/filings/calendar" label="Make the calendar">
      <Acts>
        <Button kind={since ? undefined : 'main'}>{since ? 'Make a new address' : 'Make my calendar'}</Button>
      </Acts>
    </Form>
    {since && (
      <Form action="/filings/calendar/end" label="End the calendar">
        <Acts>
          <Button>End my calendar</Button>
        </Acts>
      </Form>
    )}
  </ConsoleLayout>
);
