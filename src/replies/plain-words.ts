const LONGEST = 2_000;
/** Lines that a phone or mail program adds under the words. */
const ADDED_LINE = /^(?:sent from (?:my|a|the) .*|get outlook for .*|sent via .*|enviado desde .*)$/i;

/** A message without the lines that a phone or mail program adds at its end, trimmed. */
export const spoken = (text: string): string => {
  const lines = text.normalize('NFKC').split(/\r?\n/);
  while (lines.length > 1 && (lines.at(-1)?.trim() === '' || ADDED_LINE.test(lines.at(-1)?.trim() ?? '')))
    lines.pop();
  return lines.join('\n').trim();
};

/**
 * A message as rules compare it: lower case, plain apostrophes, no accents, no marks or emoji at its ends,
 * single spaces. Only the first 2,000 characters: nobody hides an answer behind them.
 */
export const plainWords = (text: string): string =>
  spoken(text)
    .slice(0, LONGEST)
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[‘’ʼ`´]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
