import {
  ConsoleLayout,
  Filters,
  Notice,
  PageHead,
  Section,
  Select,
  type Choice,
  type Frame,
} from '../../ui/index.ts';
import type { ComparedLine } from '../compare-words.ts';
import { Compared } from './compared.tsx';

type PointsCompareProps = {
  frame: Frame;
  id: string;
  title: string;
  from: Choice;
  to: Choice;
  versions: Choice[];
  changed: boolean;
  changeNote: string;
  lines: ComparedLine[];
  short: ComparedLine[];
};

/** Two versions of talking points, word by word. */
export const PointsComparePage = (props: PointsCompareProps) => {
  const here = `/talking-points/${props.id}`;
  return (
    <ConsoleLayout
      {...props.frame}
      current="talking-points"
      title={`${props.title}: what changed`}
      back={{ href: here, label: props.title }}
    >
      <PageHead
        title="What changed"
        sub={`From ${props.from.label.toLowerCase()} to ${props.to.label.toLowerCase()}`}
      />
      <Filters action={`${here}/changes`} label="Choose two versions" button="Compare">
        <Select name="from" label="From" options={props.versions} value={props.from.value} />
        <Select
          name="to"
          label="To"
          options={[...props.versions, { value: 'draft', label: 'The draft' }]}
          value={props.to.value}
        />
      </Filters>
      {props.changeNote && <p>{props.changeNote}</p>}
      {props.changed ? (
        <>
          <Section title="Words" id="words">
            <Compared lines={props.lines} />
          </Section>
          {props.short.length > 0 && (
            <Section title="Short form" id="short">
              <Compared lines={props.short} />
            </Section>
          )}
        </>
      ) : (
        <Notice title="Both say the same">Only empty lines may differ. Choose two other versions.</Notice>
      )}
    </ConsoleLayout>
  );
};
