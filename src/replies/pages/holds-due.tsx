import { Row, Rows, Section, Tag, When } from '../../ui/index.ts';
import type { Hold } from '../holds.ts';

const EXCERPT = 160;

/** Numbers and addresses that have been on hold for a working day with nobody having decided; nothing where there are none. */
export const HoldsDue = ({
  holds,
  when,
}: {
  holds: Hold[];
  when: (at: number) => { iso: string; text: string };
}) =>
  holds.length === 0 ? null : (
    <Section title="On hold too long" id="holds-due">
      <Rows label="On hold too long">
        {holds.map((hold) => (
          <Row
            href={hold.conversationId ? `/inbox/${hold.conversationId}` : '/inbox?show=held'}
            title={hold.lastName ? `${hold.firstName} ${hold.lastName}` : 'Somebody we do not know'}
            tags={
              <Tag tone="warn">
                {hold.channel === 'sms' ? 'texts on hold: decide' : 'email on hold: decide'}
              </Tag>
            }
            end={<When {...when(hold.at)} />}
          >
            {(hold.words ?? 'Put on hold by staff.').slice(0, EXCERPT)}
          </Row>
        ))}
      </Rows>
    </Section>
  );
