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
  Select,
  Table,
  TextField,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { ORGANIZATION_KINDS, TAX_STATUSES, type Organization } from '../organization.ts';
import { PeopleTabs } from './people-tabs.tsx';

const TAX: Record<(typeof TAX_STATUSES)[number], string> = {
  '501c3': '501(c)(3)',
  '501c3h': '501(c)(3) with the 501(h) election',
  '501c4': '501(c)(4)',
  '501c5': '501(c)(5)',
  '501c6': '501(c)(6)',
  government: 'Government',
  other: 'Other',
};
const cap = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type OrganizationsPageProps = {
  frame: Frame;
  flash?: FlashMessage | null;
  organizations: Organization[];
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
            name: `${one.name} (${one.shortName})`,
            kind: cap(one.kind),
            tax: one.taxStatus && TAX[one.taxStatus],
          }))}
          empty={
            <Empty
              title="No organization yet."
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
            <TextField label="Name" name="name" value={values.name} error={errors.name} maxlength={120} />
            <TextField
              label="Short name"
              name="shortName"
              value={values.shortName}
              error={errors.shortName}
              maxlength={40}
              hint="As members call it, such as SAM."
            />
            <Select
              label="Kind"
              name="kind"
              value={values.kind ?? (organizations.length === 0 ? 'association' : 'affiliate')}
              error={errors.kind}
              options={ORGANIZATION_KINDS.map((kind) => ({ value: kind, label: cap(kind) }))}
            />
            <Select
              label="Tax status"
              name="taxStatus"
              required={false}
              prompt="Not known yet"
              value={values.taxStatus}
              error={errors.taxStatus}
              options={TAX_STATUSES.map((status) => ({ value: status, label: TAX[status] }))}
            />
            <TextField
              label="Address"
              name="address"
              value={values.address}
              error={errors.address}
              required={false}
              maxlength={300}
            />
            <TextField
              label="Telephone"
              name="phone"
              type="tel"
              value={values.phone}
              error={errors.phone}
              required={false}
              maxlength={40}
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
