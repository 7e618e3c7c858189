import { describe, expect, test } from 'vitest';
import { IStream, ok, S_OK } from '../../../../src/com/index.js';
import {
  FORCE_SUBMIT,
  IAttach,
  IMessage,
  MAPI_CREATE,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_RECIPIENTS,
  MAPI_E_SUBMITTED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  type IMessage as Message,
  MSGFLAG_SUBMIT,
  PR_ATTACH_DATA_BIN,
  PR_BODY_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_SUBJECT_W,
  prop,
  type IMsgStore as Store,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newStore, propOf, recipient, rowsOf } from '../mailbox/stores.js';

useLedger();

/** A message in the Outbox, to Ann, never saved. */
async function draft(store: Store, subject: string): Promise<Message> {
  using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
  const message = await ok(outbox.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
  await ok(message.ModifyRecipients(0, [recipient('Ann')]));
  return message;
}

const queued = async (store: Store): Promise<readonly unknown[]> => {
  using queue = await ok(store.GetOutgoingQueue());
  return (await rowsOf(queue, [PR_SUBJECT_W])).map(([subject]) => subject);
};

describe('IMessage::SubmitMessage', () => {
  test('marks messages as ready to be transmitted, in the order in which they were marked', async () => {
    using store = await newStore();
    for (const subject of ['second to be written', 'first']) {
      using message = await draft(store, subject);
      expect(await message.SubmitMessage(0)).toBe(S_OK);
    }
    expect(await queued(store)).toEqual(['second to be written', 'first']);
  });

  test('takes FORCE_SUBMIT, which is not in use, and no flag that it does not know', async () => {
    using store = await newStore();
    using message = await draft(store, 'at once');
    expect(await message.SubmitMessage(2)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await queued(store)).toEqual([]);
    expect(await message.SubmitMessage(FORCE_SUBMIT)).toBe(S_OK);
    expect(await queued(store)).toEqual(['at once']);
  });

  test('answers MAPI_E_NO_RECIPIENTS without any; the message stays open and its pointers valid', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(IMessage));
    using attachment = (await ok(message.CreateAttach(IAttach))).lppAttach;
    expect(await message.SubmitMessage()).toBe(MAPI_E_NO_RECIPIENTS);
    expect(await attachment.SaveChanges()).toBe(S_OK);
    expect(await message.ModifyRecipients(0, [recipient('Ann')])).toBe(S_OK);
    expect(await message.SubmitMessage()).toBe(S_OK);
  });

  test('saves the message first: what was set, and attachments that were saved, go with it', async () => {
    using store = await newStore();
    using message = await draft(store, 'unsaved');
    {
      using attachment = (await ok(message.CreateAttach(IAttach))).lppAttach;
      using data = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0, MAPI_CREATE | MAPI_MODIFY));
      await ok(data.Write(Buffer.from('attached')));
      await ok(attachment.SaveChanges());
    }
    await ok(message.SetProps([prop(PR_BODY_W, 'the text')]));
    await ok(message.SubmitMessage());
    using queue = await ok(store.GetOutgoingQueue());
    const [[entryId] = []] = await rowsOf(queue, [PR_ENTRYID]);
    using submitted = await messageOf(store, entryId as Uint8Array, 0);
    expect(await propOf(submitted, PR_BODY_W)).toBe('the text');
    expect(((await propOf(submitted, PR_MESSAGE_FLAGS)) as number) & MSGFLAG_SUBMIT).toBe(MSGFLAG_SUBMIT);
    using attachment = await ok(submitted.OpenAttach(0, IAttach));
    expect(Buffer.from((await propOf(attachment, PR_ATTACH_DATA_BIN)) as Uint8Array).toString()).toBe('attached');
  });

  test('ends the use of the message and of what was opened of it, but for Release', async () => {
    using store = await newStore();
    using message = await draft(store, 'over');
    using attachment = (await ok(message.CreateAttach(IAttach))).lppAttach;
    using stream = await ok(message.OpenProperty(PR_BODY_W, IStream, 0, MAPI_CREATE | MAPI_MODIFY));
    await ok(message.SubmitMessage());
    expect(await message.SaveChanges()).toBe(MAPI_E_SUBMITTED);
    expect((await message.SetProps([prop(PR_SUBJECT_W, 'late')]))[0]).toBe(MAPI_E_SUBMITTED);
    expect(await message.SubmitMessage()).toBe(MAPI_E_SUBMITTED);
    expect(await attachment.SaveChanges()).toBe(MAPI_E_NO_ACCESS);
    expect((await stream.Write(Buffer.from('late')))[0]).toBe(MAPI_E_SUBMITTED);
    expect(await queued(store)).toEqual(['over']);
  });

  test('can be taken back by the entry identifier that the message had before', async () => {
    using store = await newStore();
    using message = await draft(store, 'on second thoughts');
    await ok(message.SaveChanges(2));
    const entryId = (await propOf(message, PR_ENTRYID)) as Uint8Array;
    await ok(message.SubmitMessage());
    expect(await store.AbortSubmit(entryId)).toBe(S_OK);
    expect(await queued(store)).toEqual([]);
    using again = await messageOf(store, entryId);
    expect(await again.SetProps([prop(PR_SUBJECT_W, 'better')])).toEqual([S_OK, []]);
  });
});
