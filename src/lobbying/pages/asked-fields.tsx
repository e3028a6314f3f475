import type { Child } from 'hono/jsx';
import { MoreFields, type FieldOf } from '../../ui/index.ts';
import type { Values } from '../form-values.ts';
import type { Detail } from '../../platform/asks.ts';

/** How a form asks for details: what it is filled with, what is wrong, where the organization files, and why. */
export interface Asking {
  values: Values;
  field: FieldOf;
  regimes: string[];
  /** Why a detail is asked; null where no regime of the organization does. */
  because: (detail: Detail) => string | null;
}

/**
 * A group of details, shown where a regime of the organization asks for it or something of it is kept. Its name is
 * posted with it, so that a group that was not shown changes nothing.
 */
export const AskedFields = ({
  name,
  title,
  fields,
  asking: { field, because },
  children,
}: {
  name: Detail;
  title: string;
  /** The names of its fields. */
  fields: string[];
  asking: Asking;
  children?: Child;
}) => {
  const why = because(name);
  const open = fields.map(field).some(({ value, error }) => value || error);
  return why === null && !open ? null : (
    <MoreFields title={title} hint={why} open={open}>
      <input type="hidden" name="asked[]" value={name} />
      {children}
    </MoreFields>
  );
};
