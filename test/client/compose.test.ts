import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeMime } from '../../src/client/index.js';

describe('composeMime', () => {
  test('gets everybody into the envelope, and Bcc into no header (RFC 5322 section 3.6.3)', async () => {
    const { envelope, raw } = composeMime({
      from: 'Ann <ann@example.org>',
      to: ['Bob <bob@example.org>', 'bob@example.org'],
      cc: 'carol@example.org',
      bcc: 'dave@example.org',
      text: 'Hello',
    });
    expect(envelope).toEqual({
      from: 'ann@example.org',
      to: ['bob@example.org', 'carol@example.org', 'dave@example.org'],
    });
    const text = String(await raw());
    expect(text).toContain('Cc: carol@example.org\r\n');
    expect(text).not.toMatch(/^bcc:|dave@/im);
  });

  test('answers the Message-ID that is in the header', async () => {
    const composed = composeMime({ from: 'ann@example.org', to: 'bob@example.org', text: 'Hello' });
    expect(String(await composed.raw())).toContain(`Message-ID: ${composed.messageId}\r\n`);
  });

  test('takes an envelope of its own, and the null sender', () => {
    const envelope = { from: false as const, to: ['postmaster@example.org'] };
    expect(composeMime({ from: 'ann@example.org', envelope, text: '' }).envelope).toEqual({
      from: '',
      to: ['postmaster@example.org'],
    });
  });

  test('the stream is the same message', async () => {
    const mail = {
      from: 'a@example.org',
      to: 'b@example.org',
      messageId: '<1@x>',
      date: new Date(0),
      baseBoundary: 'b',
    };
    const compose = () => composeMime({ ...mail, text: 'Hello', attachments: [{ filename: 'x', content: 'y' }] });
    expect(await buffer(compose().stream())).toEqual(await compose().raw());
  });

  test('fails with the reason when a part cannot be read', async () => {
    const missing = composeMime({
      from: 'a@example.org',
      to: 'b@example.org',
      attachments: [{ path: '/no/such/file' }],
    });
    await expect(missing.raw()).rejects.toMatchObject({ code: 'ENOENT' });
    const broken = new Readable({ read: () => broken.destroy(new Error('torn')) });
    await expect(composeMime({ from: 'a@example.org', to: 'b@example.org', text: broken }).raw()).rejects.toThrow(
      'torn',
    );
  });

  test('every line ends with CRLF, and no header can be smuggled in', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\r\n', '\n', ' ', ':', '.', 'é', 'Bcc: x@y') });
    await fc.assert(
      fc.asyncProperty(text, text, async (subject, body) => {
        const mail = { from: 'ann@example.org', to: 'bob@example.org', subject, text: body };
        const raw = (await composeMime(mail).raw()).toString('latin1');
        expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const [header = ''] = raw.split('\r\n\r\n', 1);
        const names = [...header.matchAll(/^([^\s:]+):/gm)].map(([, name]) => name);
        expect(names).not.toContain('Bcc');
        expect(names.filter((name) => name === 'Subject').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
