import { formatIso, localDate, showClock, showShortDay } from '../platform/days.ts';
import { missing, ok, type Result } from '../platform/problem.ts';
import { may, respondProblem } from '../ui/index.ts';
import { listImports, showImport } from './import-views.ts';
import { ImportPage, type ImportPlace, type ShownImport } from './pages/import-page.tsx';
import { flashOf, when, type C } from './shared-routes.ts';
import { undoImport, type UndoReport } from './undo-import.ts';

/** A page of the imports of some kinds, from the cursor in the address. */
export const listedImports = async (
  c: C,
  kinds: string[],
): Promise<Result<{ imports: ShownImport[]; next: string | null }>> => {
  const cursor = c.req.query('cursor') || undefined;
  const read = await listImports(c.var.world, c.var.who, { cursor, kinds: kinds as never });
  if (!read.ok) return read;
  const imports = read.value.data.map((made) => ({ ...made, when: when(c, made.at) }));
  return ok({ imports, next: read.value.nextCursor });
};

const importPage = async (c: C, place: ImportPlace, undone: UndoReport | null) => {
  const { world, who, frame } = c.var;
  const back = { href: place.at, label: place.label };
  const id = c.req.param('id') ?? '';
  const found = await showImport(world, who, { id, withUndo: place.tells });
  if (!found.ok) return respondProblem(c, found.problem, back);
  const words = place.words[found.value.kind];
  if (!words) return respondProblem(c, missing('This import').problem, back);
  const { at } = found.value;
  const day = showShortDay(localDate(at, frame.zone), { year: true });
  return c.html(
    <ImportPage
      frame={frame}
      flash={undone ? null : flashOf(c)}
      place={place}
      words={words}
      made={{ ...found.value, when: { iso: formatIso(at), text: `${day}, ${showClock(at, frame.zone)}` } }}
      mayUndo={may(c, undoImport)}
      would={found.value.undo}
      undone={undone}
    />,
  );
};

/** The page of each import at a place, and its undo; their addresses are written where they are mounted. */
export const importPages = (place: ImportPlace) => ({
  show: (c: C) => importPage(c, place, null),
  undo: async (c: C) => {
    const done = await undoImport(c.var.world, c.var.who, { id: c.req.param('id') ?? '' });
    return done.ok
      ? importPage(c, place, done.value)
      : respondProblem(c, done.problem, { href: place.at, label: place.label });
  },
});
