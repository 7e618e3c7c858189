import { describe, expect, test } from 'vitest';
import { com, ok, S_OK } from '../../../../src/com/index.js';
import {
  IAttach,
  IMAPIFolder,
  IMAPIProgress,
  IMAPIProp,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_DIALOG,
  MAPI_E_COMPUTED,
  MAPI_E_FOLDER_CYCLE,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  MAPI_MOVE,
  MAPI_NOREPLACE,
  MAPI_TOP_LEVEL,
  type IMessage as Message,
  namedProp,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_FILENAME_W,
  PR_BODY_W,
  PR_COMMENT_W,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IMPORTANCE,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_RECIPIENTS,
  PR_NULL,
  PR_SEARCH_KEY,
  PR_SUBJECT_A,
  PR_SUBJECT_W,
  type IMAPIProgress as Progress,
  type PropTag,
  PS_PUBLIC_STRINGS,
  PT_LONG,
  PT_UNICODE,
  prop,
  propId,
  propTag,
} from '../../../../src/mapi/index.js';
import { MemoryBag, MemoryRecord, PropObject } from '../../../../src/subsystem/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, newStore, propOf, recipient, rowsOf } from '../mailbox/stores.js';
import { again, attach, codeOf, drain, newMessage, pour, savedMessage } from './messages.js';

useLedger();

const copyTo = (from: Message, to: Message, without: readonly PropTag[] | null = null, flags = 0) =>
  from.CopyTo(null, without, 0, null, IMessage, to, flags);

/** A message with a bit of everything, saved. */
async function original(store: Awaited<ReturnType<typeof newStore>>): Promise<Message> {
  const message = await newMessage(store, prop(PR_SUBJECT_W, 'original'), prop(PR_COMMENT_W, 'c'));
  await pour(message, PR_BODY_W, Buffer.from('b'.repeat(50_000), 'utf16le'));
  await ok(message.ModifyRecipients(0, [recipient('Ann'), recipient('Ben', 2)]));
  await attach(message, prop(PR_ATTACH_FILENAME_W, 'f'), prop(PR_ATTACH_DATA_BIN, new Uint8Array(50_000).fill(7)));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  return message;
}

async function partsOf(message: Message): Promise<{ readonly recipients: unknown; readonly attachments: unknown }> {
  using recipients = await ok(message.GetRecipientTable());
  using attachments = await ok(message.GetAttachmentTable());
  return {
    recipients: (await rowsOf(recipients, [PR_DISPLAY_NAME_W])).map(([name]) => name),
    attachments: (await rowsOf(attachments, [PR_ATTACH_FILENAME_W])).map(([name]) => name),
  };
}

describe('IMAPIProp::CopyTo of a message', () => {
  test('S_OK: all properties, large ones too, recipients and attachments; the copy needs a save of its own', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store);
    expect(await ok(copyTo(source, target))).toEqual([]);
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    using stored = await again(store, target, 0);
    expect([...(await ok(stored.GetProps([PR_SUBJECT_W, PR_COMMENT_W])))]).toEqual(['original', 'c']);
    expect(await drain(stored, PR_BODY_W)).toEqual(await drain(source, PR_BODY_W));
    expect(await partsOf(stored)).toEqual({ recipients: ['Ann', 'Ben'], attachments: ['f'] });
    using attachment = await ok(stored.OpenAttach(0, IAttach));
    expect(await drain(attachment, PR_ATTACH_DATA_BIN)).toEqual(new Uint8Array(50_000).fill(7));
  });

  test('the copy is another message with the same search key', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store);
    await ok(copyTo(source, target));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(target, PR_SEARCH_KEY)).toEqual(await propOf(source, PR_SEARCH_KEY));
    expect(await propOf(target, PR_ENTRYID)).not.toEqual(await propOf(source, PR_ENTRYID));
  });

  test('what matches is overwritten, what does not is left untouched', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await savedMessage(store, prop(PR_SUBJECT_W, 'mine'), prop(PR_IMPORTANCE, 2));
    await ok(target.ModifyRecipients(0, [recipient('Zoe')]));
    await attach(target, prop(PR_ATTACH_FILENAME_W, 'z'));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    await ok(copyTo(source, target));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    expect([...(await ok(target.GetProps([PR_SUBJECT_W, PR_IMPORTANCE])))]).toEqual(['original', 2]);
    expect(await partsOf(target)).toEqual({ recipients: ['Ann', 'Ben'], attachments: ['f'] });
  });

  test('MAPI_NOREPLACE leaves what the target has', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store, prop(PR_SUBJECT_W, 'mine'));
    await ok(target.ModifyRecipients(0, [recipient('Zoe')]));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    await ok(copyTo(source, target, null, MAPI_NOREPLACE));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    expect([...(await ok(target.GetProps([PR_SUBJECT_W, PR_COMMENT_W])))]).toEqual(['mine', 'c']);
    expect(await partsOf(target)).toEqual({ recipients: ['Zoe'], attachments: ['f'] });
  });

  test('MAPI_MOVE takes everything out of the source, once that is saved', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store);
    await ok(copyTo(source, target, null, MAPI_MOVE));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await partsOf(target)).toEqual({ recipients: ['Ann', 'Ben'], attachments: ['f'] });
    await ok(source.SaveChanges(KEEP_OPEN_READWRITE));
    using stored = await again(store, source, 0);
    expect([...(await ok(stored.GetProps([PR_SUBJECT_W, PR_COMMENT_W, PR_BODY_W])))]).toEqual([null, null, null]);
    expect(await partsOf(stored)).toEqual({ recipients: [], attachments: [] });
  });

  test('lpExcludeProps leaves out by identifier, recipients and attachments as well', async () => {
    using store = await newStore();
    using source = await original(store);
    await ok(source.SetProps([prop(PR_MESSAGE_DELIVERY_TIME, 5n)]));
    using target = await newMessage(store);
    const without = [
      PR_SUBJECT_A,
      propTag(PT_LONG, propId(PR_BODY_W)),
      PR_MESSAGE_DELIVERY_TIME,
      PR_MESSAGE_RECIPIENTS,
    ];
    await ok(copyTo(source, target, without));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    const row = await ok(target.GetProps([PR_SUBJECT_W, PR_BODY_W, PR_MESSAGE_DELIVERY_TIME, PR_COMMENT_W]));
    expect([...row]).toEqual([null, null, null, 'c']);
    expect(await partsOf(target)).toEqual({ recipients: [], attachments: ['f'] });
    using bare = await newMessage(store);
    await ok(copyTo(source, bare, [PR_MESSAGE_ATTACHMENTS]));
    await ok(bare.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await partsOf(bare)).toEqual({ recipients: ['Ann', 'Ben'], attachments: [] });
  });

  test('an excluded interface leaves its subobjects out; without IMAPIProp or IUnknown nothing would be left', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store);
    await ok(source.CopyTo([IMessage], null, 0, null, IMessage, target));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(target, PR_COMMENT_W)).toBe('c');
    expect(await partsOf(target)).toEqual({ recipients: [], attachments: [] });
    expect(await codeOf(source.CopyTo([IMAPIProp], null, 0, null, IMessage, target))).toBe(
      MAPI_E_INTERFACE_NOT_SUPPORTED,
    );
  });

  test('MAPI_E_INVALID_PARAMETER: no tags to exclude, PR_NULL among them, no interface, no target', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store);
    expect(await codeOf(copyTo(source, target, []))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await codeOf(copyTo(source, target, [PR_NULL]))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await codeOf(source.CopyTo(null, null, 0, null, null as never, target))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await codeOf(copyTo(source, null as never))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await codeOf(copyTo(source, target, null, 0x100))).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('MAPI_E_INTERFACE_NOT_SUPPORTED: the target has not the interface', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store);
    expect(await codeOf(source.CopyTo(null, null, 0, null, IMAPIFolder, target as never))).toBe(
      MAPI_E_INTERFACE_NOT_SUPPORTED,
    );
  });

  test('MAPI_E_NO_ACCESS: the target is the source, or read-only; a read-only source gives nothing away', async () => {
    using store = await newStore();
    using source = await original(store);
    using same = await again(store, source);
    using target = await savedMessage(store);
    using reader = await again(store, target, 0);
    using sourceReader = await again(store, source, 0);
    expect(await codeOf(copyTo(source, source))).toBe(MAPI_E_NO_ACCESS);
    expect(await codeOf(copyTo(source, same))).toBe(MAPI_E_NO_ACCESS);
    expect(await codeOf(copyTo(source, reader))).toBe(MAPI_E_NO_ACCESS);
    expect(await codeOf(copyTo(sourceReader, target, null, MAPI_MOVE))).toBe(MAPI_E_NO_ACCESS);
    expect(await ok(copyTo(sourceReader, target))).not.toContain(MAPI_E_NO_ACCESS);
  });

  test('MAPI_E_FOLDER_CYCLE: the source contains the target; leaving the attachments out helps', async () => {
    using store = await newStore();
    using source = await original(store);
    const { lppAttach } = await ok(source.CreateAttach(IAttach));
    using attachment = lppAttach;
    using inner = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
    expect(await codeOf(copyTo(source, inner))).toBe(MAPI_E_FOLDER_CYCLE);
    await ok(copyTo(source, inner, [PR_MESSAGE_ATTACHMENTS]));
    expect(await propOf(inner, PR_COMMENT_W)).toBe('c');
    expect(await ok(copyTo(inner, source, [PR_MESSAGE_RECIPIENTS]))).toMatchObject([
      { ulPropTag: PR_MESSAGE_FLAGS, scode: MAPI_E_COMPUTED },
    ]);
  });

  test('MAPI_E_COMPUTED in a problem: the flags of a message that was saved; the rest is copied', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await savedMessage(store);
    expect(await ok(copyTo(source, target))).toMatchObject([{ ulPropTag: PR_MESSAGE_FLAGS, scode: MAPI_E_COMPUTED }]);
    expect(await propOf(target, PR_COMMENT_W)).toBe('c');
  });

  test('progress goes to lpProgress under MAPI_DIALOG, and is ignored without it', async () => {
    using store = await newStore();
    using source = await savedMessage(store, prop(PR_SUBJECT_W, 's'));
    using target = await newMessage(store);
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
    await ok(source.CopyTo(null, null, 0, progress, IMessage, target));
    expect(told).toEqual([]);
    await ok(source.CopyTo(null, null, 0, progress, IMessage, target, MAPI_DIALOG));
    expect(told.at(-1)?.[0]).toBe(1000);
  });
});

describe('CopyTo across stores and implementations', () => {
  const keywords = namedProp(PS_PUBLIC_STRINGS, 'Keywords');

  test('another store: names are kept and identifiers follow the mapping of the target', async () => {
    using store = await newStore();
    using other = await newStore();
    using source = await original(store);
    await ok(other.GetIDsFromNames([namedProp(PS_PUBLIC_STRINGS, 'first')], MAPI_CREATE));
    const [here] = (await ok(source.GetIDsFromNames([keywords], MAPI_CREATE))) as [PropTag];
    await ok(source.SetProps([prop(propTag(PT_UNICODE, propId(here)), 'k')]));
    using target = await newMessage(other);
    await ok(copyTo(source, target));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    const [there] = (await ok(target.GetIDsFromNames([keywords]))) as [PropTag];
    expect(propId(there)).not.toBe(propId(here));
    expect(await propOf(target, propTag(PT_UNICODE, propId(there)))).toBe('k');
    expect(await drain(target, PR_BODY_W)).toHaveLength(100_000);
    expect(await partsOf(target)).toEqual({ recipients: ['Ann', 'Ben'], attachments: ['f'] });
  });

  test('another implementation of IMAPIProp takes the values; what it has no interface for is a problem', async () => {
    using store = await newStore();
    using source = await original(store);
    const record = new MemoryRecord();
    using target = com(
      new PropObject({ bag: new MemoryBag(record, true), transacted: false, writable: true }),
      IMAPIProp,
    );
    expect(await ok(source.CopyTo(null, null, 0, null, IMAPIProp, target))).toMatchObject([
      { ulPropTag: PR_MESSAGE_RECIPIENTS, scode: MAPI_E_INTERFACE_NOT_SUPPORTED },
      { ulPropTag: PR_MESSAGE_ATTACHMENTS, scode: MAPI_E_INTERFACE_NOT_SUPPORTED },
    ]);
    expect(await propOf(target, PR_COMMENT_W)).toBe('c');
    expect(await drain(target, PR_BODY_W)).toHaveLength(100_000);
    using back = await newMessage(store);
    await ok(target.CopyTo(null, null, 0, null, IMAPIProp, back));
    expect(await propOf(back, PR_COMMENT_W)).toBe('c');
  });

  test('from a message to a folder and an attachment: the values alone', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using source = await original(store);
    await ok(source.CopyTo([IMessage], [PR_SUBJECT_W, PR_BODY_W, PR_SEARCH_KEY], 0, null, IMAPIProp, inbox));
    expect(await propOf(inbox, PR_COMMENT_W)).toBe('c');
    using target = await newMessage(store);
    const { lppAttach } = await ok(target.CreateAttach(IAttach));
    using attachment = lppAttach;
    await ok(source.CopyTo([IMessage], null, 0, null, IMAPIProp, attachment));
    expect(await propOf(attachment, PR_SUBJECT_W)).toBe('original');
  });
});

describe('IMAPIProp::CopyProps of a message', () => {
  const some = (source: Message, tags: readonly PropTag[], target: Message, flags = 0) =>
    source.CopyProps(tags, 0, null, IMessage, target, flags);

  test('S_OK: copies what is named, whatever the width, and tells MAPI_E_NOT_FOUND of what is not there', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store);
    expect(await ok(some(source, [PR_IMPORTANCE, PR_SUBJECT_A, PR_BODY_W], target))).toEqual([
      { ulIndex: 0, ulPropTag: PR_IMPORTANCE, scode: MAPI_E_NOT_FOUND },
    ]);
    expect([...(await ok(target.GetProps([PR_SUBJECT_W, PR_COMMENT_W])))]).toEqual(['original', null]);
    expect(await drain(target, PR_BODY_W)).toHaveLength(100_000);
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await partsOf(target)).toEqual({ recipients: [], attachments: [] });
  });

  test('PR_MESSAGE_RECIPIENTS and PR_MESSAGE_ATTACHMENTS copy the tables', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store);
    await ok(some(source, [PR_MESSAGE_RECIPIENTS, PR_MESSAGE_ATTACHMENTS], target));
    await ok(target.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await partsOf(target)).toEqual({ recipients: ['Ann', 'Ben'], attachments: ['f'] });
    expect(await propOf(target, PR_COMMENT_W)).toBeNull();
  });

  test('MAPI_MOVE takes them out of the source, MAPI_NOREPLACE leaves what the target has', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store, prop(PR_COMMENT_W, 'mine'));
    await ok(some(source, [PR_SUBJECT_W, PR_COMMENT_W], target, MAPI_MOVE | MAPI_NOREPLACE));
    expect([...(await ok(target.GetProps([PR_SUBJECT_W, PR_COMMENT_W])))]).toEqual(['original', 'mine']);
    expect(await propOf(source, PR_SUBJECT_W)).toBeNull();
  });

  test('what MAPI_NOREPLACE did not copy stays in the source under MAPI_MOVE', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store, prop(PR_COMMENT_W, 'mine'));
    await ok(some(source, [PR_COMMENT_W], target, MAPI_MOVE | MAPI_NOREPLACE));
    expect(await propOf(source, PR_COMMENT_W)).toBe('c');
  });

  test('what the target computes is a problem with MAPI_E_COMPUTED, and stays in the source under MAPI_MOVE', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await newMessage(store);
    expect(await ok(some(source, [PR_ENTRYID, PR_COMMENT_W], target, MAPI_MOVE))).toEqual([
      { ulIndex: 0, ulPropTag: PR_ENTRYID, scode: MAPI_E_COMPUTED },
    ]);
    expect(await propOf(source, PR_ENTRYID)).not.toBeNull();
  });

  test('MAPI_E_INVALID_PARAMETER: no tags, PR_NULL; MAPI_E_NO_ACCESS: itself, or a read-only target', async () => {
    using store = await newStore();
    using source = await original(store);
    using target = await savedMessage(store);
    using reader = await again(store, target, 0);
    expect(await codeOf(some(source, [], target))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await codeOf(some(source, [PR_NULL], target))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await codeOf(some(source, [PR_SUBJECT_W], source))).toBe(MAPI_E_NO_ACCESS);
    expect(await codeOf(some(source, [PR_SUBJECT_W], reader))).toBe(MAPI_E_NO_ACCESS);
    expect((await some(source, [PR_SUBJECT_W], target))[0]).toBe(S_OK);
  });
});
