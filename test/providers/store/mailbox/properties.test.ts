import { describe, expect, test } from 'vitest';
import { com, IStream, ok, STGM_READWRITE } from '../../../../src/com/index.js';
import {
  ascend,
  eq,
  exists,
  fnevTableModified,
  IAttach,
  IMAPIAdviseSink,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_E_COMPUTED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_DELETED,
  MAPI_E_UNEXPECTED_TYPE,
  MAPI_MESSAGE,
  MAPI_MODIFY,
  MAPI_STORE,
  MAPI_UNICODE,
  MNID_STRING,
  MSGFLAG_READ,
  MSGFLAG_UNMODIFIED,
  MSGFLAG_UNSENT,
  type NOTIFICATION,
  not,
  PR_ACCESS_LEVEL,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_NUM,
  PR_BODY_W,
  PR_COMMENT_W,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IMPORTANCE,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_RECIPIENTS,
  PR_MESSAGE_SIZE,
  PR_OBJECT_TYPE,
  PR_SEARCH_KEY,
  PR_SUBJECT_W,
  PS_PUBLIC_STRINGS,
  PT_LONG,
  PT_UNICODE,
  prop,
  propId,
  propTag,
  sortBy,
  sub,
  type TABLE_NOTIFICATION,
  TABLE_ROW_ADDED,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { deleteElsewhere, inboxOf, messageOf, newPath, newStore, post, propOf, recipient, rowsOf } from './stores.js';

useLedger();

describe('flags', () => {
  test('of a new message are unsent and unmodified; a second save clears the latter', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(IMessage));
    expect(await propOf(message, PR_MESSAGE_FLAGS)).toBe(MSGFLAG_UNSENT | MSGFLAG_UNMODIFIED);
    await ok(message.SetProps([prop(PR_MESSAGE_FLAGS, MSGFLAG_READ)]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(message, PR_MESSAGE_FLAGS)).toBe(MSGFLAG_READ | MSGFLAG_UNMODIFIED);
    const problems = await ok(message.SetProps([prop(PR_SUBJECT_W, 'x'), prop(PR_MESSAGE_FLAGS, 0)]));
    expect(problems).toMatchObject([{ ulIndex: 1, ulPropTag: PR_MESSAGE_FLAGS, scode: MAPI_E_COMPUTED }]);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(message, PR_MESSAGE_FLAGS)).toBe(MSGFLAG_READ);
  });
});

test('what the store keeps itself cannot be set, nor a column with another type', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  const wrong = propTag(PT_LONG, propId(PR_SUBJECT_W));
  const problems = await ok(message.SetProps([prop(PR_MESSAGE_SIZE, 1), prop(wrong, 5)]));
  expect(problems.map(({ scode }) => scode)).toEqual([MAPI_E_COMPUTED, MAPI_E_UNEXPECTED_TYPE]);
  expect((await message.GetProps([PR_ENTRYID]))[1]?.error(0)).toBe(MAPI_E_NOT_FOUND);
  expect(await propOf(message, PR_OBJECT_TYPE)).toBe(MAPI_MESSAGE);
  expect(await propOf(store, PR_OBJECT_TYPE)).toBe(MAPI_STORE);
});

test('a message opened without MAPI_MODIFY is read-only, and one that was deleted cannot be saved', async () => {
  const path = newPath();
  using store = await newStore(path);
  using inbox = await inboxOf(store);
  const entryId = await post(inbox, 'x');
  using reader = await messageOf(store, entryId, 0);
  expect(await propOf(reader, PR_ACCESS_LEVEL)).toBe(0);
  expect((await reader.SetProps([prop(PR_SUBJECT_W, 'y')]))[0]).toBe(MAPI_E_NO_ACCESS);
  using writer = await messageOf(store, entryId);
  await ok(writer.SetProps([prop(PR_SUBJECT_W, 'y')]));
  await deleteElsewhere(path, entryId);
  expect(await writer.SaveChanges()).toBe(MAPI_E_OBJECT_DELETED);
});

test('stores and folders keep properties at once, for every session', async () => {
  const path = newPath();
  using store = await newStore(path);
  using other = await newStore(path);
  await ok(store.SetProps([prop(PR_DISPLAY_NAME_W, 'My mail'), prop(PR_COMMENT_W, 'c')]));
  expect(await propOf(other, PR_DISPLAY_NAME_W)).toBe('My mail');
  using inbox = await inboxOf(store);
  using same = await inboxOf(other);
  await ok(inbox.SetProps([prop(PR_COMMENT_W, 'hello')]));
  expect(await propOf(same, PR_COMMENT_W)).toBe('hello');
});

test('named properties have one map for the store', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  const name = { lpguid: PS_PUBLIC_STRINGS, ulKind: MNID_STRING, Kind: 'Colour' } as const;
  const [tag] = await ok(message.GetIDsFromNames([name], MAPI_CREATE));
  expect(await ok(store.GetIDsFromNames([name]))).toEqual([tag]);
  const colour = propTag(PT_UNICODE, propId(tag as number));
  await ok(message.SetProps([prop(colour, 'green')]));
  await ok(message.SaveChanges());
  using table = await ok(inbox.GetContentsTable());
  await ok(table.Restrict(eq(colour, 'green')));
  expect(await rowsOf(table, [colour])).toEqual([['green']]);
});

test('CopyTo takes recipients and attachments along; the copy has the same search key', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, 'original'), prop(PR_BODY_W, 'b'.repeat(50_000))]));
  await ok(message.ModifyRecipients(0, [recipient('Ann')]));
  {
    const { lppAttach } = await ok(message.CreateAttach(IAttach));
    using attachment = lppAttach;
    await ok(attachment.SetProps([prop(PR_ATTACH_FILENAME_W, 'f'), prop(PR_ATTACH_DATA_BIN, new Uint8Array(9))]));
    await ok(attachment.SaveChanges());
  }
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  using copy = await ok(inbox.CreateMessage(IMessage));
  expect(await ok(message.CopyTo(null, null, 0, null, IMessage, copy))).toEqual([]);
  await ok(copy.SaveChanges(KEEP_OPEN_READWRITE));
  using recipients = await ok(copy.GetRecipientTable());
  expect(await rowsOf(recipients, [PR_DISPLAY_NAME_W])).toEqual([['Ann']]);
  using attachments = await ok(copy.GetAttachmentTable());
  expect(await rowsOf(attachments, [PR_ATTACH_NUM, PR_ATTACH_FILENAME_W])).toEqual([[0, 'f']]);
  expect(await propOf(copy, PR_SEARCH_KEY)).toEqual(await propOf(message, PR_SEARCH_KEY));
  using bare = await ok(inbox.CreateMessage(IMessage));
  await ok(message.CopyTo(null, [PR_MESSAGE_RECIPIENTS], 0, null, IMessage, bare));
  using none = await ok(bare.GetRecipientTable());
  expect(await ok(none.GetRowCount())).toBe(0);
});

test('attachments change with both saves, and go with the save of the message', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  const { lppAttach } = await ok(message.CreateAttach(IAttach));
  using attachment = lppAttach;
  const large = new Uint8Array(1_000_000).fill(7);
  {
    using stream = await ok(
      attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, STGM_READWRITE, MAPI_CREATE | MAPI_MODIFY),
    );
    await ok(stream.Write(large));
    await ok(stream.Seek(10n, 0));
    await ok(stream.Write(Uint8Array.of(1, 2, 3)));
    await ok(stream.Commit(0));
  }
  await ok(attachment.SaveChanges(KEEP_OPEN_READWRITE));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  await ok(attachment.SetProps([prop(PR_ATTACH_FILENAME_W, 'later')]));
  await ok(attachment.SaveChanges(KEEP_OPEN_READWRITE));
  using table = await ok(message.GetAttachmentTable());
  expect(await rowsOf(table, [PR_ATTACH_FILENAME_W])).toEqual([[null]]);
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  await ok(table.SeekRow(0, 0));
  expect(await rowsOf(table, [PR_ATTACH_FILENAME_W])).toEqual([['later']]);
  using again = await messageOf(store, (await propOf(message, PR_ENTRYID)) as Uint8Array);
  {
    using opened = await ok(again.OpenAttach(0, IAttach));
    using stream = await ok(opened.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0));
    large.set([1, 2, 3], 10);
    expect(Buffer.compare(await ok(stream.Read(2_000_000)), large)).toBe(0);
  }
  await ok(again.DeleteAttach(0, 0, null));
  expect((await again.OpenAttach(0, IAttach))[0]).toBe(MAPI_E_NOT_FOUND);
  await ok(again.SaveChanges(KEEP_OPEN_READWRITE));
  expect((await again.OpenAttach(0, IAttach))[0]).toBe(MAPI_E_NOT_FOUND);
});

describe('a contents table', () => {
  test('restricts, sorts, and reads on by what SQL and memory can do', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (let n = 0; n < 30; n++) await post(inbox, `s${n}`, prop(PR_IMPORTANCE, n % 3));
    {
      using message = await ok(inbox.CreateMessage(IMessage));
      await ok(message.SetProps([prop(PR_SUBJECT_W, 'with'), prop(PR_IMPORTANCE, 2)]));
      await ok(message.ModifyRecipients(0, [recipient('Zoe')]));
      await ok(message.SaveChanges());
    }
    using table = await ok(inbox.GetContentsTable());
    await ok(table.Restrict(eq(PR_IMPORTANCE, 2)));
    await ok(table.SortTable(sortBy(ascend(PR_SUBJECT_W))));
    const rows = await rowsOf(table, [PR_SUBJECT_W]);
    expect(rows.length).toBe(11);
    expect(rows.at(-1)).toEqual(['with']);
    await ok(table.Restrict(sub(PR_MESSAGE_RECIPIENTS, eq(PR_DISPLAY_NAME_W, 'Zoe'))));
    expect(await rowsOf(table, [PR_SUBJECT_W])).toEqual([['with']]);
    await ok(table.Restrict(not(exists(PR_COMMENT_W))));
    expect(await ok(table.GetRowCount())).toBe(31);
    expect(await ok(table.SeekRow(0, 20))).toBe(20);
    expect((await ok(table.QueryPosition())).lpulRow).toBe(20);
  });

  test('tells of rows that another session adds', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    using inbox = await inboxOf(store);
    using same = await inboxOf(other);
    using table = await ok(inbox.GetContentsTable(MAPI_UNICODE));
    await ok(table.SetColumns([PR_SUBJECT_W]));
    const heard: NOTIFICATION[] = [];
    const OnNotify = (events: readonly NOTIFICATION[]) => {
      heard.push(...events);
      return 0;
    };
    using sink = com({ OnNotify }, IMAPIAdviseSink);
    const connection = await ok(table.Advise(fnevTableModified, sink));
    await post(same, 'theirs');
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    const [event] = heard.map(({ info }) => info as TABLE_NOTIFICATION);
    expect(event?.ulTableEvent).toBe(TABLE_ROW_ADDED);
    expect([...(event?.row ?? [])]).toEqual(['theirs']);
    await ok(table.Unadvise(connection));
  });
});
