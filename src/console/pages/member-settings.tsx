import { showPhone } from '../../platform/phone.ts';
import type { ConsentText } from '../../people/index.ts';
import {
  Button,
  Empty,
  Form,
  LinkButton,
  MemberLayout,
  Notice,
  PageHead,
  Section,
  Tag,
  TextField,
  type FlashMessage,
} from '../../ui/index.ts';
import type { OwnPoint } from '../code-queries.ts';
import type { SettingsVisit } from '../settings-visit.ts';
import { BetweenFields, hoursWords, type Hours } from './own-hours.tsx';

interface AskProps {
  network: string;
  token: string;
  ways: ('sms' | 'email')[];
  isSent: boolean;
  startTo: string | null;
  form: string;
  flash: FlashMessage | null;
}
const startLink = (startTo: string) => `sms:${startTo}?&body=START`;

const CodeField = ({ name = 'code' }: { name?: string }) => (
  <TextField
    name={name}
    label="The six digits"
    inputmode="numeric"
    autocomplete="one-time-code"
    maxlength={12}
    size={8}
    spellcheck={false}
  />
);

/** Before the settings open: says nothing about the person, and sends a code to where only they read it. */
export const AskCodePage = ({ network, token, ways, isSent, startTo, form, flash }: AskProps) => (
  <MemberLayout title="Your settings" network={network} flash={flash}>
    <PageHead
      title="Your settings"
      sub="Links get passed on, so this page opens with a code that we send to you. It is good for 10 minutes."
    />
    {isSent && (
      <Form action={`/me/${token}/open`} label="The code">
        <CodeField />
        <div>
          <Button kind="main">Open my settings</Button>
        </div>
      </Form>
    )}
    {ways.length > 0 && (
      <Form action={`/me/${token}/code`} csrf={form} label="Where to send a code">
        <div class="acts">
          {ways.map((way, place) => (
            <Button name="way" value={way} kind={isSent || place > 0 ? undefined : 'main'}>
              {way === 'sms' ? 'Text me a code' : 'Email me a code'}
              {isSent && ' again'}
            </Button>
          ))}
        </div>
      </Form>
    )}
    {ways.length === 0 && (
      <Empty
        title="There is nowhere to send a code"
        text="All that we could send to is stopped or does not work. If you stopped our texts by STOP, text START from that number; else reply to one of our messages, or ask the staff of the network."
        action={startTo && <LinkButton href={startLink(startTo)}>Text START</LinkButton>}
      />
    )}
  </MemberLayout>
);

const shown = ({ channel, address }: OwnPoint) => (channel === 'sms' ? showPhone(address) : address);

interface PointProps {
  point: OwnPoint;
  token: string;
  consent: ConsentText;
  startTo: string | null;
}

const Removal = ({ point, token }: Pick<PointProps, 'point' | 'token'>) => (
  <Form action={`/me/${token}/points/${point.id}/removal`}>
    <Button kind="quiet" label={`Remove ${shown(point)}`}>
      Remove
    </Button>
  </Form>
);

const Standing = ({ point, token, consent, startTo }: PointProps) => {
  const path = `/me/${token}/points/${point.id}`;
  const name = shown(point);
  if (point.state === 'unconsented')
    return (
      <>
        <p class="small soft">Nothing is sent here until you have typed the code that we sent there.</p>
        {point.channel === 'sms' && <p class="small">By typing it: {consent.body}</p>}
        <Form action={`${path}/proof`} label={`Prove ${name}`}>
          <CodeField name={`code-${point.id}`} />
          <div>
            <Button kind="main">This is mine</Button>
          </div>
        </Form>
        <div class="acts">
          <Form action={`${path}/code`} label={`Code for ${name}`}>
            <Button label={`Send a code to ${name}`}>Send a code</Button>
          </Form>
          <Removal point={point} token={token} />
        </div>
      </>
    );
  if (point.byCarrier === 1)
    return (
      <>
        <p class="small">
          You texted STOP, and your phone company stopped our texts. Only a text START from this phone opens
          it again; no page can.
        </p>
        <div class="acts">
          {startTo && <LinkButton href={startLink(startTo)}>Text START</LinkButton>}
          <Removal point={point} token={token} />
        </div>
      </>
    );
  if (point.reason === 'wrong_number')
    return (
      <>
        <p class="small">Whoever answered there said that it is not yours, so nothing is sent.</p>
        <Removal point={point} token={token} />
      </>
    );
  if (point.state === 'active')
    return (
      <div class="acts">
        {point.isPrimary === 0 && (
          <Form action={`${path}/first`}>
            <Button label={`Use ${name} first`}>Use this one first</Button>
          </Form>
        )}
        <Form action={`${path}/stop`}>
          <Button label={`${point.channel === 'sms' ? 'Stop texts to' : 'Stop email to'} ${name}`}>
            {point.channel === 'sms' ? 'Stop texts' : 'Stop email'}
          </Button>
        </Form>
        <Removal point={point} token={token} />
      </div>
    );
  return (
    <>
      <Form action={`${path}/start`} label={`Open ${name} again`}>
        {point.channel === 'sms' && <p class="small">{consent.body}</p>}
        <input type="hidden" name="version" value={consent.version} />
        <div>
          <Button>{point.channel === 'sms' ? 'I agree, text me again' : 'Send me email again'}</Button>
        </div>
      </Form>
      <Removal point={point} token={token} />
    </>
  );
};

const STATES: Record<OwnPoint['state'], string> = {
  active: 'in use',
  unconsented: 'not proved yet',
  held: 'on hold',
  suppressed: 'stopped',
  invalid: 'does not work',
};

const Point = (props: PointProps) => {
  const { point } = props;
  return (
    <li class="own-point">
      <p class="row-title">
        <strong class="breaks">{shown(point)}</strong>{' '}
        <Tag tone={point.state === 'active' ? 'accent' : 'warn'}>{STATES[point.state]}</Tag>
        {point.isPrimary === 1 && point.state === 'active' && <span class="small soft"> used first</span>}
      </p>
      <Standing {...props} />
    </li>
  );
};

interface Props {
  network: string;
  visit: SettingsVisit;
  hours: Hours | null;
  consent: ConsentText;
  startTo: string | null;
  flash: FlashMessage | null;
}

/** A member's own settings: how they are reached, and whether they belong. */
export const SettingsPage = ({ network, visit, hours, consent, startTo, flash }: Props) => {
  const { token, member, points } = visit;
  const list = (channel: 'sms' | 'email') => points.filter((one) => one.channel === channel);
  return (
    <MemberLayout
      title="Your settings"
      network={network}
      forName={[`${member.firstName} ${member.lastName}`, member.district].filter(Boolean).join(', ')}
      flash={flash}
      foot={
        <Form action={`/me/${token}/close`}>
          <div>
            <Button kind="quiet">Close this page in this browser</Button>
          </div>
        </Form>
      }
    >
      <PageHead title="Your settings" sub="What you change here counts at once." />
      {member.state === 'left' && (
        <Notice title="You have left the network">
          <p>No alert reaches you. Coming back opens nothing that you have stopped.</p>
          <Form action={`/me/${token}/return`}>
            <div>
              <Button kind="main">Come back</Button>
            </div>
          </Form>
        </Notice>
      )}
      {(['sms', 'email'] as const).map((channel) => (
        <Section title={channel === 'sms' ? 'Texts' : 'Email'} id={channel}>
          {list(channel).length > 0 ? (
            <ul class="own-points">
              {list(channel).map((point) => (
                <Point point={point} token={token} consent={consent} startTo={startTo} />
              ))}
            </ul>
          ) : (
            <p class="soft">{channel === 'sms' ? 'No number. We text you nothing.' : 'No address.'}</p>
          )}
        </Section>
      ))}
      {hours && list('sms').length > 0 && (
        <Section title="When we text you" id="hours">
          <p>We text you {hoursWords(hours)}. Answers to what you just wrote come at once.</p>
          <Form action={`/me/${token}/hours`} label="Text me only">
            <BetweenFields hours={hours} />
            <div class="acts">
              <Button name="hours" value="own">
                Text me only then
              </Button>
              {hours.opens !== null && (
                <Button kind="quiet" name="hours" value="all">
                  Text me as all members
                </Button>
              )}
            </div>
          </Form>
        </Section>
      )}
      <Section title="Add a number or address" id="add">
        <Form action={`/me/${token}/points`} label="Add a number or address">
          <TextField
            name="address"
            label="Mobile number or email address"
            hint="We send a code there to see that it is yours."
            autocomplete="off"
            spellcheck={false}
            maxlength={254}
          />
          <div>
            <Button>Add and send the code</Button>
          </div>
        </Form>
      </Section>
      {member.state === 'active' && (
        <Section title="Leave the network" id="leave">
          <p>No alert reaches you then. What you answered stays in the counts. You can come back here.</p>
          <p>
            <LinkButton href={`/me/${token}/leave`}>Leave</LinkButton>
          </p>
        </Section>
      )}
      <p class="small soft">
        The staff of the network can hand you everything that is held about you, and erase you if you ask for
        it: reply to any of our messages.
      </p>
    </MemberLayout>
  );
};

/** Asks once more before somebody leaves. */
export const LeavePage = ({ network, token }: { network: string; token: string }) => (
  <MemberLayout title="Leave the network" network={network}>
    <PageHead
      title="Leave the network?"
      sub="No alert, text or email about legislation reaches you from now on. What you answered stays in the counts. You can come back on your settings page."
    />
    <Form action={`/me/${token}/leave`}>
      <div class="acts">
        <Button kind="danger">Leave the network</Button>
        <LinkButton href={`/me/${token}`}>Stay</LinkButton>
      </div>
    </Form>
  </MemberLayout>
);
