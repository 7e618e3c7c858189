import { describe, expect, test } from 'vitest';
import {
  com,
  IStorage,
  IStream,
  ok,
  S_OK,
  STG_E_ACCESSDENIED,
  STGM_READ,
  STGM_READWRITE,
  STGM_SHARE_EXCLUSIVE,
  STGM_WRITE,
} from '../../../../src/com/index.js';
import {
  ATTACH_BY_VALUE,
  ATTACH_DIALOG,
  ATTACH_EMBEDDED_MSG,
  ATTACH_OLE,
  ascend,
  eq,
  FORCE_SAVE,
  IAttach,
  IMAPIFolder,
  IMAPIProgress,
  IMAPIProp,
  IMessage,
  IStreamDocfile,
  KEEP_OPEN_READONLY,
  KEEP_OPEN_READWRITE,
  MAPI_ATTACH,
  MAPI_BEST_ACCESS,
  MAPI_CREATE,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_COMPUTED,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  MAPI_MOVE,
  MAPI_TOP_LEVEL,
  MAPI_UNICODE,
  type IMessage as Message,
  PR_ACCESS_LEVEL,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_FILENAME_A,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_NUM,
  PR_ATTACH_SIZE,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_HASATTACH,
  PR_INSTANCE_KEY,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_SIZE,
  PR_OBJECT_TYPE,
  PR_RECORD_KEY,
  PR_RENDERING_POSITION,
  PR_SUBJECT_W,
  type IMAPIProgress as Progress,
  prop,
  propId,
  sortBy,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { newStore, propOf, recipient, rowsOf } from '../mailbox/stores.js';
import { again, attach, codeOf, drain, newMessage, pour, savedMessage } from './messages.js';

useLedger();

const data = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const named = (name: string) => prop(PR_ATTACH_FILENAME_W, name);

/** The names in the attachment table. */
async function names(message: Message): Promise<readonly unknown[]> {
  using table = await ok(message.GetAttachmentTable());
  return (await rowsOf(table, [PR_ATTACH_FILENAME_W])).map(([name]) => name);
}

async function created(message: Message) {
  const { lpulAttachmentNum: num, lppAttach } = await ok(message.CreateAttach(IAttach));
  return { num, attachment: lppAttach };
}

describe('IMessage::GetAttachmentTable', () => {
  test('S_OK: one row for each attachment, with the required columns', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await attach(message, named('a'), prop(PR_RENDERING_POSITION, 7));
    await attach(message, named('b'));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using table = await ok(message.GetAttachmentTable(MAPI_UNICODE | MAPI_DEFERRED_ERRORS));
    const columns = (await ok(table.QueryColumns(0))).map(propId);
    for (const required of [PR_ATTACH_NUM, PR_INSTANCE_KEY, PR_RECORD_KEY, PR_RENDERING_POSITION])
      expect(columns).toContain(propId(required));
    const rows = await rowsOf(table, [PR_ATTACH_NUM, PR_RENDERING_POSITION, PR_RECORD_KEY, PR_INSTANCE_KEY]);
    expect(rows.map(([num, position]) => [num, position])).toEqual([
      [0, 7],
      [1, -1],
    ]);
    const keys = rows.flatMap(([, , record, instance]) => [record, instance].map((key) => String(key)));
    expect(new Set(keys).size).toBe(4);
  });

  test('an attachment appears once both it and the message were saved', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    const { attachment } = await created(message);
    using open = attachment;
    await ok(open.SetProps([named('a')]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await names(message)).toEqual([]);
    await ok(open.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await names(message)).toEqual([]);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await names(message)).toEqual(['a']);
  });

  test('the table is dynamic: it follows new, changed and deleted attachments while it is open', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const first = await attach(message, named('a'));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using table = await ok(message.GetAttachmentTable());
    const look = async () => {
      await ok(table.SeekRow(0, 0));
      return (await rowsOf(table, [PR_ATTACH_FILENAME_W])).map(([name]) => name);
    };
    expect(await look()).toEqual(['a']);
    await attach(message, named('b'));
    {
      using open = await ok(message.OpenAttach(first, IAttach, MAPI_MODIFY));
      await ok(open.SetProps([named('A')]));
      await ok(open.SaveChanges());
    }
    expect(await look()).toEqual(['a']);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await look()).toEqual(['A', 'b']);
    await ok(message.DeleteAttach(first, 0, null));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await look()).toEqual(['b']);
  });

  test('it restricts and sorts; a rendering position of -1 sorts before all others', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    for (const [name, position] of [
      ['x', 5],
      ['y', -1],
      ['z', 2],
    ] as const)
      await attach(message, named(name), prop(PR_RENDERING_POSITION, position));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using table = await ok(message.GetAttachmentTable());
    await ok(table.SortTable(sortBy(ascend(PR_RENDERING_POSITION))));
    expect((await rowsOf(table, [PR_ATTACH_FILENAME_W])).flat()).toEqual(['y', 'z', 'x']);
    await ok(table.Restrict(eq(PR_ATTACH_FILENAME_W, 'z')));
    expect((await rowsOf(table, [PR_ATTACH_FILENAME_W])).flat()).toEqual(['z']);
  });

  test('its text columns are Unicode with MAPI_UNICODE, and of 8 bits without', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await attach(message, named('a'));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    for (const [flags, tag] of [
      [MAPI_UNICODE, PR_ATTACH_FILENAME_W],
      [0, PR_ATTACH_FILENAME_A],
    ] as const) {
      using table = await ok(message.GetAttachmentTable(flags));
      expect(await ok(table.QueryColumns(0))).toContain(tag);
      expect((await ok(table.QueryRows(1, 0)))[0]?.get(tag)).toBe('a');
    }
  });

  test('MAPI_E_UNKNOWN_FLAGS for an unknown flag', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    expect(await codeOf(message.GetAttachmentTable(1))).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});

describe('IMessage::CreateAttach', () => {
  test('S_OK: numbers differ within a message, and two messages may use the same', async () => {
    using store = await newStore();
    using one = await newMessage(store);
    using two = await newMessage(store);
    expect([await attach(one), await attach(one), await attach(two)]).toEqual([0, 1, 0]);
    await ok(one.DeleteAttach(1, 0, null));
    expect(await attach(one)).toBe(2);
  });

  test('null asks for IAttach; IMAPIProp will do, another interface will not', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    {
      const { lppAttach } = await ok(message.CreateAttach(null, MAPI_DEFERRED_ERRORS));
      using attachment = lppAttach;
      expect(attachment.QueryInterface(IAttach)[0]).toBe(S_OK);
      attachment.Release();
    }
    {
      const { lppAttach } = await ok(message.CreateAttach(IMAPIProp));
      using attachment = lppAttach;
      expect(await propOf(attachment, PR_OBJECT_TYPE)).toBe(MAPI_ATTACH);
    }
    expect(await codeOf(message.CreateAttach(IMAPIFolder))).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect(await codeOf(message.CreateAttach(null, MAPI_MODIFY))).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('a new attachment has its number, type and method, and a rendering position when it was saved', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { num, attachment } = await created(message);
    using open = attachment;
    expect([...(await ok(open.GetProps([PR_ATTACH_NUM, PR_OBJECT_TYPE, PR_ACCESS_LEVEL])))]).toEqual([
      num,
      MAPI_ATTACH,
      1,
    ]);
    await ok(open.SaveChanges(KEEP_OPEN_READWRITE));
    expect([...(await ok(open.GetProps([PR_ATTACH_METHOD, PR_RENDERING_POSITION])))]).toEqual([0, -1]);
  });

  test('what it holds is seen by others after both saves alone', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    const { num, attachment } = await created(message);
    using open = attachment;
    await ok(open.SetProps([named('a')]));
    const seen = async () => {
      using other = await again(store, message, 0);
      return [await codeOf(other.OpenAttach(num, IMAPIProp)).then((hr) => hr), await names(other)];
    };
    expect(await seen()).toEqual([MAPI_E_NOT_FOUND, []]);
    await ok(open.SaveChanges());
    expect(await seen()).toEqual([MAPI_E_NOT_FOUND, []]);
    await ok(message.SaveChanges());
    using other = await again(store, message, 0);
    expect(await names(other)).toEqual(['a']);
  });

  test('MAPI_E_NO_ACCESS in a read-only message', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    using reader = await again(store, message, 0);
    expect(await codeOf(reader.CreateAttach(null))).toBe(MAPI_E_NO_ACCESS);
  });
});

describe('IMessage::OpenAttach', () => {
  test('S_OK: read-only by default, with MAPI_MODIFY and MAPI_BEST_ACCESS for writing', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    for (const [flags, level] of [
      [0, 0],
      [MAPI_DEFERRED_ERRORS, 0],
      [MAPI_MODIFY, 1],
      [MAPI_BEST_ACCESS, 1],
    ] as const) {
      using attachment = await ok(message.OpenAttach(num, IAttach, flags));
      expect(await propOf(attachment, PR_ACCESS_LEVEL)).toBe(level);
      const [hr] = await attachment.SetProps([named('b')]);
      expect(hr).toBe(level === 1 ? S_OK : MAPI_E_NO_ACCESS);
    }
  });

  test('MAPI_BEST_ACCESS in a read-only message is reading; MAPI_MODIFY is MAPI_E_NO_ACCESS', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using reader = await again(store, message, 0);
    expect(await codeOf(reader.OpenAttach(num, IAttach, MAPI_MODIFY))).toBe(MAPI_E_NO_ACCESS);
    using attachment = await ok(reader.OpenAttach(num, IAttach, MAPI_BEST_ACCESS));
    expect(await propOf(attachment, PR_ACCESS_LEVEL)).toBe(0);
    expect(await attachment.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_NO_ACCESS);
    expect(await attachment.SaveChanges(FORCE_SAVE)).toBe(MAPI_E_NO_ACCESS);
  });

  test('MAPI_E_NOT_FOUND for a number that is not there, MAPI_E_INTERFACE_NOT_SUPPORTED, MAPI_E_UNKNOWN_FLAGS', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'));
    expect(await codeOf(message.OpenAttach(num + 1, null))).toBe(MAPI_E_NOT_FOUND);
    expect(await codeOf(message.OpenAttach(num, IMessage))).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect(await codeOf(message.OpenAttach(num, null, 0x1000))).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('an attachment that was saved and its message not yet can be opened from that message', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'), prop(PR_ATTACH_DATA_BIN, data(1, 2, 3)));
    using attachment = await ok(message.OpenAttach(num, IAttach));
    expect([...(await ok(attachment.GetProps([PR_ATTACH_FILENAME_W, PR_ATTACH_DATA_BIN])))]).toEqual([
      'a',
      data(1, 2, 3),
    ]);
  });
});

describe('IMessage::DeleteAttach', () => {
  test('S_OK: it is gone for this message at once, and for others when the message is saved', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await message.DeleteAttach(num, 0, null)).toBe(S_OK);
    expect(await codeOf(message.OpenAttach(num, null))).toBe(MAPI_E_NOT_FOUND);
    {
      using other = await again(store, message, 0);
      expect(await names(other)).toEqual(['a']);
    }
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using other = await again(store, message, 0);
    expect([await names(other), await propOf(other, PR_HASATTACH)]).toEqual([[], false]);
  });

  test('without a save nothing was deleted', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    {
      using other = await again(store, message);
      await ok(other.DeleteAttach(num, 0, null));
    }
    using other = await again(store, message, 0);
    expect(await names(other)).toEqual(['a']);
  });

  test('an object of it that is still open cannot bring it back: MAPI_E_OBJECT_DELETED', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { num, attachment } = await created(message);
    using open = attachment;
    await ok(open.SetProps([named('a')]));
    await ok(open.SaveChanges(KEEP_OPEN_READWRITE));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    await ok(message.DeleteAttach(num, 0, null));
    expect(await open.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_DELETED);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await open.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_DELETED);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await names(message)).toEqual([]);
  });

  test('ATTACH_DIALOG tells lpProgress; MAPI_E_NOT_FOUND, MAPI_E_NO_ACCESS and MAPI_E_UNKNOWN_FLAGS', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using reader = await again(store, message, 0);
    expect(await reader.DeleteAttach(num, 0, null)).toBe(MAPI_E_NO_ACCESS);
    expect(await message.DeleteAttach(num + 1, 0, null)).toBe(MAPI_E_NOT_FOUND);
    expect(await message.DeleteAttach(num, 0, null, 0x40)).toBe(MAPI_E_UNKNOWN_FLAGS);
    const told: number[][] = [];
    using progress = com<Progress>(
      {
        Progress: (...values) => void told.push(values),
        GetFlags: () => MAPI_TOP_LEVEL,
        GetMin: () => 1,
        GetMax: () => 1000,
        SetLimits: () => undefined,
      },
      IMAPIProgress,
    );
    await ok(message.DeleteAttach(num, 0, progress, ATTACH_DIALOG));
    expect(told).toEqual([[1000, 1, 1]]);
  });
});

describe('IAttach', () => {
  test('holds data by value, of any size, through IStream', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { num, attachment } = await created(message);
    const large = new Uint8Array(600_000).map((_, n) => n % 253);
    {
      using open = attachment;
      await ok(open.SetProps([prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE), named('large')]));
      await pour(open, PR_ATTACH_DATA_BIN, large);
      await ok(open.SaveChanges());
    }
    await ok(message.SaveChanges());
    using other = await again(store, message, 0);
    using open = await ok(other.OpenAttach(num, IAttach));
    expect(Buffer.compare(await drain(open, PR_ATTACH_DATA_BIN), large)).toBe(0);
    const [method, size] = [...(await ok(open.GetProps([PR_ATTACH_METHOD, PR_ATTACH_SIZE])))];
    expect(method).toBe(ATTACH_BY_VALUE);
    expect(size).toBeGreaterThan(600_000);
    expect(await propOf(other, PR_MESSAGE_SIZE)).toBeGreaterThan(600_000);
  });

  test('its record key is kept when the message is opened again; its number cannot be set', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    const keyOf = async (from: Message) => {
      using open = await ok(from.OpenAttach(num, IAttach));
      return await propOf(open, PR_RECORD_KEY);
    };
    using other = await again(store, message);
    expect(await keyOf(other)).toEqual(await keyOf(message));
    using open = await ok(other.OpenAttach(num, IAttach, MAPI_MODIFY));
    expect(await ok(open.SetProps([prop(PR_ATTACH_NUM, 9)]))).toMatchObject([{ scode: MAPI_E_COMPUTED }]);
  });

  test('KEEP_OPEN_READWRITE goes on, KEEP_OPEN_READONLY and no flags end the writing', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { attachment } = await created(message);
    using open = attachment;
    expect(await open.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
    await ok(open.SetProps([named('b')]));
    expect(await open.SaveChanges(KEEP_OPEN_READONLY)).toBe(S_OK);
    expect((await open.SetProps([named('c')]))[0]).toBe(MAPI_E_NO_ACCESS);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await names(message)).toEqual(['b']);
  });

  test('MAPI_E_NO_ACCESS: its message became read-only, and what it saves would be lost', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { attachment } = await created(message);
    using open = attachment;
    await ok(message.SaveChanges());
    expect(await open.SaveChanges()).toBe(MAPI_E_NO_ACCESS);
  });

  test('changes of attachments alone are changes of the message: MAPI_E_OBJECT_CHANGED for the second', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using second = await again(store, message);
    for (const [from, name] of [
      [message, 'first'],
      [second, 'second'],
    ] as const) {
      using open = await ok(from.OpenAttach(num, IAttach, MAPI_MODIFY));
      await ok(open.SetProps([named(name)]));
      await ok(open.SaveChanges());
    }
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await second.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_CHANGED);
    expect(await second.SaveChanges(FORCE_SAVE)).toBe(S_OK);
    using other = await again(store, message, 0);
    expect(await names(other)).toEqual(['second']);
  });

  test('FORCE_SAVE brings no part of an attachment back that somebody else deleted', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'), prop(PR_ATTACH_DATA_BIN, data(1)));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using second = await again(store, message);
    {
      using open = await ok(second.OpenAttach(num, IAttach, MAPI_MODIFY));
      await ok(open.SetProps([named('b')]));
      await pour(open, PR_ATTACH_DATA_BIN, new Uint8Array(300_000));
      await ok(open.SaveChanges());
    }
    await ok(message.DeleteAttach(num, 0, null));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await second.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_CHANGED);
    expect(await second.SaveChanges(FORCE_SAVE | KEEP_OPEN_READWRITE)).toBe(S_OK);
    expect([await names(second), await propOf(second, PR_HASATTACH)]).toEqual([[], false]);
  });

  test('CopyTo copies an attachment, data and all, into one of another message', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const num = await attach(message, named('a'), prop(PR_ATTACH_DATA_BIN, new Uint8Array(100_000).fill(3)));
    using target = await newMessage(store);
    {
      using from = await ok(message.OpenAttach(num, IAttach));
      const { attachment } = await created(target);
      using to = attachment;
      expect(await ok(from.CopyTo(null, null, 0, null, IAttach, to))).toEqual([]);
      await ok(to.SaveChanges());
    }
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    using open = await ok(target.OpenAttach(0, IAttach));
    expect(await propOf(open, PR_ATTACH_FILENAME_W)).toBe('a');
    expect(await drain(open, PR_ATTACH_DATA_BIN)).toHaveLength(100_000);
  });
});

describe('An embedded message', () => {
  const open = (attachment: IAttach, flags = 0) => attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, flags);

  test('is made, filled and saved three times: itself, its attachment, its message', async () => {
    using store = await newStore();
    using message = await newMessage(store, prop(PR_SUBJECT_W, 'outer'));
    const { num, attachment } = await created(message);
    using box = attachment;
    await ok(box.SetProps([prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG)]));
    using inner = await ok(open(box, MAPI_CREATE | MAPI_MODIFY));
    await ok(inner.SetProps([prop(PR_SUBJECT_W, 'inner'), prop(PR_BODY_W, 'b'.repeat(50_000))]));
    await ok(inner.ModifyRecipients(0, [recipient('Ann')]));
    await attach(inner, named('nested'), prop(PR_ATTACH_DATA_BIN, data(1, 2)));
    await ok(inner.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await codeOf(box.OpenProperty(PR_ATTACH_DATA_OBJ, IMAPIFolder, 0))).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    await ok(box.SaveChanges(KEEP_OPEN_READWRITE));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using stored = await again(store, message, 0);
    using storedBox = await ok(stored.OpenAttach(num, IAttach));
    expect(await propOf(storedBox, PR_ATTACH_METHOD)).toBe(ATTACH_EMBEDDED_MSG);
    using storedInner = await ok(open(storedBox));
    expect([...(await ok(storedInner.GetProps([PR_SUBJECT_W, PR_MESSAGE_CLASS_W])))]).toEqual(['inner', 'IPM']);
    expect(await drain(storedInner, PR_BODY_W)).toHaveLength(100_000);
    expect(await names(storedInner)).toEqual(['nested']);
    using recipients = await ok(storedInner.GetRecipientTable());
    expect(await rowsOf(recipients, [PR_DISPLAY_NAME_W])).toEqual([['Ann']]);
  });

  test.each(['itself', 'its attachment', 'its message'])('is lost when %s is not saved', async (unsaved) => {
    using store = await newStore();
    using message = await savedMessage(store);
    const { num, attachment } = await created(message);
    using box = attachment;
    using inner = await ok(open(box, MAPI_CREATE | MAPI_MODIFY));
    await ok(inner.SetProps([prop(PR_SUBJECT_W, 'inner')]));
    if (unsaved !== 'itself') await ok(inner.SaveChanges());
    if (unsaved !== 'its attachment') await ok(box.SaveChanges());
    if (unsaved !== 'its message') await ok(message.SaveChanges());
    using stored = await again(store, message, 0);
    if (unsaved !== 'itself') {
      expect(await codeOf(stored.OpenAttach(num, IMAPIProp))).toBe(MAPI_E_NOT_FOUND);
      return;
    }
    using storedBox = await ok(stored.OpenAttach(num, IAttach));
    expect(await codeOf(open(storedBox))).toBe(MAPI_E_NOT_FOUND);
  });

  test('is changed in place, MAPI_CREATE begins it anew', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { num, attachment } = await created(message);
    {
      using box = attachment;
      using inner = await ok(open(box, MAPI_CREATE | MAPI_MODIFY));
      await ok(inner.SetProps([prop(PR_SUBJECT_W, '1'), prop(PR_BODY_W, 'kept')]));
      await ok(inner.SaveChanges());
      await ok(box.SaveChanges());
    }
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    const edit = async (subject: string, flags: number) => {
      using box = await ok(message.OpenAttach(num, IAttach, MAPI_MODIFY));
      using inner = await ok(open(box, flags));
      await ok(inner.SetProps([prop(PR_SUBJECT_W, subject)]));
      await ok(inner.SaveChanges());
      await ok(box.SaveChanges());
      await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    };
    const look = async () => {
      using stored = await again(store, message, 0);
      using box = await ok(stored.OpenAttach(num, IAttach));
      using inner = await ok(open(box));
      return [...(await ok(inner.GetProps([PR_SUBJECT_W, PR_BODY_W])))];
    };
    await edit('2', MAPI_MODIFY);
    expect(await look()).toEqual(['2', 'kept']);
    await edit('3', MAPI_MODIFY | MAPI_CREATE);
    expect(await look()).toEqual(['3', null]);
  });

  test('nests, and its own saves go with the outer ones', async () => {
    using store = await newStore();
    using message = await newMessage(store, prop(PR_SUBJECT_W, 'level 0'));
    const nest = async (outer: Message, level: number): Promise<void> => {
      if (level > 3) return;
      const { attachment } = await created(outer);
      using box = attachment;
      using inner = await ok(open(box, MAPI_CREATE | MAPI_MODIFY));
      await ok(inner.SetProps([prop(PR_SUBJECT_W, `level ${level}`)]));
      await nest(inner, level + 1);
      await ok(inner.SaveChanges());
      await ok(box.SaveChanges());
    };
    await nest(message, 1);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    const read = async (outer: Message): Promise<readonly unknown[]> => {
      const subject = await propOf(outer, PR_SUBJECT_W);
      const [hr, box] = await outer.OpenAttach(0, IAttach);
      if (!box) return [subject, hr];
      using opened = box;
      using inner = await ok(open(opened));
      return [subject, ...(await read(inner))];
    };
    const levels = ['level 0', 'level 1', 'level 2', 'level 3', MAPI_E_NOT_FOUND];
    using stored = await again(store, message, 0);
    expect(await read(stored)).toEqual(levels);
    using copy = await newMessage(store);
    await ok(stored.CopyTo(null, null, 0, null, IMessage, copy));
    await ok(copy.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await read(copy)).toEqual(levels);
  });

  test('moves with its message', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { attachment } = await created(message);
    {
      using box = attachment;
      using inner = await ok(open(box, MAPI_CREATE | MAPI_MODIFY));
      await ok(inner.SetProps([prop(PR_SUBJECT_W, 'inner')]));
      await ok(inner.SaveChanges());
      await ok(box.SaveChanges());
    }
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using target = await newMessage(store);
    await ok(message.CopyTo(null, null, 0, null, IMessage, target, MAPI_MOVE));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await codeOf(message.OpenAttach(0, IMAPIProp))).toBe(MAPI_E_NOT_FOUND);
    using box = await ok(target.OpenAttach(0, IAttach));
    using inner = await ok(open(box));
    expect(await propOf(inner, PR_SUBJECT_W)).toBe('inner');
  });

  test('has no entry identifier, is not sent and not marked read', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { attachment } = await created(message);
    using box = attachment;
    using inner = await ok(open(box, MAPI_CREATE | MAPI_MODIFY));
    await ok(inner.ModifyRecipients(0, [recipient('Ann')]));
    await ok(inner.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(inner, PR_ENTRYID)).toBeNull();
    expect(await inner.SubmitMessage()).toBe(MAPI_E_NO_SUPPORT);
    expect(await inner.SetReadFlag()).toBe(MAPI_E_NO_SUPPORT);
  });

  test('a read-only attachment opens it for reading alone; without one it is MAPI_E_NOT_FOUND', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { num, attachment } = await created(message);
    {
      using box = attachment;
      expect(await codeOf(open(box))).toBe(MAPI_E_NOT_FOUND);
      expect(await codeOf(open(box, MAPI_CREATE))).toBe(MAPI_E_INVALID_PARAMETER);
      using inner = await ok(open(box, MAPI_CREATE | MAPI_MODIFY));
      await ok(inner.SaveChanges());
      await ok(box.SaveChanges());
    }
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using box = await ok(message.OpenAttach(num, IAttach));
    expect(await codeOf(open(box, MAPI_MODIFY))).toBe(MAPI_E_NO_ACCESS);
    using inner = await ok(open(box));
    expect((await inner.SetProps([prop(PR_SUBJECT_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
  });
});

describe('An OLE attachment', () => {
  test.each([
    ['PR_ATTACH_DATA_OBJ', PR_ATTACH_DATA_OBJ],
    ['PR_ATTACH_DATA_BIN', PR_ATTACH_DATA_BIN],
  ])('is one stream of bytes, through IStreamDocfile and IStream on %s', async (_, tag) => {
    using store = await newStore();
    using message = await newMessage(store);
    const { num, attachment } = await created(message);
    const storage = new Uint8Array(70_000).map((_byte, n) => n % 241);
    {
      using open = attachment;
      await ok(open.SetProps([prop(PR_ATTACH_METHOD, ATTACH_OLE)]));
      using stream = await ok(open.OpenProperty(tag, IStreamDocfile, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
      await ok(stream.Write(storage));
      await ok(stream.Commit(0));
      await ok(open.SaveChanges());
    }
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using stored = await again(store, message, 0);
    using open = await ok(stored.OpenAttach(num, IAttach));
    for (const iid of [IStreamDocfile, IStream]) {
      using stream = await ok(open.OpenProperty(tag, iid, STGM_READ));
      expect(Buffer.compare(await ok(stream.Read(70_000)), storage)).toBe(0);
    }
    expect(await codeOf(open.OpenProperty(tag, IStreamDocfile, STGM_READWRITE, MAPI_MODIFY))).toBe(MAPI_E_NO_ACCESS);
  });

  test.each([
    ['PR_ATTACH_DATA_OBJ', PR_ATTACH_DATA_OBJ],
    ['PR_ATTACH_DATA_BIN', PR_ATTACH_DATA_BIN],
  ])('is a storage, through IStorage on %s: its Commit, then the saves of attachment and message', async (_, tag) => {
    const mode = STGM_READWRITE | STGM_SHARE_EXCLUSIVE;
    using store = await newStore();
    using message = await newMessage(store);
    const { num, attachment } = await created(message);
    {
      using open = attachment;
      await ok(open.SetProps([prop(PR_ATTACH_METHOD, ATTACH_OLE)]));
      expect(await codeOf(open.OpenProperty(tag, IStorage, 0))).toBe(MAPI_E_NOT_FOUND);
      using storage = await ok(open.OpenProperty(tag, IStorage, 0, MAPI_CREATE | MAPI_MODIFY));
      using contents = await ok(storage.CreateStream('CONTENTS', mode));
      await ok(contents.Write(new Uint8Array(30_000).fill(5)));
      await ok(storage.Commit());
      await ok(open.SaveChanges());
    }
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using stored = await again(store, message, 0);
    using open = await ok(stored.OpenAttach(num, IAttach));
    using storage = await ok(open.OpenProperty(tag, IStorage, 0));
    {
      using contents = await ok(storage.OpenStream('Contents', null, STGM_READ | STGM_SHARE_EXCLUSIVE));
      expect(await ok(contents.Read(30_000))).toEqual(new Uint8Array(30_000).fill(5));
    }
    expect((await storage.CreateStream('more', mode))[0]).toBe(STG_E_ACCESSDENIED);
    expect(await codeOf(open.OpenProperty(tag, IStorage, 0, MAPI_MODIFY))).toBe(MAPI_E_NO_ACCESS);
    using bytes = await ok(open.OpenProperty(tag, IStreamDocfile, STGM_READ));
    expect([...(await ok(bytes.Read(4)))]).toEqual([0xd0, 0xcf, 0x11, 0xe0]);
  });

  test('without data it is MAPI_E_NOT_FOUND', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { attachment } = await created(message);
    using open = attachment;
    expect(await codeOf(open.OpenProperty(PR_ATTACH_DATA_OBJ, IStreamDocfile, 0))).toBe(MAPI_E_NOT_FOUND);
  });
});
