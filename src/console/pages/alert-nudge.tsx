import {
  forecastInWords,
  weekInWords,
  type Alert,
  type SendForecast,
  type Week,
} from '../../alerts/index.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  DefinitionList,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Section,
  Table,
  TextArea,
  type FieldProblem,
  type Frame,
} from '../../ui/index.ts';

interface Props {
  frame: Frame;
  alert: Alert;
  /** Those who have not answered, by region; one region alone where the nudge is for that. */
  regions: { id: string | null; name: string; silent: number }[];
  /** What would become of it; null where it may not be sent now. */
  foretold: { forecast: SendForecast; week: Week | null } | null;
  now: number;
  values: { smsText: string; emailText: string; regionId: string };
  problems: FieldProblem[];
}

/** A reminder to those who have not answered, in its own words; whom it reaches stands above. */
export const AlertNudgePage = ({ frame, alert, regions, foretold, now, values, problems }: Props) => {
  const silent = regions.reduce((sum, one) => sum + one.silent, 0);
  const where = values.regionId ? ` in ${regions[0]?.name ?? 'this region'}` : '';
  return (
    <ConsoleLayout
      {...frame}
      title={`Nudge: ${alert.title}`}
      current="alerts"
      back={{ href: `/alerts/${alert.id}`, label: alert.title }}
    >
      <PageHead
        title={`Nudge the ${silent}${where}`}
        sub="It goes only to members who were asked and have not answered, within their texting hours."
      />
      <ErrorSummary problems={problems} />
      <Section title="Who gets it" id="who">
        <Table
          caption="Members who have not answered, by region"
          quietCaption
          columns={[
            { key: 'region', label: 'Region' },
            { key: 'silent', label: 'Have not answered', align: 'end' },
          ]}
          rows={regions.map((one) => ({
            region:
              one.id && !values.regionId ? (
                <a href={`/alerts/${alert.id}/nudge?region=${one.id}`}>{one.name}</a>
              ) : (
                one.name
              ),
            silent: one.silent,
          }))}
        />
        {values.regionId && (
          <p>
            <a href={`/alerts/${alert.id}/nudge`}>All regions</a>
          </p>
        )}
      </Section>
      {foretold && (
        <Section title="If it were sent now" id="forecast">
          <DefinitionList items={forecastInWords(foretold.forecast, now, frame.zone)} />
          {foretold.week && weekInWords(foretold.week).map((sentence) => <p>{sentence}</p>)}
        </Section>
      )}
      <Form action={`/alerts/${alert.id}/nudges`}>
        {values.regionId && <input type="hidden" name="regionId" value={values.regionId} />}
        <TextArea
          label="Text"
          name="smsText"
          value={values.smsText}
          rows={4}
          hint="The link and the choices are added for you."
          error={problems.find((one) => one.name === 'smsText')?.message}
        />
        <TextArea
          label="Email"
          name="emailText"
          value={values.emailText}
          rows={8}
          error={problems.find((one) => one.name === 'emailText')?.message}
        />
        <Acts>
          <Button kind="main">{silent === 1 ? 'Nudge 1 member' : `Nudge ${silent} members`}</Button>
          <LinkButton href={`/alerts/${alert.id}`}>Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};
