import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Every file under a folder of the project, as paths from its root. */
export const filesUnder = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .toSorted();

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A source file as the house sees it: what it imports, and its text without comments and strings. */
export interface Source {
  path: string;
  text: string;
  /** Imported modules as written, and for our own the path from the root. */
  imports: { from: string; path: string | null; typeOnly: boolean }[];
}

export const sourceOf = (path: string): Source => {
  const text = textOf(path);
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const resolve = (from: string) => (from.startsWith('.') ? normalize(join(dirname(path), from)) : null);
  const imports = [
    ...module.staticImports.map((one) => ({
      from: one.moduleRequest.value,
      typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) =>
        entry.moduleRequest ? [{ from: entry.moduleRequest.value, typeOnly: entry.isType }] : [],
      ),
    ),
    ...module.dynamicImports.map((one) => ({
      from: text.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1),
      typeOnly: false,
    })),
  ];
  return { path, text, imports: imports.map((one) => ({ ...one, path: resolve(one.from) })) };
};
