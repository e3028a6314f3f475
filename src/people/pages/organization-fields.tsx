import { Select, TextField } from '../../ui/index.ts';
import { ORGANIZATION_KINDS, TAX_STATUSES } from '../organization.ts';

export const TAX: Record<(typeof TAX_STATUSES)[number], string> = {
  '501c3': '501(c)(3)',
  '501c3h': '501(c)(3) with the 501(h) election',
  '501c4': '501(c)(4)',
  '501c5': '501(c)(5)',
  '501c6': '501(c)(6)',
  government: 'Government',
  other: 'Other',
};
export const cap = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type FieldsProps = { values: Record<string, string | null | undefined>; errors: Record<string, string> };

/** What is said of an organization. */
export const OrganizationFields = ({ values, errors }: FieldsProps) => (
  <>
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
      value={values.kind}
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
  </>
);
