import { DefinitionList, When } from '../../ui/index.ts';
import { showKind } from '../kinds.ts';
import type { MemberDetail } from '../member.ts';
import { AddressText, PointState } from './contact-words.tsx';

const LEDGER: Record<string, string> = {
  granted: 'Consent given',
  revoked: 'Stopped',
  held: 'Put on hold',
  released: 'Hold cleared',
  invalidated: 'Found not to work',
};

/** Who a member is and how they can be reached. For the member's page, which other slices add to. */
export const MemberCard = ({ member, startTo }: { member: MemberDetail; startTo?: string | null }) => (
  <DefinitionList
    items={[
      { term: 'Kind', value: showKind(member.kind) },
      ...(member.title ? [{ term: 'Title', value: member.title }] : []),
      { term: 'Organization', value: member.organization },
      { term: 'Region', value: member.region ?? 'None' },
      { term: 'District', value: member.district ? `${member.district} (${member.districtNces})` : 'None' },
      { term: 'Groups', value: member.groups.map((group) => group.name).join(', ') || 'None' },
      ...member.contactPoints.map((point) => ({
        term: point.channel === 'sms' ? 'Text' : 'Email',
        value: (
          <>
            <AddressText point={point} /> <span class="soft">{point.isPublic ? 'public' : 'personal'}</span>
            {!point.isPrimary && <span class="soft">, second</span>} <PointState point={point} />
            {member.stoppedByCarrier.includes(point.id) && (
              <p class="small">
                The carrier stopped this number. Only a text START from it opens it again.
                {startTo && (
                  <>
                    {' '}
                    On their phone: <a href={`sms:${startTo}?&body=START`}>text START</a>
                  </>
                )}
              </p>
            )}
          </>
        ),
      })),
    ]}
  />
);

/** What the consent ledger says of a member, the newest first. Times are prepared by the route. */
export const ConsentHistory = ({
  lines,
}: {
  lines: (MemberDetail['consent'][number] & { when: { iso: string; text: string } })[];
}) =>
  lines.length === 0 ? (
    <p class="soft">Nothing has been said about texts or email yet.</p>
  ) : (
    <ul class="rows" aria-label="Consent">
      {lines.map((line) => (
        <li>
          <div class="row-body">
            <p class="row-title">
              <strong>{LEDGER[line.kind] ?? line.kind}</strong>{' '}
              <span class="soft">
                {line.channel === 'sms' ? 'texts' : 'email'}, {line.source}
                {line.textVersion && `, wording ${line.textVersion}`}
              </span>
            </p>
          </div>
          <div class="row-end">
            <When {...line.when} />
          </div>
        </li>
      ))}
    </ul>
  );
