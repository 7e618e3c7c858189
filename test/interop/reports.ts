import { expect, test } from 'vitest';
import { arrival, arrivals } from '../support/servers/index.js';
import type { FullPeer } from './full-peer.js';
import { letter } from './letter.js';
import { send } from './wire-sender.js';

/** What DSN asks for comes back as a report. */
export function describeReports(server: FullPeer): void {
  test('NOTIFY=SUCCESS yields a report that names ENVID and ORCPT (RFC 3461 section 4)', async () => {
    const from = 'wants-success@example.test';
    const recipient = {
      address: 'dsn-success@example.test',
      notify: ['success'] as const,
      originalRecipient: 'rfc822;first+try=1@example.test',
    };
    await send(server, {}, { from, to: [recipient], body: letter(), envelopeId: 'id+42=x', ret: 'hdrs' });
    await arrival(server, recipient.address);
    const report = await arrival(server, from);
    expect(report.envelopeFrom).toBe('');
    const text = report.raw.toString();
    expect(text).toMatch(/^Content-Type: multipart\/report;/im);
    // Exim does not decode what it was given; the others do (RFC 3464 section 2.2.1).
    expect(text).toMatch(/^Original-Envelope-Id: (?:id\+42=x|id\+2B42\+3Dx)$/im);
    expect(text).toMatch(/^Original-Recipient: rfc822; ?(?:first\+try=1|first\+2Btry\+3D1)@example\.test$/im);
    expect(text).toMatch(/^Final-Recipient: rfc822; ?dsn-success@example\.test$/im);
    expect(text).toMatch(/^Action: (?:delivered|relayed)$/im);
  });

  test.each([
    ['full', true],
    ['hdrs', false],
  ] as const)('RET=%s decides whether a failure brings the body back (RFC 3461 section 4.3)', async (ret, whole) => {
    const from = `wants-${ret}@example.test`;
    const to = [{ address: 'bounced@example.test', notify: ['failure'] as const }];
    await send(server, {}, { from, to, body: letter({ subject: 'a header', body: 'the body itself\r\n' }), ret });
    const text = (await arrival(server, from)).raw.toString();
    expect(text).toMatch(/^Action: failed$/im);
    expect(text).toContain('Subject: a header');
    expect(text.includes('the body itself')).toBe(whole);
  });

  test('NOTIFY=NEVER keeps a failure quiet beside one that is reported', async () => {
    const from = 'wants-one@example.test';
    const to = [
      { address: 'bounced+quiet@example.test', notify: ['never'] as const },
      { address: 'bounced+loud@example.test', notify: ['failure', 'delay'] as const },
    ];
    await send(server, {}, { from, to, body: letter() });
    const reports = await arrivals(server, from, 1);
    const text = reports.map((report) => report.raw.toString()).join('');
    expect(text).toContain('bounced+loud@example.test');
    expect(text).not.toMatch(/^Final-Recipient: .*quiet/im);
  });
}
