import { formatIso, showDay } from '../platform/days.ts';
import { showCents } from '../platform/money.ts';
import { namesOf } from './cells.ts';
import type { FilingModel } from './filing-model.ts';
import { OPERATOR_WORDS } from './rulebook.ts';
import { sectionsOf } from './sections-of.ts';

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);

/** The page's own style: a frozen copy must read the same when nothing else of the network is left. */
const STYLE = `body{font:12pt/1.45 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;border-top:1px solid #999;padding-top:.5rem}
p{margin:.25rem 0}table{width:100%;border-collapse:collapse;break-inside:auto}th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-bottom:1px solid #ddd}
th{font-weight:600}.end{text-align:right;white-space:nowrap;padding-right:0}.small{font-size:.8rem;color:#444;overflow-wrap:anywhere}tr{break-inside:avoid}`;

const amountOf = (line: FilingModel['lines'][number]) =>
  `<td class="end">${line.amountCents === null ? '' : showCents(line.amountCents)}</td>`;

/** A section in the form's own columns; a line without them, such as a total, says itself across. */
const formTable = (names: string[], lines: FilingModel['lines']) => `<table>
<thead><tr><th scope="col">No</th>${names.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}<th scope="col" class="end">Amount</th></tr></thead>
<tbody>
${lines
  .map((line) =>
    line.cells
      ? `<tr><td>${line.no}</td>${names.map((name) => `<td>${escaped(line.cells?.find((cell) => cell.name === name)?.value ?? '')}</td>`).join('')}${amountOf(line)}</tr>`
      : `<tr><td>${line.no}</td><th scope="row" colspan="${names.length}">${escaped([line.label, line.detail].filter(Boolean).join(': '))}</th>${amountOf(line)}</tr>`,
  )
  .join('\n')}
</tbody>
</table>`;

const lineRow = (line: FilingModel['lines'][number]) =>
  `<tr><td>${line.no}</td><th scope="row">${escaped(line.label)}</th><td>${escaped(line.detail)}</td><td class="end">${line.amountCents === null ? '' : showCents(line.amountCents)}</td></tr>`;

const sectionTable = (lines: FilingModel['lines']) => {
  const names = namesOf(lines);
  if (names.length > 0) return formTable(names, lines);
  return `<table>
<thead><tr><th scope="col">No</th><th scope="col">Line</th><th scope="col">Detail</th><th scope="col" class="end">Amount</th></tr></thead>
<tbody>
${lines.map(lineRow).join('\n')}
</tbody>
</table>`;
};

const sourceRow = (line: FilingModel['lines'][number]) =>
  `<tr><td>${line.no}</td><td class="small">${line.sources
    .map((one) => `${one.kind} ${escaped(one.id)}${one.cents === null ? '' : ` (${showCents(one.cents)})`}`)
    .join(', ')}</td></tr>`;

const ruleRow = (rule: FilingModel['rules'][number]) => {
  const value = rule.unit === 'cents' ? showCents(Number(rule.value)) : rule.value;
  const operator = rule.operator ? `${OPERATOR_WORDS[rule.operator] ?? rule.operator} ` : '';
  return `<tr><td class="small">${escaped(rule.id)}</td><td class="small">${escaped(operator + value)}</td><td class="small">${escaped(rule.source)} (${escaped(rule.evidence)})</td></tr>`;
};

/** The filing as one page that needs nothing else: lines in the form's order, the rows behind each, the rules used. */
export const renderHtml = (model: FilingModel): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(model.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(model.title)}</h1>
<p>${escaped(model.office)}</p>
<p>${escaped(model.organization)}</p>
<p class="small">Version ${model.version}. Due ${showDay(model.dueOn, { year: true })}. ${model.filedAt === null ? 'Prepared, not filed.' : `Filed ${formatIso(model.filedAt)}.`}</p>
${sectionsOf(model)
  .map(
    ({ title, lines }) => `<h2>${escaped(title)}</h2>
${sectionTable(lines)}`,
  )
  .join('\n')}
<h2>Where each line comes from</h2>
<table>
<thead><tr><th scope="col">No</th><th scope="col">Rows of the lobbying log, and what was taken of each</th></tr></thead>
<tbody>
${model.lines
  .filter((line) => line.sources.length > 0)
  .map(sourceRow)
  .join('\n')}
</tbody>
</table>
<h2>Rules used</h2>
<table>
<thead><tr><th scope="col">Rule</th><th scope="col">Value</th><th scope="col">Source</th></tr></thead>
<tbody>
${model.rules.map(ruleRow).join('\n')}
</tbody>
</table>
</body>
</html>
`;
