import { Select, TextField, type FieldOf } from '../../ui/index.ts';
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

/** What is said of an organization. */
export const OrganizationFields = ({ field }: { field: FieldOf }) => (
  <>
    <TextField label="Name" {...field('name')} maxlength={120} />
    <TextField
      label="Short name"
      {...field('shortName')}
      maxlength={40}
      hint="As members call it, such as SAM."
    />
    <Select
      label="Kind"
      {...field('kind')}
      options={ORGANIZATION_KINDS.map((kind) => ({ value: kind, label: cap(kind) }))}
    />
    <Select
      label="Tax status"
      {...field('taxStatus')}
      required={false}
      prompt="Not known yet"
      options={TAX_STATUSES.map((status) => ({ value: status, label: TAX[status] }))}
    />
    <TextField label="Address" {...field('address')} required={false} maxlength={300} />
    <TextField label="Telephone" {...field('phone')} type="tel" required={false} maxlength={40} />
  </>
);
