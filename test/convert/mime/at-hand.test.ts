import { expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import { envelopeOf, renderMime } from '../../../src/convert/index.js';
import {
  IMessage,
  KEEP_OPEN_READWRITE,
  type IMessage as Message,
  PR_BODY_W,
  PR_DISPLAY_NAME_A,
  PR_ENTRYID,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_RESPONSIBILITY,
  prop,
} from '../../../src/mapi/index.js';
import { StoreMessage } from '../../../src/providers/store/mailbox/message.js';
import { inboxOf, newStore } from '../../providers/store/mailbox/stores.js';
import { useLedger } from '../../support/ledger.js';
import { attach, bytesOf, letter, oneOff, to } from './letters.js';

useLedger();

/** As a store of somebody else, which has tables and nothing besides. */
async function byTables<T>(read: () => Promise<T>): Promise<T> {
  const kept = Object.getOwnPropertyDescriptors(StoreMessage.prototype);
  const { recipientsAtHand, attachmentsAtHand } = kept;
  Reflect.deleteProperty(StoreMessage.prototype, 'recipientsAtHand');
  Reflect.deleteProperty(StoreMessage.prototype, 'attachmentsAtHand');
  try {
    return await read();
  } finally {
    Object.defineProperties(StoreMessage.prototype, { recipientsAtHand, attachmentsAtHand });
  }
}

test('what a store tells at hand is what its tables show: recipients, attachments, and what is not saved', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  const narrow = to('', 'eve@example.org').filter((_, at) => at > 0);
  using message = await letter(
    inbox,
    [prop(PR_BODY_W, 'text')],
    [
      to('Bob', 'bob@example.org', 1, prop(PR_RESPONSIBILITY, true)),
      to('Cy', 'cy@example.org', 2, prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true)),
      to('Di', 'di@example.org', 3),
      [prop(PR_ENTRYID, oneOff('Fay', 'SMTP', 'fay@example.org'))],
      [prop(PR_DISPLAY_NAME_A, 'Eve'), ...narrow],
    ],
  );
  await attach(message, 'one.txt', Buffer.from('one'));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  await attach(message, 'two.txt', Buffer.from('two'));
  await ok(message.ModifyRecipients(2, [to('Gus', 'gus@example.org')]));
  const read = async (one: Message): Promise<readonly [unknown, string]> => [
    await envelopeOf(one),
    (await bytesOf(await renderMime(one))).toString('latin1'),
  ];
  const shown = await byTables(() => read(message));
  expect(await read(message)).toEqual(shown);
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  const id = (await ok(message.GetProps([PR_ENTRYID], 0)))[0] as Uint8Array;
  using opened = (await ok(store.OpenEntry(id, IMessage, 0))).lppUnk;
  const later = await byTables(() => read(opened));
  expect(await read(opened)).toEqual(later);
  expect(later[1]).toContain('two.txt');
});
