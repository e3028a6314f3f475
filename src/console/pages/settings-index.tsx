import { ConsoleLayout, PageHead, Row, Rows, Section, Tag, type Frame } from '../../ui/index.ts';
import type { Group } from '../settings-lines.ts';

/** All settings at a glance: each part with its state in a line. */
export const SettingsIndexPage = ({ frame, groups }: { frame: Frame; groups: Group[] }) => (
  <ConsoleLayout {...frame} current="settings" title="Settings">
    <PageHead title="Settings" />
    {groups.map(({ title, id, lines }) => (
      <Section title={title} id={id}>
        <Rows label={title}>
          {lines.map((one) => (
            <Row title={one.title} href={one.href} tags={one.wants && <Tag tone="warn">Look here</Tag>}>
              {one.line}
            </Row>
          ))}
        </Rows>
      </Section>
    ))}
  </ConsoleLayout>
);
