import { describe, expect, test } from 'vitest';
import { ComError, ok } from '../../../src/com/index.js';
import { envelopeOf, parseOneOff, renderMime } from '../../../src/convert/index.js';
import {
  PR_ATTACH_NUM,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_RESPONSIBILITY,
  PR_SMTP_ADDRESS_W,
  prop,
} from '../../../src/mapi/index.js';
import { inboxOf, newStore } from '../../providers/store/mailbox/stores.js';
import { useLedger } from '../../support/ledger.js';
import { attach, letter, oneOff, to } from './letters.js';

useLedger();

describe('a large attachment', () => {
  const size = 40 * 1024 * 1024;

  test('is never in memory whole, and is read no further than somebody wants', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await letter(inbox, [prop(PR_BODY_W, 'See below')]);
    await attach(message, 'large.bin', Buffer.alloc(size, 1));
    await ok(message.SaveChanges(2));
    const rendered = await renderMime(message);
    expect(rendered.source.bytes).toBeUndefined();
    let length = 0;
    let largest = 0;
    for await (const chunk of rendered.source.chunks()) {
      length += chunk.length;
      largest = Math.max(largest, chunk.length);
    }
    expect(length).toBe(rendered.source.size);
    expect(length).toBeGreaterThan(size);
    expect(largest).toBeLessThan(256 * 1024);
    // Who stops in the middle leaves nothing open: the ledger of this file's tests would show it.
    for await (const chunk of rendered.source.chunks()) if (chunk.length > 50_000) break;
  });

  test('that changed since is not sent as something else', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await letter(inbox, [prop(PR_BODY_W, 'See below')]);
    await attach(message, 'large.bin', Buffer.alloc(400_000, 1));
    await ok(message.SaveChanges(2));
    const rendered = await renderMime(message);
    {
      using table = await ok(message.GetAttachmentTable());
      const [row] = await ok(table.QueryRows(1));
      await ok(message.DeleteAttach(row?.get(PR_ATTACH_NUM) as number, 0, null));
    }
    const read = async (): Promise<void> => {
      for await (const _ of rendered.source.chunks());
    };
    await expect(read()).rejects.toBeInstanceOf(ComError);
  });
});

describe('envelopeOf', () => {
  test('has everybody, with the address from wherever it is', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const named = (name: string, ...props: Parameters<typeof letter>[1] & object): readonly never[] =>
      [prop(PR_DISPLAY_NAME_W, name), prop(PR_RECIPIENT_TYPE, 1), ...props] as never;
    using message = await letter(
      inbox,
      [],
      [
        to('Plain', 'plain@example.org'),
        to('Hidden', 'SMTP:hidden@example.org', 3, prop(PR_RESPONSIBILITY, true)),
        named('Own', prop(PR_SMTP_ADDRESS_W, 'own@example.org')),
        named('OneOff', prop(PR_ENTRYID, oneOff('OneOff', 'SMTP', 'one@example.org'))),
        named('Fax', prop(PR_ENTRYID, oneOff('Fax', 'FAX', '+1 555'))),
        to('Again', 'again@example.org', 0x10000000),
      ],
    );
    await ok(message.SaveChanges(2));
    const { from, recipients } = await envelopeOf(message);
    expect(from).toBe('ann@example.org');
    expect(recipients.map(({ name, address, kind, responsibility }) => [name, address, kind, responsibility])).toEqual([
      ['Plain', 'plain@example.org', 'to', false],
      ['Hidden', 'hidden@example.org', 'bcc', true],
      ['Own', 'own@example.org', 'to', false],
      ['OneOff', 'one@example.org', 'to', false],
      ['Fax', null, 'to', false],
      ['Again', 'again@example.org', 'p1', false],
    ]);
  });
});

describe('parseOneOff', () => {
  test('reads both widths, and nothing else', () => {
    const expected = { name: 'Zoe', addressType: 'SMTP', address: 'zoe@example.org' };
    expect(parseOneOff(oneOff('Zoe', 'SMTP', 'zoe@example.org'))).toEqual(expected);
    expect(parseOneOff(oneOff('Zoe', 'SMTP', 'zoe@example.org', false))).toEqual(expected);
    expect(parseOneOff(oneOff('Zoe', 'SMTP', 'zoe@example.org').subarray(0, 40))).toBeNull();
    expect(parseOneOff(new Uint8Array(60))).toBeNull();
    expect(parseOneOff(new Uint8Array(3))).toBeNull();
  });
});
