import { expect, test } from 'vitest';
import { takeMail } from '../../src/background/post.ts';
import { testWorld, type TestWorld } from '../support/world.ts';

let ids = 0;
/** A world whose ids do not meet those of other worlds on the same storage. */
const freshWorld = (): TestWorld => {
  const world = testWorld();
  world.ids.next = () => `01POST${String((ids += 1)).padStart(20, '0')}`;
  return world;
};

/** A mail as the platform hands it over; remembers whether it was refused for good. */
const mail = (text: string) => {
  const refused: string[] = [];
  const raw = new TextEncoder().encode(text);
  return {
    refused,
    message: {
      from: 'ned@valier.example',
      to: 'r.unknown@reply.network.example',
      raw: new Response(raw).body,
      rawSize: raw.length,
      headers: new Headers(),
      setReject: (reason: string) => void refused.push(reason),
    } as unknown as ForwardableEmailMessage,
  };
};
const MAIL =
  'From: Ned <ned@valier.example>\r\nTo: r.unknown@reply.network.example\r\nSubject: Re: HB 203\r\nMessage-ID: <1@valier.example>\r\n\r\nYes, I called.\r\n';
const kept = async (world: TestWorld) => (await world.files.list('mail/')).length;

test('a mail is kept as it came before anything is asked of the database, which may then fail: it comes again', async () => {
  const world = freshWorld();
  world.db.all = () => Promise.reject(new Error('D1 is overloaded'));
  world.db.first = () => Promise.reject(new Error('D1 is overloaded'));
  const first = mail(MAIL);
  await expect(takeMail(world, first.message)).rejects.toThrow('D1 is overloaded');
  expect([await kept(world), first.refused]).toEqual([1, []]);

  const mended = freshWorld();
  for (let time = 0; time < 2; time += 1) {
    const again = mail(MAIL);
    await takeMail(mended, again.message);
    expect(again.refused).toEqual([]);
  }
  expect(await kept(mended)).toBe(1);
});

test('a mail that cannot be kept is for its server to send again, never refused', async () => {
  const world = freshWorld();
  world.files.put = () => Promise.reject(new Error('R2 is down'));
  const one = mail(MAIL);
  await expect(takeMail(world, one.message)).rejects.toThrow('send it again later');
  expect(one.refused).toEqual([]);
});

test.each([
  ['nothing', ''],
  ['no mail', '\u0000\u0001 not a mail at all'],
  ['a broken one', 'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n--x\r\n--x'],
])('what cannot be read is kept for a person, not sent back: %s', async (_what, text) => {
  const world = freshWorld();
  const one = mail(text);
  await takeMail(world, one.message);
  expect(one.refused).toEqual([]);
});
