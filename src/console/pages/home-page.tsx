import { HearingPrompts, ReachGapsLine } from '../../legislature/index.ts';
import { showDay } from '../../platform/days.ts';
import { Columns, ConsoleLayout, Notice, PageHead, type Frame } from '../../ui/index.ts';
import type { FieldHome } from '../home.ts';
import { CommitteeCoverage, FallsDue } from './home-aside.tsx';
import { OutNow } from './home-out.tsx';
import { FirstSteps } from './home-steps.tsx';
import { WaitingForYou } from './home-waiting.tsx';
import { counted } from './home-words.ts';

const WRITERS = ['owner', 'director', 'coordinator', 'staff'];

const firstLine = (home: FieldHome): string =>
  [
    home.sessionWeek === null ? '' : `Week ${home.sessionWeek} of the session.`,
    home.hearings.length === 0
      ? ''
      : `${counted(home.hearings.length, 'hearing')} on our bills within seven days.`,
  ]
    .filter(Boolean)
    .join(' ');

/** Home: what is out now and how it is going, who is waiting, what falls due, and the next committee seat by seat. */
export const HomePage = ({ frame, home }: { frame: Frame; home: FieldHome }) => {
  const badge = frame.nav.find((item) => item.key === 'inbox')?.badge;
  return (
    <ConsoleLayout {...frame} title="Home" current="home">
      <PageHead title={showDay(home.today)} sub={firstLine(home)} />
      <Columns
        main={
          <>
            {home.givenUp > 0 && (
              <Notice tone="warn" title={`${counted(home.givenUp, 'message')} given up`}>
                Work that failed again and again waits for a person.{' '}
                <a href="/settings/dead-letters">See what and why</a>
              </Notice>
            )}
            <HearingPrompts
              hearings={home.prompts.slice(0, 1)}
              now={home.now}
              zone={frame.zone}
              mayDraft={WRITERS.includes(home.role)}
            />
            {home.steps && <FirstSteps steps={home.steps} role={home.role} />}
            <OutNow out={home.out} role={home.role} now={home.now} zone={frame.zone} />
            <WaitingForYou home={home} zone={frame.zone} inbox={badge ? `Inbox, ${badge}` : 'Inbox'} />
          </>
        }
        aside={
          <>
            <FallsDue home={home} zone={frame.zone} />
            {home.coverage && <CommitteeCoverage coverage={home.coverage} now={home.now} zone={frame.zone} />}
            <ReachGapsLine gaps={home.gaps} />
          </>
        }
      />
    </ConsoleLayout>
  );
};
