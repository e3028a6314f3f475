/** The largest body that a page or the API accepts, in bytes. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** A posted form as plain text values; a field posted several times, or named `…[]`, becomes a list. */
export type Form = Record<string, string | string[]>;

/** Reads a posted form. Files are left out: read them with `fileOf`. */
export const formOf = (data: FormData): Form => {
  const form: Form = {};
  for (const key of new Set(data.keys())) {
    const values = data.getAll(key).filter((value): value is string => typeof value === 'string');
    if (key.endsWith('[]')) form[key.slice(0, -2)] = values;
    else if (values.length > 1) form[key] = values;
    else if (values[0] !== undefined) form[key] = values[0];
  }
  return form;
};

/** One text field, trimmed; empty counts as absent. */
export const text = (form: Form, name: string): string | undefined => {
  const value = form[name];
  const one = (Array.isArray(value) ? value[0] : value)?.trim();
  return one === '' ? undefined : one;
};

/** A field that may be chosen several times. */
export const list = (form: Form, name: string): string[] => {
  const value = form[name];
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter((one) => one !== '');
};

/** A ticked box. */
export const ticked = (form: Form, name: string): boolean => text(form, name) !== undefined;

/** An uploaded file, or null where none was chosen. */
export const fileOf = async (
  data: FormData,
  name: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null> => {
  const value = data.get(name) as unknown;
  if (!(value instanceof File) || value.size === 0) return null;
  return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
};
