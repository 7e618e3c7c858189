import { expect, test } from 'vitest';
import { ok } from '../../../../../src/com/index.js';
import {
  IMessage,
  MAPI_BCC,
  MAPI_CC,
  MAPI_TO,
  MSGSTATUS_DELMARKED,
  MSGSTATUS_HIDDEN,
  MSGSTATUS_HIGHLIGHTED,
  MSGSTATUS_REMOTE_DELETE,
  MSGSTATUS_REMOTE_DOWNLOAD,
  MSGSTATUS_TAGGED,
  PR_DISPLAY_BCC_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_TO_W,
  PR_MSG_STATUS,
} from '../../../../../src/mapi/index.js';
import { useLedger } from '../../../../support/ledger.js';
import { inboxOf, newStore, post, recipient, rowsOf } from '../../mailbox/stores.js';

useLedger();

// docs/decisions/0019-contradictions.md, 6.
test.each([
  ['MSGSTATUS_HIGHLIGHTED', MSGSTATUS_HIGHLIGHTED],
  ['MSGSTATUS_TAGGED', MSGSTATUS_TAGGED],
  ['MSGSTATUS_HIDDEN', MSGSTATUS_HIDDEN],
  ['MSGSTATUS_DELMARKED', MSGSTATUS_DELMARKED],
  ['MSGSTATUS_REMOTE_DOWNLOAD', MSGSTATUS_REMOTE_DOWNLOAD],
  ['MSGSTATUS_REMOTE_DELETE', MSGSTATUS_REMOTE_DELETE],
  ['a bit of the client', 0x8000_0000],
])(
  '%s can be set, is answered and stands in the column, although it lies among the bits that a page keeps zero',
  async (_, bit) => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const id = await post(inbox, 'a');
    expect(await ok(inbox.SetMessageStatus(id, 0xffff_ffff, bit))).toBe(0);
    expect(await ok(inbox.GetMessageStatus(id))).toBe(bit);
    using table = await ok(inbox.GetContentsTable());
    expect(await rowsOf(table, [PR_MSG_STATUS])).toEqual([[bit | 0]]);
    expect(await ok(inbox.SetMessageStatus(id, 0, bit))).toBe(bit);
  },
);

// The same, 12.
test('PR_DISPLAY_TO, CC and BCC are the names of the recipients, not TRUE', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  {
    using message = await ok(inbox.CreateMessage(IMessage));
    const people = [
      recipient('Ann', MAPI_TO),
      recipient('Bob', MAPI_TO),
      recipient('Cy', MAPI_CC),
      recipient('Di', MAPI_BCC),
    ];
    await ok(message.ModifyRecipients(0, people));
    await ok(message.SaveChanges());
  }
  using table = await ok(inbox.GetContentsTable());
  expect(await rowsOf(table, [PR_DISPLAY_TO_W, PR_DISPLAY_CC_W, PR_DISPLAY_BCC_W])).toEqual([['Ann; Bob', 'Cy', 'Di']]);
});
