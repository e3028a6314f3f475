import { clockWords, WISHES } from '../../delivery/index.ts';
import type { MemberDetail } from '../../people/index.ts';
import { Acts, Button, ConsoleLayout, Form, PageHead, Radios, Select, type Frame } from '../../ui/index.ts';

/** Hours of a member's own, "HH:MM" or both null, and those in which texts may go where they are. */
export interface Hours {
  opens: string | null;
  closes: string | null;
  within: { opens: string; closes: string };
}

/** Every half hour of a stretch, its ends included, and a time that is chosen already. */
const halfHours = ({ opens, closes }: Hours['within'], chosen: string | null): string[] => {
  const all = Array.from(
    { length: 48 },
    (_, no) => `${String(Math.floor(no / 2)).padStart(2, '0')}:${no % 2 ? '30' : '00'}`,
  ).filter((time) => opens <= time && time <= closes);
  return [...new Set([...all, opens, closes, ...(chosen === null ? [] : [chosen])])].toSorted();
};

/** "9 am to 8 pm where they are" or what they chose. */
export const hoursWords = ({ opens, closes, within }: Hours): string =>
  opens !== null && closes !== null
    ? `between ${clockWords(opens)} and ${clockWords(closes)}`
    : `between ${clockWords(within.opens)} and ${clockWords(within.closes)}, as all members`;

interface FieldsProps {
  hours: Hours;
  /** What was chosen in the form that comes back. */
  chosen?: { opens: string | null; closes: string | null };
  errors?: Record<string, string>;
}
/** "Between … and …". */
export const BetweenFields = ({ hours, chosen = hours, errors = {} }: FieldsProps) => {
  const choose = (name: 'opens' | 'closes', label: string) => (
    <Select
      name={name}
      label={label}
      error={errors[name]}
      value={chosen[name] ?? hours.within[name]}
      options={halfHours(hours.within, chosen[name]).map((value) => ({ value, label: clockWords(value) }))}
    />
  );
  return (
    <div class="pair">
      {choose('opens', 'Between')}
      {choose('closes', 'And')}
    </div>
  );
};

interface Props {
  frame: Frame;
  member: MemberDetail;
  hours: Hours;
  chosen?: FieldsProps['chosen'];
  saidBy: string | null;
  errors: Record<string, string>;
}
const WISH_WORDS: Record<(typeof WISHES)[number], string> = {
  call: 'In a call',
  email: 'By email',
  text: 'By text',
  'in person': 'In person',
};

/** Between which hours a member wants texts, written down by staff as the member said. */
export const OwnHoursPage = ({ frame, member, hours, chosen, saidBy, errors }: Props) => {
  const name = `${member.firstName} ${member.lastName}`;
  const wish = (
    <Radios
      name="saidBy"
      label="How they told you"
      required
      error={errors.saidBy}
      value={saidBy}
      options={WISHES.map((value) => ({ value, label: WISH_WORDS[value] }))}
    />
  );
  return (
    <ConsoleLayout {...frame} title={`When ${name} gets texts`} current="members">
      <PageHead
        back={{ href: `/members/${member.id}`, label: name }}
        title={`When ${name} gets texts`}
        sub={`Now ${hoursWords(hours)}, by their own clock. Answers to what they just wrote come at any time, and mails too.`}
      />
      <Form action={`/members/${member.id}/hours`} label="Hours of their own">
        <BetweenFields hours={hours} chosen={chosen} errors={errors} />
        {wish}
        <Acts>
          <Button kind="main" name="hours" value="own">
            Text them only then
          </Button>
          {hours.opens !== null && (
            <Button name="hours" value="all">
              Text them as all members
            </Button>
          )}
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};
