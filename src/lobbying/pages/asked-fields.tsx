import type { Child } from 'hono/jsx';
import { MoreFields } from '../../ui/index.ts';
import { askedBecause } from '../details-asked.ts';
import type { Values } from '../form-values.ts';

/** How a form asks for details: what it is filled with, what is wrong, and where the organization files. */
export interface Asking {
  values: Values;
  error: (name: string) => string | undefined;
  regimes: string[];
}

/**
 * A group of details, shown where a regime of the organization asks for it or something of it is kept. Its name is
 * posted with it, so that a group that was not shown changes nothing.
 */
export const AskedFields = ({
  name,
  title,
  group,
  fields,
  asking: { values, error, regimes },
  children,
}: {
  name: string;
  title: string;
  group: Readonly<Record<string, string>>;
  /** The names of its fields. */
  fields: string[];
  asking: Asking;
  children?: Child;
}) => {
  const why = askedBecause(group, regimes);
  const open = fields.some((field) => values[field] || error(field));
  return why === null && !open ? null : (
    <MoreFields title={title} hint={why} open={open}>
      <input type="hidden" name="asked[]" value={name} />
      {children}
    </MoreFields>
  );
};
