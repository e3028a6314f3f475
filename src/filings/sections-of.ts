import type { FilingModel } from './filing-model.ts';

/** The lines of a report by section, in the form's order. */
export const sectionsOf = (model: Pick<FilingModel, 'lines'>) => {
  const sections: { title: string; lines: FilingModel['lines'] }[] = [];
  for (const line of model.lines) {
    const last = sections.at(-1);
    if (last?.title === line.section) last.lines.push(line);
    else sections.push({ title: line.section, lines: [line] });
  }
  return sections;
};
