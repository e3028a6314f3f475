-- What carriers take from each kind of sender, in segments. Bands of 10DLC are the trust score of the brand as the
-- registry gives it: 10dlc-75 is 75 to 100, 10dlc-50 is 50 to 74, 10dlc-25 is 25 to 49, 10dlc-1 is 1 to 24.
insert into carrier_limit (id, profile, carrier, period, segments, from_on, to_on, source) values
  ('10dlc-75-second', '10dlc-75', 'all', 'second', 75, '2022-03-10', null, 'Twilio, throughput by trust score: 75 to 100 gives 75 a second at each carrier, read 2026-11'),
  ('10dlc-75-att', '10dlc-75', 'att', 'minute', 4500, '2022-03-10', null, 'AT&T message classes A and B, developers.telnyx.com 10DLC rate limits, read 2026-11'),
  ('10dlc-75-tmobile', '10dlc-75', 'tmobile', 'day', 200000, '2022-03-10', null, 'T-Mobile brand tier top, until midnight Pacific, developers.telnyx.com and docs.bird.com, read 2026-11'),
  ('10dlc-50-second', '10dlc-50', 'all', 'second', 40, '2022-03-10', null, 'Twilio, throughput by trust score: 50 to 74 gives 40 a second at each carrier, read 2026-11'),
  ('10dlc-50-att', '10dlc-50', 'att', 'minute', 2400, '2022-03-10', null, 'AT&T message classes C and D, developers.telnyx.com 10DLC rate limits, read 2026-11'),
  ('10dlc-50-tmobile', '10dlc-50', 'tmobile', 'day', 40000, '2022-03-10', null, 'T-Mobile brand tier high mid, until midnight Pacific, read 2026-11'),
  ('10dlc-25-second', '10dlc-25', 'all', 'second', 4, '2022-03-10', null, 'Twilio, throughput by trust score: 1 to 49 gives 4 a second at each carrier, read 2026-11'),
  ('10dlc-25-att', '10dlc-25', 'att', 'minute', 240, '2022-03-10', null, 'AT&T message classes E and F, developers.telnyx.com 10DLC rate limits, read 2026-11'),
  ('10dlc-25-tmobile', '10dlc-25', 'tmobile', 'day', 10000, '2022-03-10', null, 'T-Mobile brand tier low mid, until midnight Pacific, read 2026-11'),
  ('10dlc-1-second', '10dlc-1', 'all', 'second', 4, '2022-03-10', null, 'Twilio, throughput by trust score: 1 to 49 gives 4 a second at each carrier, read 2026-11'),
  ('10dlc-1-att', '10dlc-1', 'att', 'minute', 240, '2022-03-10', null, 'AT&T message classes E and F, developers.telnyx.com 10DLC rate limits, read 2026-11'),
  ('10dlc-1-tmobile', '10dlc-1', 'tmobile', 'day', 2000, '2022-03-10', null, 'T-Mobile brand tier low, until midnight Pacific, read 2026-11'),
  ('10dlc-low-second', '10dlc-low', 'all', 'second', 4, '2022-09-28', null, 'Twilio, low volume standard brands: 4 a second at each carrier, read 2026-11'),
  ('10dlc-low-att', '10dlc-low', 'att', 'minute', 75, '2022-09-28', null, 'AT&T message class T, low volume mixed, developers.telnyx.com 10DLC rate limits, read 2026-11'),
  ('10dlc-low-tmobile', '10dlc-low', 'tmobile', 'day', 2000, '2022-09-28', null, 'T-Mobile brand tier low, until midnight Pacific, read 2026-11'),
  ('toll-free-second', 'toll-free', 'all', 'second', 3, '2022-03-10', null, 'Twilio, toll-free numbers: 3 a second, read 2026-11'),
  ('short-code-second', 'short-code', 'all', 'second', 100, '2022-03-10', null, 'Twilio, short codes: 100 a second, read 2026-11'),
  ('long-code-second', 'long-code', 'all', 'second', 1, '2022-03-10', null, 'Twilio, long codes outside 10DLC: 1 a second, read 2026-11'),
  ('mail-provider-second', 'mail-provider', 'all', 'second', 100, '2026-11-01', null, 'A mail provider’s plan for sending; what the provider grants goes into the own ceiling'),
  ('mail-default-second', 'mail-default', 'all', 'second', 2, '2026-11-01', null, 'Resend before a higher rate is asked for: 2 requests a second, read 2026-11');

-- What an installation began with, under the names above; what somebody changed stays as it is.
update sender set profile = '10dlc-75' where id = 'main' and profile = '10DLC, trust score 75 to 100';
update sender set profile = 'mail-provider' where id = 'mail' and profile = 'mail provider';
