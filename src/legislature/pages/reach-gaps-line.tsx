import { countOf } from './words.ts';

/** One line that says how many school districts lack officials, and leads to the quickest ways to fill that; nothing without gaps. */
export const ReachGapsLine = ({ gaps }: { gaps: { districts: number; members: number } | null }) =>
  gaps && gaps.districts > 0 ? (
    <p class="small">
      No reach known for {countOf(gaps.districts, 'school district')}
      {gaps.members > 0 && `, with ${countOf(gaps.members, 'member')}`}.{' '}
      <a href="/officials/reach">Fill {gaps.districts === 1 ? 'the gap' : 'the gaps'}</a>
    </p>
  ) : null;
