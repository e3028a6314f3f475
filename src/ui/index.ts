/**
 * What every page is built from: four layouts, the parts, and the charts. Parts take plain values that
 * the route prepared; they know no slice and compute no dates. They promise what a strict policy asks
 * (no inline style, no inline script), that all text is escaped, that each field's label, hint and error
 * are tied together, that every chart says in words what it shows, and that everything works without script.
 * Their looks are in public/: base.css for all, app.css for the console (board.css where there is a board), member.css for the rest.
 */
export type { Tone } from './tone.ts';

export { ConsoleLayout } from './layout/console-layout.tsx';
export { MemberLayout } from './layout/member-layout.tsx';
export { PlainLayout } from './layout/plain-layout.tsx';
export { PrintLayout } from './layout/print-layout.tsx';

export { AnswerChoices } from './parts/answer-choices.tsx';
export { Bubble, PhonePreview } from './parts/bubble.tsx';
export { Acts, Button, LinkButton } from './parts/button.tsx';
export { CallList, type Callable } from './parts/call-list.tsx';
export { Checkbox, Checkboxes, Radios, Select, type Choice } from './parts/choice-fields.tsx';
export { Columns, Stack } from './parts/columns.tsx';
export { ConfirmInPlace, ConfirmPanel } from './parts/confirm.tsx';
export { DefinitionList } from './parts/definition-list.tsx';
export { EmailText } from './parts/email-text.tsx';
export { Empty } from './parts/empty.tsx';
export { ErrorSummary, errorsOf, fieldsOf, type FieldOf, type FieldProblem } from './parts/error-summary.tsx';
export { Filters } from './parts/filters.tsx';
export type { FlashMessage } from './parts/flash.tsx';
export { Fieldset, Form } from './parts/form.tsx';
export { kept } from './parts/kept.tsx';
export { Figure, Lead } from './parts/lead.tsx';
export { Live } from './parts/live.tsx';
export { Markdown } from './parts/markdown.tsx';
export { Money, formatCents } from './parts/money.tsx';
export { MoreFields } from './parts/more-fields.tsx';
export { Notice } from './parts/notice.tsx';
export { PageHead } from './parts/page-head.tsx';
export { Pager } from './parts/pager.tsx';
export { Progress } from './parts/progress.tsx';
export { Row, Rows } from './parts/rows.tsx';
export { Section } from './parts/section.tsx';
export { Table } from './parts/table.tsx';
export { Tabs } from './parts/tabs.tsx';
export { Tag } from './parts/tag.tsx';
export {
  DateField,
  FileField,
  MoneyField,
  SearchField,
  TextArea,
  TextField,
  TimeField,
} from './parts/text-fields.tsx';
export { Timeline } from './parts/timeline.tsx';
export { When } from './parts/when.tsx';

export { Bars } from './charts/bars.tsx';
export { Gauge } from './charts/gauge.tsx';
export { Hemicycle } from './charts/hemicycle.tsx';
export { LineOverTime } from './charts/line-over-time.tsx';
export { Seats, type SeatMark } from './charts/seats.tsx';
export { StackedBar } from './charts/stacked-bar.tsx';

export type { AppEnv, Frame } from './app-env.ts';
export { may, onlyFor } from './only-for.tsx';
export { fieldErrors, flashFrom, respondProblem } from './respond.tsx';
