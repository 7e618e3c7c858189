import { describe, expect, test } from 'vitest';
import { com, IStream, ok, STGM_WRITE } from '../../../../src/com/index.js';
import {
  ATTACH_BY_VALUE,
  ATTACH_EMBEDDED_MSG,
  FORCE_SAVE,
  fnevNewMail,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  IAttach,
  IMAPIAdviseSink,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_E_OBJECT_CHANGED,
  MAPI_MODIFY,
  type NOTIFICATION,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_NUM,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_FINDER_ENTRYID,
  PR_HASATTACH,
  PR_IPM_DRAFTS_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_IPM_WASTEBASKET_ENTRYID,
  PR_NORMALIZED_SUBJECT_W,
  PR_ROWID,
  PR_SUBJECT_W,
  PR_VIEWS_ENTRYID,
  prop,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf, recipient, rowsOf } from './stores.js';

useLedger();

describe('a new store', () => {
  test('has the folders that every store has', async () => {
    using store = await newStore();
    const named = [
      [PR_IPM_SUBTREE_ENTRYID, 'Top of Personal Folders'],
      [PR_IPM_OUTBOX_ENTRYID, 'Outbox'],
      [PR_IPM_SENTMAIL_ENTRYID, 'Sent Items'],
      [PR_IPM_WASTEBASKET_ENTRYID, 'Deleted Items'],
      [PR_IPM_DRAFTS_ENTRYID, 'Drafts'],
      [PR_FINDER_ENTRYID, 'Finder'],
      [PR_VIEWS_ENTRYID, 'Views'],
    ] as const;
    for (const [tag, name] of named) {
      using folder = await folderOf(store, await propOf(store, tag));
      expect(await propOf(folder, PR_DISPLAY_NAME_W)).toBe(name);
    }
    using inbox = await inboxOf(store);
    expect(await propOf(inbox, PR_DISPLAY_NAME_W)).toBe('Inbox');
    using root = await folderOf(store, null);
    using table = await ok(root.GetHierarchyTable());
    const names = (await rowsOf(table, [PR_DISPLAY_NAME_W])).map((row) => row[0]);
    expect(names).toEqual(['Common Views', 'Finder', 'Top of Personal Folders', 'Views']);
  });
});

describe('a message', () => {
  test('is seen by nobody before SaveChanges, and comes back with all of its parts', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    using contents = await ok(inbox.GetContentsTable());
    let entryId: Uint8Array;
    const data = new Uint8Array(300_000).map((_, index) => index % 251);
    {
      using message = await ok(inbox.CreateMessage(IMessage));
      await ok(message.SetProps([prop(PR_SUBJECT_W, 'Re: Lunch'), prop(PR_BODY_W, 'x'.repeat(100_000))]));
      await ok(message.ModifyRecipients(0, [recipient('Ann'), recipient('Bob')]));
      const created = await ok(message.CreateAttach(IAttach));
      using attachment = created.lppAttach;
      await ok(attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE), prop(PR_ATTACH_FILENAME_W, 'a.bin')]));
      {
        using stream = await ok(
          attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY),
        );
        await ok(stream.Write(data));
        await ok(stream.Commit(0));
      }
      expect(await ok(contents.GetRowCount())).toBe(0);
      await ok(attachment.SaveChanges());
      expect(await ok(contents.GetRowCount())).toBe(0);
      await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
      entryId = (await propOf(message, PR_ENTRYID)) as Uint8Array;
    }
    expect(await rowsOf(contents, [PR_SUBJECT_W, PR_DISPLAY_TO_W, PR_HASATTACH])).toEqual([
      ['Re: Lunch', 'Ann; Bob', true],
    ]);
    using again = await newStore(path);
    using message = await messageOf(again, entryId);
    expect(await propOf(message, PR_NORMALIZED_SUBJECT_W)).toBe('Lunch');
    using recipients = await ok(message.GetRecipientTable());
    expect(await rowsOf(recipients, [PR_ROWID, PR_DISPLAY_NAME_W])).toEqual([
      [0, 'Ann'],
      [1, 'Bob'],
    ]);
    using attachments = await ok(message.GetAttachmentTable());
    expect(await rowsOf(attachments, [PR_ATTACH_NUM, PR_ATTACH_FILENAME_W])).toEqual([[0, 'a.bin']]);
    using attachment = await ok(message.OpenAttach(0, IAttach));
    using stream = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0));
    expect(Buffer.compare(await ok(stream.Read(400_000)), data)).toBe(0);
    using body = await ok(message.OpenProperty(PR_BODY_W, IStream, 0));
    expect((await ok(body.Read(400_000))).length).toBe(200_000);
  });

  test('may lie in an attachment, to any depth', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    let entryId: Uint8Array;
    {
      using outer = await ok(inbox.CreateMessage(IMessage));
      const { lppAttach } = await ok(outer.CreateAttach(IAttach));
      using attachment = lppAttach;
      await ok(attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG)]));
      using inner = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
      await ok(inner.SetProps([prop(PR_SUBJECT_W, 'inside')]));
      await ok(inner.ModifyRecipients(0, [recipient('Carl')]));
      const deep = await ok(inner.CreateAttach(IAttach));
      using deepest = deep.lppAttach;
      await ok(deepest.SetProps([prop(PR_ATTACH_FILENAME_W, 'deep.txt')]));
      await ok(deepest.SaveChanges());
      await ok(inner.SaveChanges());
      await ok(attachment.SaveChanges());
      await ok(outer.SaveChanges(KEEP_OPEN_READWRITE));
      entryId = (await propOf(outer, PR_ENTRYID)) as Uint8Array;
    }
    using outer = await messageOf(store, entryId);
    using attachment = await ok(outer.OpenAttach(0, IAttach));
    using inner = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0));
    expect(await propOf(inner, PR_SUBJECT_W)).toBe('inside');
    expect(await propOf(inner, PR_DISPLAY_TO_W)).toBe('Carl');
    using deep = await ok(inner.OpenAttach(0, IAttach));
    expect(await propOf(deep, PR_ATTACH_FILENAME_W)).toBe('deep.txt');
  });

  test('saved by another session first answers MAPI_E_OBJECT_CHANGED, and FORCE_SAVE overwrites', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    using inbox = await inboxOf(store);
    const entryId = await post(inbox, 'first');
    using mine = await messageOf(store, entryId);
    using theirs = await messageOf(other, entryId);
    await ok(theirs.SetProps([prop(PR_SUBJECT_W, 'theirs')]));
    await ok(mine.SetProps([prop(PR_SUBJECT_W, 'mine')]));
    await ok(theirs.SaveChanges());
    expect(await mine.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_CHANGED);
    using now = await messageOf(store, entryId, 0);
    expect(await propOf(now, PR_SUBJECT_W)).toBe('theirs');
    await ok(mine.SaveChanges(KEEP_OPEN_READWRITE | FORCE_SAVE));
    using last = await messageOf(other, entryId, 0);
    expect(await propOf(last, PR_SUBJECT_W)).toBe('mine');
  });
});

test('sinks hear of messages and folders after the call, in order', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  const heard: NOTIFICATION[] = [];
  using sink = com(
    {
      OnNotify: (events: readonly NOTIFICATION[]) => {
        heard.push(...events);
        return 0;
      },
    },
    IMAPIAdviseSink,
  );
  const connection = await ok(
    store.Advise(null, fnevObjectCreated | fnevObjectModified | fnevObjectDeleted | fnevNewMail, sink),
  );
  const entryId = await post(inbox, 'one');
  expect(heard).toEqual([]);
  {
    using message = await messageOf(store, entryId);
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'two')]));
    await ok(message.SaveChanges());
  }
  await ok(inbox.DeleteMessages([entryId], 0, null));
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  const folder = await propOf(inbox, PR_ENTRYID);
  expect(heard.map(({ ulEventType, info }) => [ulEventType, (info as { lpEntryID: Uint8Array }).lpEntryID])).toEqual([
    [fnevObjectCreated, entryId],
    [fnevObjectModified, folder],
    [fnevObjectModified, entryId],
    [fnevObjectDeleted, entryId],
    [fnevObjectModified, folder],
  ]);
  await ok(store.Unadvise(connection));
});
