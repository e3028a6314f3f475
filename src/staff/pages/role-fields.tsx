import { ROLES } from '../../platform/who.ts';
import { Radios, Select } from '../../ui/index.ts';
import { ROLE_WORDS } from '../role.ts';

export type Places = {
  regions: { id: string; name: string }[];
  organizations: { id: string; name: string }[];
};
export type RoleChoice = { role?: string | null; regionId?: string | null; organizationId?: string | null };

type RoleFieldsProps = { places: Places; chosen: RoleChoice; errors: Record<string, string> };

/** The roles with what each may do, and the places that two of them are bound to. */
export const RoleFields = ({ places, chosen, errors }: RoleFieldsProps) => (
  <>
    <Radios
      label="Role"
      name="role"
      options={ROLES.map((role) => ({
        value: role,
        label: ROLE_WORDS[role].name,
        hint: ROLE_WORDS[role].may,
      }))}
      value={chosen.role}
      error={errors.role}
    />
    <Select
      label="Region"
      name="regionId"
      prompt="Choose a region"
      hint="For a regional president only."
      required={false}
      options={places.regions.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.regionId}
      error={errors.regionId}
    />
    <Select
      label="Organization"
      name="organizationId"
      prompt="Choose an organization"
      hint="For a partner only."
      required={false}
      options={places.organizations.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.organizationId}
      error={errors.organizationId}
    />
  </>
);

/** A role in words, with the place it is bound to. */
export const roleText = (row: RoleChoice & { role: keyof typeof ROLE_WORDS }, places: Places): string => {
  const place =
    places.regions.find(({ id }) => id === row.regionId) ??
    places.organizations.find(({ id }) => id === row.organizationId);
  return place ? `${ROLE_WORDS[row.role].name}, ${place.name}` : ROLE_WORDS[row.role].name;
};
