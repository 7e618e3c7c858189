import { expect, test } from 'vitest';
import { headerLines } from '../../../src/convert/mime/headertext.js';
import { readHeader } from '../../../src/convert/mime/parse/header.js';
import { moreFields, writtenFields } from '../../../src/convert/mime/report/morefields.js';

const said = new Set(['status', 'action']);
const read = (text: string): string => {
  const bytes = Buffer.from(text);
  return moreFields(readHeader(bytes, 0, bytes.length, bytes.length).fields, said).join('\r\n');
};

test('RFC 3464 section 2.4: what a report says beyond what MAPI knows is kept, and written again', () => {
  const text =
    'Status: 5.0.0\r\nX-Actual-Recipient: rfc822;\r\n   bob@example.org\r\nFinal-Log-ID: 17\r\nDSN-Gateway: dns; x\r\n\r\n';
  const kept = read(text);
  expect(kept).toBe('X-Actual-Recipient: rfc822; bob@example.org\r\nFinal-Log-ID: 17\r\nDSN-Gateway: dns; x');
  expect(read(headerLines(writtenFields(kept, said)))).toBe(kept);
});

test('what a program sets smuggles nothing in: no second status, no end of the group, no endless line', () => {
  const evil = `Status: 2.0.0\r\n\r\nAction : delivered\r\n--boundary\r\nX-Ok: fine\r\nX-Wide: Grüße\r\nX-Long: ${'long '.repeat(400)}`;
  const lines = headerLines(writtenFields(evil, said));
  expect(lines).toMatch(/^X-Ok: fine\r\nX-Wide: =\?utf-8\?/i);
  expect(lines).not.toMatch(/status|action|boundary|\r\n\r\n/i);
  expect(lines.split('\r\n').every((line) => line.length <= 998)).toBe(true);
  expect(writtenFields(null, said)).toEqual([]);
});
