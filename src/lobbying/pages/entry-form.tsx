import type { Child } from 'hono/jsx';
import {
  Acts,
  Button,
  ConsoleLayout,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Select,
  type FieldProblem,
  type Frame,
} from '../../ui/index.ts';
import type { FiledIn } from '../ports.ts';
import type { Asking } from './asked-fields.tsx';
import { AmendsTick, Locked } from './files-part.tsx';

/** The page around the form of an entry: its head, where it is locked, what is wrong, and how it ends. */
export const EntryForm = ({
  frame,
  id,
  noun,
  sub,
  path,
  problems,
  change,
  children,
}: {
  frame: Frame;
  id: string;
  /** "an activity" */
  noun: string;
  sub: string;
  /** Where entries of this kind are. */
  path: string;
  problems: FieldProblem[];
  /** Set where an entry that is there is changed. */
  change?: { href: string; filed: FiledIn[] };
  children: Child;
}) => {
  const title = change ? `Change ${noun}` : `Log ${noun}`;
  return (
    <ConsoleLayout {...frame} title={title} current="log" back={{ href: '/log', label: 'Log' }}>
      <PageHead title={title} sub={sub} />
      {change && <Locked filed={change.filed} />}
      <ErrorSummary problems={problems} />
      <Form action={change?.href ?? path}>
        <input type="hidden" name="id" value={id} />
        {children}
        {change && <AmendsTick filed={change.filed} />}
        <Acts>
          <Button kind="main">{change ? 'Change it' : 'Log it'}</Button>
          <LinkButton href={change ? `${path}/${id}` : '/log'}>Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

/** Whose entry it is, asked of a new one where several organizations file. */
export const FilerSelect = ({
  organizations,
  asking,
  prompt,
}: {
  organizations: { id: string; name: string }[];
  asking: Asking;
  prompt: string;
}) =>
  organizations.length > 1 ? (
    <Select
      label="For"
      {...asking.field('organizationId')}
      prompt={prompt}
      required={false}
      options={organizations.map((one) => ({ value: one.id, label: one.name }))}
    />
  ) : null;
