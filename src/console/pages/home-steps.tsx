import { LinkButton, Row, Rows, Section, Tag } from '../../ui/index.ts';
import type { FieldHome } from '../home.ts';

type Steps = NonNullable<FieldHome['steps']>;

const STEPS: { key: keyof Steps; title: string; text: string; act: string; href: string; roles: string[] }[] =
  [
    {
      key: 'members',
      title: 'Bring in the members',
      text: 'A spreadsheet with names, districts, phones and addresses. Nothing is kept until you have seen what it would do.',
      act: 'Import members',
      href: '/members/imports',
      roles: ['owner', 'director', 'staff'],
    },
    {
      key: 'officials',
      title: 'Bring in the officials',
      text: 'Who holds which seat, the committees, and which seats each school district reaches.',
      act: 'Import officials',
      href: '/officials/imports',
      roles: ['owner', 'director', 'staff'],
    },
    {
      key: 'bills',
      title: 'Put a bill on the agenda',
      text: 'Start the session, name the issues, rank the few that matter most, and add their bills.',
      act: 'Open the agenda',
      href: '/agenda',
      roles: ['owner', 'director', 'staff'],
    },
    {
      key: 'talkingPoints',
      title: 'Publish talking points',
      text: 'What a member says on the phone. The newest version is always the one on their page.',
      act: 'Write talking points',
      href: '/talking-points/new',
      roles: ['owner', 'director', 'staff', 'coordinator'],
    },
    {
      key: 'alerts',
      title: 'Send the first alert',
      text: 'A drill to yourself shows what members will get, before it counts.',
      act: 'Draft an alert',
      href: '/alerts/new',
      roles: ['owner', 'director', 'staff', 'coordinator'],
    },
  ];

/** What a new network does first, with what is done already. Gone once the first alert has been sent. */
export const FirstSteps = ({ steps, role }: { steps: Steps; role: string }) => {
  const left = STEPS.filter((step) => !steps[step.key]);
  const next = left.find((step) => step.roles.includes(role));
  if (steps.alerts || !next) return null;
  return (
    <Section title="First steps" id="steps" aside={`${STEPS.length - left.length} of ${STEPS.length} done`}>
      <Rows label="First steps">
        {STEPS.map((step) => (
          <Row
            title={step.title}
            href={step.roles.includes(role) ? step.href : undefined}
            tags={steps[step.key] && <Tag tone="support-1">done</Tag>}
            end={
              step === next && (
                <LinkButton kind="main" href={step.href}>
                  {step.act}
                </LinkButton>
              )
            }
          >
            {!steps[step.key] && <span class="soft">{step.text}</span>}
          </Row>
        ))}
      </Rows>
    </Section>
  );
};
