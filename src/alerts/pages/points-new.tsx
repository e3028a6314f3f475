import type { Form as Posted } from '../../platform/form.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  type Frame,
} from '../../ui/index.ts';
import { POINTS_LABELS, PointsFields, type PointsChoices } from './points-fields.tsx';

type PointsNewProps = {
  frame: Frame;
  form: Posted;
  id: string;
  choices: PointsChoices;
  errors: Record<string, string>;
};

/** The form that begins talking points. */
export const PointsNewPage = ({ frame, form, id, choices, errors }: PointsNewProps) => (
  <ConsoleLayout
    {...frame}
    current="talking-points"
    title="New talking points"
    back={{ href: '/talking-points', label: 'Talking points' }}
  >
    <PageHead
      title="New talking points"
      sub="A draft is seen by staff only. Publishing shows it to members."
    />
    <ErrorSummary
      problems={Object.entries(errors).map(([name, message]) => ({
        name,
        label: POINTS_LABELS[name] ?? name,
        message,
      }))}
    />
    {choices.issue.length === 0 ? (
      <Empty
        title="No issue yet"
        text="Talking points belong to an issue. Add the issue first."
        action={<LinkButton href="/agenda">Go to the agenda</LinkButton>}
      />
    ) : (
      <Form action="/talking-points" label="New talking points">
        <input type="hidden" name="id" value={id} />
        <PointsFields form={form} choices={choices} errors={errors} />
        <Acts>
          <Button kind="main">Save draft</Button>
        </Acts>
      </Form>
    )}
  </ConsoleLayout>
);
