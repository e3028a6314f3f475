import {
  Acts,
  Button,
  ConsoleLayout,
  DateField,
  DefinitionList,
  ErrorSummary,
  Form,
  PageHead,
  Section,
  fieldsOf,
  type Frame,
} from '../../ui/index.ts';
import { cap, OrganizationFields } from './organization-fields.tsx';

type OrganizationPageProps = {
  frame: Frame;
  id: string;
  name: string;
  /** The tax statuses it had, the newest first, in words. */
  spans: { since: string; status: string }[];
  values: Record<string, string | null | undefined>;
  errors: Record<string, string>;
};

/** One organization: what is said of it, and since when it has had which tax status. */
export const OrganizationPage = ({ frame, id, name, spans, values, errors }: OrganizationPageProps) => {
  const field = fieldsOf(values, errors);
  return (
    <ConsoleLayout
      {...frame}
      title={name}
      current="members"
      back={{ href: '/members/organizations', label: 'Organizations' }}
    >
      <PageHead title={name} />
      <Form action={`/members/organizations/${id}`} label={name}>
        <ErrorSummary
          problems={Object.entries(errors).map(([name, message]) => ({
            name,
            label: cap(name),
            message,
          }))}
        />
        <OrganizationFields field={field} />
        <DateField
          label="This tax status since"
          {...field('taxFrom')}
          required={false}
          hint="Where it changed: the day from which the new one holds. Reports and classes of earlier days keep the one before. Empty: today."
        />
        <Acts>
          <Button kind="main">Save</Button>
        </Acts>
      </Form>
      {spans.length > 0 && (
        <Section title="Tax status over time" id="tax">
          <DefinitionList items={spans.map(({ since, status }) => ({ term: since, value: status }))} />
          <p class="soft">Guidance, classes of the log and reports read the status of their own day.</p>
        </Section>
      )}
    </ConsoleLayout>
  );
};
