import { fileOf, list, text, type Form } from '../platform/form.ts';

/**
 * The largest file that a page takes. Base64 makes the file a third longer when the page that asks for
 * confirmation sends it again, and that must fit into one body (`MAX_BODY_BYTES`).
 */
export const UPLOAD_MEGABYTES = 7;
export const UPLOAD_MAX_BYTES = UPLOAD_MEGABYTES * 1024 * 1024;

/** Bytes as a page can carry them. */
export const base64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
};

const bytesOf = (encoded: string): Uint8Array<ArrayBuffer> | null => {
  try {
    return Uint8Array.from(atob(encoded), (one) => one.charCodeAt(0));
  } catch {
    return null;
  }
};

/** The file of a form: chosen just now, or carried by the page that asked for confirmation. Null without one. */
export const uploadOf = async (data: FormData, form: Form) => {
  const upload = await fileOf(data, 'file');
  if (upload) return upload;
  const bytes = bytesOf(list(form, 'content')[0] ?? '');
  return bytes && bytes.length > 0 ? { name: text(form, 'fileName') ?? 'file.csv', bytes } : null;
};
