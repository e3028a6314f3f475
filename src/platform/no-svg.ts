/**
 * Stands in the uploaded Worker where the writer of PDF would bring its reader of SVG with a table of every HTML
 * entity: what we set is words, lines and tables. `[alias]` in wrangler.toml puts it there.
 */
export const NodeType = {};
export const parse = (): never => {
  throw new Error('This Worker sets no SVG in a PDF.');
};
