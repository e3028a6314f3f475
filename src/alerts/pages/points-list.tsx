import {
  ConsoleLayout,
  Empty,
  LinkButton,
  PageHead,
  Pager,
  Row,
  Rows,
  Tag,
  When,
  type Frame,
} from '../../ui/index.ts';

export type PointsLine = {
  id: string;
  title: string;
  about: string;
  federal: boolean;
  shared: boolean;
  expired: boolean;
  unpublished: boolean;
  version: { no: number; note: string; iso: string; when: string } | null;
};

type PointsListProps = { frame: Frame; lines: PointsLine[]; mayWrite: boolean; nextHref: string | null };

/** All talking points, each with its newest version. */
export const PointsListPage = ({ frame, lines, mayWrite, nextHref }: PointsListProps) => {
  const begin = mayWrite ? (
    <LinkButton href="/talking-points/new" kind="main">
      New talking points
    </LinkButton>
  ) : undefined;
  return (
    <ConsoleLayout {...frame} current="talking-points" title="Talking points">
      <PageHead
        title="Talking points"
        sub="Every link in the field shows the newest version."
        actions={lines.length > 0 && begin}
      />
      {lines.length === 0 ? (
        <Empty
          title={mayWrite ? 'No talking points yet' : 'Nothing is shared yet'}
          text={
            mayWrite
              ? 'Write what members should say about an issue, publish it, and attach it to an alert.'
              : 'The network will share talking points here.'
          }
          action={begin}
        />
      ) : (
        <Rows>
          {lines.map((line) => (
            <Row
              title={line.title}
              href={`/talking-points/${line.id}`}
              beside={line.about}
              tags={
                <>
                  {line.federal && <Tag tone="accent">Federal</Tag>}{' '}
                  {line.expired && <Tag tone="warn">Expired</Tag>}{' '}
                  {line.shared && mayWrite && <Tag>Shared</Tag>}{' '}
                  {line.unpublished && <Tag tone="warn">Draft not published</Tag>}
                </>
              }
              end={line.version && <When iso={line.version.iso} text={line.version.when} />}
            >
              {line.version
                ? `Version ${line.version.no}${line.version.note && `: ${line.version.note}`}`
                : 'Not published yet'}
            </Row>
          ))}
        </Rows>
      )}
      {nextHref && <Pager next={nextHref} shown={lines.length} />}
    </ConsoleLayout>
  );
};
