import { formatIso, showMoment } from '../../platform/days.ts';
import { showPhone } from '../../platform/phone.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  Empty,
  Figure,
  Filters,
  Form,
  Lead,
  LinkButton,
  PageHead,
  Pager,
  Row,
  Rows,
  Select,
  Tag,
  When,
  type Frame,
} from '../../ui/index.ts';
import type { ToRing } from '../list-to-ring.ts';

interface Props {
  frame: Frame;
  region: { id: string; name: string } | null;
  /** To choose from; empty for who has one region. */
  regions: { id: string; name: string }[];
  people: ToRing['data'];
  mayMark: boolean;
  next: string | null;
  now: number;
}

const Person = ({
  one,
  region,
  mayMark,
  now,
  zone,
}: {
  one: Props['people'][number];
  region: string;
  mayMark: boolean;
  now: number;
  zone: string;
}) => (
  <Row
    id={`m-${one.id}`}
    href={`/members/${one.id}`}
    title={one.name}
    beside={one.district}
    tags={one.calledAt !== null && <Tag tone="support-1">rung</Tag>}
    end={
      one.calledAt !== null && (
        <When iso={formatIso(one.calledAt)} text={showMoment(one.calledAt, now, zone)} />
      )
    }
  >
    <Lead>
      <div>
        {one.reasons.join('. ')}.{one.calledBy && <span class="small soft"> Rung by {one.calledBy}.</span>}
      </div>
      <Form action={`/members/${one.id}/calls`} label={`Calls to ${one.name}`}>
        <input type="hidden" name="region" value={region} />
        {one.calledAt !== null && <input type="hidden" name="rung" value="no" />}
        <Acts>
          {one.phone && (
            <a class="button" href={`tel:${one.phone}`}>
              Call {showPhone(one.phone)}
            </a>
          )}
          {mayMark && (
            <Button
              label={one.calledAt === null ? `Mark as rung: ${one.name}` : `Not rung after all: ${one.name}`}
            >
              {one.calledAt === null ? 'Mark as rung' : 'Not rung after all'}
            </Button>
          )}
        </Acts>
      </Form>
    </Lead>
  </Row>
);

/** A short list of people to ring: whom texts do not reach or who has not answered, each one tap from a call. */
export const ToRingPage = ({ frame, region, regions, people, mayMark, next, now }: Props) => {
  const left = people.filter(({ calledAt }) => calledAt === null).length;
  return (
    <ConsoleLayout {...frame} title="People to ring" current="members">
      <PageHead
        back={{ href: '/members', label: 'Members' }}
        title={region ? `People to ring in ${region.name}` : 'People to ring'}
        sub="Whom texts do not reach, who has not agreed to them, and who is silent on an alert that is out."
      />
      {regions.length > 1 && (
        <Filters action="/members/to-ring" label="Choose the region">
          <Select
            label="Region"
            name="region"
            options={regions.map(({ id, name }) => ({ value: id, label: name }))}
            value={region?.id}
          />
        </Filters>
      )}
      {people.length > 0 ? (
        <>
          <Lead>
            <Figure
              value={left}
              of={left === people.length ? 'to ring' : `of ${people.length} still to ring`}
            />
          </Lead>
          <Rows label="People to ring">
            {people.map((one) => (
              <Person one={one} region={region?.id ?? ''} mayMark={mayMark} now={now} zone={frame.zone} />
            ))}
          </Rows>
        </>
      ) : (
        <Empty
          title="Nobody to ring"
          text="Members without a mobile number or without consent to texts stand here, and those who have not answered an alert that is out."
          action={<LinkButton href="/members">All members</LinkButton>}
        />
      )}
      <Pager
        next={
          next
            ? `/members/to-ring?${new URLSearchParams({ region: region?.id ?? '', cursor: next }).toString()}`
            : null
        }
        prev={null}
        shown={people.length}
      />
    </ConsoleLayout>
  );
};
