import { showMoment } from '../../platform/days.ts';
import { forecastInWords, weekInWords, type Alert, type Preview } from '../../alerts/index.ts';
import {
  Columns,
  ConsoleLayout,
  DefinitionList,
  Notice,
  PageHead,
  PhonePreview,
  Section,
  Tag,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { AlertStart, type StartForm } from './alert-start.tsx';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  alert: Alert;
  preview: Preview;
  mayLaunch: boolean;
  now: number;
  late: boolean;
  /** When texts go out, in words; null where none do. */
  hours: string | null;
  /** Why the clock did not send it when it was to. */
  refused: { at: number; message: string } | null;
  /** The alert that ends when this one goes out. */
  takesPlace: { title: string; out: number; ahead: number } | null;
  form: StartForm;
}

/** An approved alert, one act away from going out: what it will do, in numbers. */
export const AlertLaunchPage = ({
  frame,
  flash,
  alert,
  preview,
  mayLaunch,
  now,
  late,
  hours,
  refused,
  takesPlace,
  form,
}: Props) => (
  <ConsoleLayout {...frame} title={alert.title} current="alerts" flash={flash}>
    <PageHead
      back={{ href: '/alerts', label: 'Alerts' }}
      title={alert.title}
      sub={`Approved by ${alert.approval?.approvedByName ?? 'a colleague'}.`}
      tags={late ? <Tag tone="warn">late</Tag> : <Tag tone="accent">{alert.state}</Tag>}
    />
    <Columns
      main={
        <>
          {refused && (
            <Notice tone="warn" title={`It did not go out ${showMoment(refused.at, now, frame.zone)}`}>
              {refused.message}
            </Notice>
          )}
          {takesPlace && (
            <Notice title={`Takes the place of “${takesPlace.title}”`}>
              {takesPlace.out} messages of that alert are out already. Sending this one ends it:{' '}
              {takesPlace.ahead} that are not out are called off, and its page leads members here.
            </Notice>
          )}
          {mayLaunch ? (
            <AlertStart
              alert={alert}
              zone={frame.zone}
              now={now}
              late={late}
              people={preview.reachable}
              form={form}
              tooLate={
                preview.forecast.missing > (alert.approval?.forecast?.missing ?? 0)
                  ? preview.forecast.missing
                  : 0
              }
              consequence={
                <DefinitionList
                  items={[
                    ...preview.channels.map((one) => ({
                      term: one.channel === 'sms' ? 'By text' : 'By email',
                      value: `${one.planned} go out${one.skipped + one.onHold > 0 ? `, ${one.skipped + one.onHold} are left out` : ''}`,
                    })),
                    ...forecastInWords(preview.forecast, now, frame.zone),
                    ...(preview.week
                      ? [{ term: 'Their week', value: weekInWords(preview.week).join(' ') }]
                      : []),
                    ...(hours === null
                      ? []
                      : [
                          {
                            term: 'Hours',
                            value: `Texts go out ${hours}, and within the hours of their state.`,
                          },
                        ]),
                  ]}
                />
              }
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
