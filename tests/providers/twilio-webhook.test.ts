import { expect, test } from 'vitest';
import { isFromTwilio, readForm, readInbound, readStatus } from '../../src/providers/twilio/index.ts';

const URL_OF = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const CALL = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};
const holds = (signature: string, url = URL_OF, form: Record<string, string | string[]> = CALL) =>
  isFromTwilio(['12345'], signature, url, form);

test('the published signatures hold, whatever the port says', () => {
  expect(holds('RSOYDt4T1cUTdK1PDd93/VVr8B8=')).toBe(true);
  expect(holds('RSOYDt4T1cUTdK1PDd93/VVr8B8=', URL_OF.replace('.com', '.com:1234'))).toBe(true);
  expect(holds('kvajT1Ptam85bY51eRf/AJRuM3w=')).toBe(true);
  expect(holds('0ZXoZLH/DfblKGATFgpif+LLRf4=', URL_OF.replace('https', 'http'))).toBe(true);
  expect(holds('Zmvh+3yNM1Phv2jhDCwEM3q5ebU=', 'http://mycompany.com:1234/myapp.php?foo=1&bar=2')).toBe(true);
});

const at = (credentials: string) => URL_OF.replace('mycompany', `${credentials}@mycompany`);

test('credentials in the address are part of what is signed', () => {
  expect(holds('CukzLTc1tT5dXEDIHm/tKBanW10=', at('user:pass'))).toBe(true);
  expect(holds('2YRLlVAflCqxaNicjMpJcSTgzSs=', at('user'))).toBe(true);
  expect(holds('ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=', at('user:pass').replace('.com', '.com:443'))).toBe(true);
});

test('fields sent several times are signed as the set of their values', () => {
  const bindings = ['+1325xxxxxxx', '+1415xxxxxxx'];
  for (const order of [bindings, bindings.toReversed()]) {
    expect(holds('83O6e2vORAoJHUNzJjDWN1jz+BA=', URL_OF, { 'MessagingBinding.Address': order })).toBe(true);
  }
  const form = readForm('Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234');
  expect(form.Digits).toEqual(['5678', '1234', '1234']);
  expect(holds('IK+Dwps556ElfBT0I3Rgjkr1wJU=', URL_OF, form)).toBe(true);
});

test('an apostrophe in the address is signed as Twilio writes it', () => {
  expect(holds('TfZzewPq8wqrGlMfyAud8+/IvJ0=', `${URL_OF}&Body=It's+amazing`)).toBe(true);
});

test('a wrong, missing or altered signature is refused, and either token is taken during a rotation', () => {
  const good = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';
  expect(isFromTwilio(['new', '12345'], good, URL_OF, CALL)).toBe(true);
  expect(isFromTwilio(['new'], good, URL_OF, CALL)).toBe(false);
  expect(isFromTwilio([''], good, URL_OF, CALL)).toBe(false);
  expect(isFromTwilio(['12345'], undefined, URL_OF, CALL)).toBe(false);
  expect(holds('')).toBe(false);
  expect(holds(good.toLowerCase())).toBe(false);
  expect(holds(good, `${URL_OF}&more=1`)).toBe(false);
  expect(holds(good, URL_OF, { ...CALL, Digits: '1235' })).toBe(false);
});

test('an inbound text is read with its media and with what the carrier already did', () => {
  expect(
    readInbound(
      readForm(
        'AccountSid=AC1&MessageSid=MM1&From=%2B14065550101&To=%2B14065550100&Body=STOP&OptOutType=STOP&NumMedia=1&MediaUrl0=https%3A%2F%2Fm.example%2F1&MediaContentType0=image%2Fjpeg',
      ),
    ),
  ).toEqual({
    accountSid: 'AC1',
    providerId: 'MM1',
    from: '+14065550101',
    to: '+14065550100',
    body: 'STOP',
    optOutType: 'STOP',
    media: [{ url: 'https://m.example/1', type: 'image/jpeg' }],
  });
  expect(readInbound(readForm('AccountSid=AC1&Body=hello'))).toBeNull();
});

test('a status report is read with its code, and 0 is no code', () => {
  const form = 'AccountSid=AC1&MessageSid=SM1&MessageStatus=undelivered&ErrorCode=';
  expect(readStatus(readForm(`${form}30003`))).toEqual({
    accountSid: 'AC1',
    providerId: 'SM1',
    status: 'undelivered',
    errorCode: '30003',
  });
  expect(readStatus(readForm(`${form}0`))?.errorCode).toBeNull();
  expect(readStatus(readForm('MessageSid=SM1'))).toBeNull();
});
