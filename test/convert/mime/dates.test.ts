import { expect, test } from 'vitest';
import { readDate } from '../../../src/convert/mime/parse/dates.js';

// RFC 5322 appendix A, and what programs write.
test.for([
  ['Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T15:55:06.000Z'],
  ['Thu,\r\n 13\r\n Feb\r\n 1969\r\n 23:32\r\n -0330 (Newfoundland Time)', '1969-02-14T03:02:00.000Z'],
  ['21 Nov 97 09:55:06 GMT', '1997-11-21T09:55:06.000Z'],
  ['Fri, 21 Nov 1997 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06.000Z'],
  ['Fri, 21 Nov 1997 (a (b) c) 09:55 EST', '1997-11-21T14:55:00.000Z'],
  ['4 Mar 126 6:07:00 +0000', '2026-03-04T06:07:00.000Z'],
  ['4 Mar 26 6:07 MET', '2026-03-04T06:07:00.000Z'],
  ['Wed, 4 March 2026 12:30:00 PM +0100', '2026-03-04T11:30:00.000Z'],
  ['Wed, 4 Mar 2026 11:30 pm', '2026-03-04T23:30:00.000Z'],
  ['04-Mar-2026 06.07.08 +01:00', '2026-03-04T05:07:08.000Z'],
  ['Wed Mar  4 06:07:08 2026', '2026-03-04T06:07:08.000Z'],
  ['2026-03-04T06:07:08Z', '2026-03-04T06:07:08.000Z'],
  ['Wed, 04 Mar 2026 23:59:60 +0000', '2026-03-05T00:00:00.000Z'],
] as const)('%s', ([text, time]) => {
  const ms = Number((readDate(text) ?? 0n) / 10_000n) - 11_644_473_600_000;
  expect(new Date(ms).toISOString()).toBe(time);
});

test.for([
  '',
  'yesterday',
  'Wed, 15 Dec 2010    59:10 -0500',
  '4 Foo 2026 06:07',
  'Thu, 01 Jan 1600 00:00:00 +0000',
  '('.repeat(199),
])('%s is no date', (text) => {
  expect(readDate(text)).toBeNull();
});
