import { microsToCents } from '../../platform/money.ts';
import type { Alert, Preview } from '../../alerts/index.ts';
import {
  Columns,
  ConfirmPanel,
  ConsoleLayout,
  DefinitionList,
  formatCents,
  Notice,
  PageHead,
  PhonePreview,
  Section,
  Tag,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  alert: Alert;
  preview: Preview;
  mayLaunch: boolean;
}

/** An approved alert, one act away from going out: what it will do, in numbers. */
export const AlertLaunchPage = ({ frame, flash, alert, preview, mayLaunch }: Props) => (
  <ConsoleLayout {...frame} title={alert.title} current="alerts" flash={flash}>
    <PageHead
      back={{ href: '/alerts', label: 'Alerts' }}
      title={alert.title}
      sub={`Approved by ${alert.approval?.approvedByName ?? 'a colleague'}.`}
      tags={<Tag tone="accent">approved</Tag>}
    />
    <Columns
      main={
        <>
          {mayLaunch ? (
            <ConfirmPanel
              question={`Send to ${preview.reachable} members?`}
              consequence={
                <DefinitionList
                  items={[
                    ...preview.channels.map((one) => ({
                      term: one.channel === 'sms' ? 'By text' : 'By email',
                      value: `${one.planned} go out${one.skipped + one.onHold > 0 ? `, ${one.skipped + one.onHold} are left out` : ''}`,
                    })),
                    ...(preview.costMicros === null
                      ? []
                      : [{ term: 'Cost at most', value: formatCents(microsToCents(preview.costMicros)) }]),
                    {
                      term: 'Hours',
                      value: 'Texts go out between 9 am and 8 pm where the member is, Sundays from noon.',
                    },
                  ]}
                />
              }
              action={`/alerts/${alert.id}/launch`}
              label={`Send to ${preview.reachable} members`}
              cancelHref={`/alerts/${alert.id}/preview`}
              cancelLabel="Back to the preview"
            />
          ) : (
            <Notice title="Approved and ready">Staff, the director or the owner can send it now.</Notice>
          )}
        </>
      }
      aside={
        preview.sms && (
          <Section title="The text at its longest" id="text">
            <PhonePreview
              from={frame.network}
              messages={[{ text: preview.sms.text }]}
              segments={preview.sms.segments}
              characters={preview.sms.characters}
              encoding={preview.sms.encoding}
            />
          </Section>
        )
      }
    />
  </ConsoleLayout>
);
