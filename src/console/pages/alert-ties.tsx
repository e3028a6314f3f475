import { Notice } from '../../ui/index.ts';
import type { AlertView } from '../alert-view.ts';

/** What the alert has to do with others: a new version being written, one that took its place, one it replaced. */
export const AlertTies = ({ view: { alert, ties, sent } }: { view: AlertView }) => {
  const one = (tie: string) => ties.find((tied) => tied.tie === tie);
  const [draft, by, of] = [one('draft'), one('replaced-by'), one('replaces')];
  const calledOff = [sent.sms, sent.email, sent.nudges.sms, sent.nudges.email].reduce(
    (sum, channel) => sum + (channel.states.cancelled ?? 0),
    0,
  );
  return (
    <>
      {by && (
        <Notice title="A newer alert took its place">
          <a href={`/alerts/${by.id}`}>{by.title}</a>.{' '}
          {calledOff > 0 ? `${calledOff} messages of this one were called off. ` : ''}Its page leads members
          to the new one.
        </Notice>
      )}
      {!by && alert.state === 'cancelled' && (
        <Notice title="Cancelled">
          {calledOff === 1 ? '1 message was called off.' : `${calledOff} messages were called off.`} What was
          out by then could not be called back.
        </Notice>
      )}
      {draft && (
        <Notice tone="warn" title="A new version is being prepared">
          <a href={`/alerts/${draft.id}/${draft.state === 'draft' ? 'edit' : 'preview'}`}>{draft.title}</a>.{' '}
          {alert.state === 'paused'
            ? 'What of this one is not out waits until the new version goes out, or until you let it go on.'
            : 'This one ends when the new version goes out.'}
        </Notice>
      )}
      {of && (
        <Notice title="It took the place of an earlier alert">
          <a href={`/alerts/${of.id}`}>{of.title}</a>
        </Notice>
      )}
    </>
  );
};
