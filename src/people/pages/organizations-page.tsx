import {
  Acts,
  Button,
  Columns,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  Form,
  PageHead,
  Section,
  Table,
  fieldsOf,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { Organization } from '../organization.ts';
import { cap, OrganizationFields } from './organization-fields.tsx';
import { PeopleTabs } from './people-tabs.tsx';

type OrganizationsPageProps = {
  frame: Frame;
  flash?: FlashMessage | null;
  organizations: (Pick<Organization, 'id' | 'name' | 'shortName' | 'kind'> & { tax: string | null })[];
  regions: { id: string; name: string; members: number }[];
  groups: { id: string; name: string; members: number }[];
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
  id: string;
  mayWrite: boolean;
};

export const OrganizationsPage = (props: OrganizationsPageProps) => {
  const { frame, flash, organizations, regions, groups, values, errors, id, mayWrite } = props;
  return (
    <ConsoleLayout {...frame} title="Organizations" current="members" flash={flash}>
      <PageHead
        title="Organizations, regions and groups"
        sub="The association, its affiliates and partners; where members are, and what they belong to."
      />
      <PeopleTabs at="organizations" />
      <Section title="Organizations" id="organizations">
        <Table
          caption="Organizations"
          quietCaption
          columns={[
            { key: 'name', label: 'Name' },
            { key: 'kind', label: 'Kind' },
            { key: 'tax', label: 'Tax status' },
          ]}
          rows={organizations.map((one) => ({
            name: (
              <>
                {mayWrite ? <a href={`/members/organizations/${one.id}`}>{one.name}</a> : one.name} (
                {one.shortName})
              </>
            ),
            kind: cap(one.kind),
            tax: one.tax ?? <span class="soft">Not known yet</span>,
          }))}
          empty={
            <Empty
              title="No organization yet"
              text="Add your association first: members belong to it, and filings are made in its name."
            />
          }
        />
      </Section>
      <Columns
        main={<NamedCounts title="Regions" id="regions" param="region" rows={regions} />}
        aside={<NamedCounts title="Groups" id="groups" param="group" rows={groups} />}
      />
      {mayWrite && (
        <Section title="Add an organization" id="new">
          <ErrorSummary
            problems={Object.entries(errors).map(([name, message]) => ({ name, label: cap(name), message }))}
          />
          <Form action="/members/organizations" label="Add an organization">
            <input type="hidden" name="id" value={id} />
            <OrganizationFields
              field={fieldsOf(
                { kind: organizations.length === 0 ? 'association' : 'affiliate', ...values },
                errors,
              )}
            />
            <Acts>
              <Button kind="main">Add</Button>
            </Acts>
          </Form>
        </Section>
      )}
    </ConsoleLayout>
  );
};

type NamedCountsProps = {
  title: string;
  id: string;
  param: string;
  rows: { id: string; name: string; members: number }[];
};

const NamedCounts = ({ title, id, param, rows }: NamedCountsProps) => (
  <Section title={title} id={id}>
    <Table
      caption={title}
      quietCaption
      columns={[
        { key: 'name', label: 'Name' },
        { key: 'members', label: 'Members', align: 'end' },
      ]}
      rows={rows.map((row) => ({
        name: <a href={`/members?${param}=${row.id}`}>{row.name}</a>,
        members: row.members,
      }))}
      empty={<p class="soft">None yet. They come with an import of members.</p>}
    />
  </Section>
);
