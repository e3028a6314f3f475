/** What the adapters of legislative services share: one way to ask, with its limits. */
export { askJson, OUTSIDE, type Outside } from './ask-json.ts';
export { plainNumber } from './plain-number.ts';
