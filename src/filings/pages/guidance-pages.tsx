import { showShortDay } from '../../platform/days.ts';
import {
  ConsoleLayout,
  LinkButton,
  Notice,
  PageHead,
  Row,
  Rows,
  Section,
  type Frame,
} from '../../ui/index.ts';
import type { Guide } from '../guidance/guide.ts';
import { GUIDE_GROUPS, GUIDES } from '../guidance/index.ts';

const EVIDENCE = {
  V: 'read in its text',
  V2: 'from a second-hand copy',
  GH: 'general knowledge, to be confirmed',
  GM: 'general knowledge, to be confirmed',
  GL: 'uncertain, to be confirmed',
};
const NotAdvice = () => (
  <Notice title="Not legal advice">
    This helps you ask the right question. Ask counsel before you rely on it.
  </Notice>
);

/** The list of pages on what members and associations may do. */
export const GuidanceListPage = ({ frame }: { frame: Frame }) => (
  <ConsoleLayout {...frame} current="filings" title="Guidance" back={{ href: '/filings', label: 'Filings' }}>
    <PageHead
      title="Guidance"
      sub="What members and associations may do, by tax status and by state. Short pages, each with its sources."
      actions={<LinkButton href="/log/candidates">Candidates</LinkButton>}
    />
    {GUIDE_GROUPS.map((group) => (
      <Section title={group} id={group.toLowerCase().replaceAll(' ', '-')}>
        <Rows>
          {GUIDES.filter((one) => one.group === group).map((one) => (
            <Row title={one.title} href={`/guidance/${one.slug}`}>
              {one.lead}
            </Row>
          ))}
        </Rows>
      </Section>
    ))}
    <NotAdvice />
  </ConsoleLayout>
);

/** One page of the guidance with its sources and its day. */
export const GuidePage = ({ frame, guide }: { frame: Frame; guide: Guide }) => (
  <ConsoleLayout
    {...frame}
    current="filings"
    title={guide.title}
    back={{ href: '/guidance', label: 'Guidance' }}
  >
    <PageHead title={guide.title} sub={guide.lead} />
    {guide.sections.map(({ heading, points }) => (
      <Section title={heading} id={heading.toLowerCase().replaceAll(' ', '-')}>
        <div class="prose">
          <ul>
            {points.map((point) => (
              <li>{point}</li>
            ))}
          </ul>
        </div>
      </Section>
    ))}
    <Section title="Sources" id="sources" aside={`as of ${showShortDay(guide.asOf, { year: true })}`}>
      <div class="prose">
        <ul>
          {guide.sources.map(({ words, evidence }) => (
            <li>
              {words} <span class="soft">({EVIDENCE[evidence]})</span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
    <NotAdvice />
  </ConsoleLayout>
);
