import { describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../../src/com/index.js';
import {
  CLEAR_READ_FLAG,
  FORCE_SAVE,
  IMessage,
  KEEP_OPEN_READONLY,
  KEEP_OPEN_READWRITE,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_NO_ACCESS,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  MAPI_E_SUBMITTED,
  MAPI_E_UNKNOWN_FLAGS,
  MSGFLAG_HASATTACH,
  MSGFLAG_READ,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNMODIFIED,
  MSGFLAG_UNSENT,
  NON_EMS_XP_SAVE,
  PR_ADDRTYPE_W,
  PR_BODY_W,
  PR_COMMENT_W,
  PR_DISPLAY_BCC_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_HASATTACH,
  PR_LAST_MODIFICATION_TIME,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_NORMALIZED_SUBJECT_W,
  PR_RECORD_KEY,
  PR_SEARCH_KEY,
  PR_SUBJECT_W,
  prop,
  SPAMFILTER_ONSAVE,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { deleteElsewhere, inboxOf, newPath, newStore, propOf, recipient, rowsOf } from '../mailbox/stores.js';
import { again, attach, entryIdOf, messageIn, newMessage, savedMessage } from './messages.js';

useLedger();

describe('IMAPIProp::SaveChanges of a message', () => {
  test('S_OK: changes are permanent from then on, for every session, and not before', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 'before'), prop(PR_BODY_W, 'gone'));
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'after')]));
    await ok(message.DeleteProps([PR_BODY_W]));
    const seen = async () => {
      using opened = await again(other, message, 0);
      return [...(await ok(opened.GetProps([PR_SUBJECT_W, PR_BODY_W])))];
    };
    expect(await seen()).toEqual(['before', 'gone']);
    expect(await message.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
    expect(await seen()).toEqual(['after', null]);
  });

  test('a message is in no contents table before it is saved, and has no entry identifier and no record key', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await messageIn(inbox, prop(PR_SUBJECT_W, 'draft'));
    using table = await ok(inbox.GetContentsTable());
    expect(await ok(table.GetRowCount())).toBe(0);
    expect([...(await ok(message.GetProps([PR_ENTRYID, PR_RECORD_KEY])))]).toEqual([null, null]);
    await ok(message.SaveChanges());
    expect(await rowsOf(table, [PR_SUBJECT_W])).toEqual([['draft']]);
    expect(await propOf(message, PR_ENTRYID)).toBeInstanceOf(Uint8Array);
    expect(await propOf(message, PR_RECORD_KEY)).toBeInstanceOf(Uint8Array);
  });

  test('what is not saved goes with the last Release', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    {
      using lost = await messageIn(inbox, prop(PR_SUBJECT_W, 'lost'));
      await attach(lost, prop(PR_DISPLAY_NAME_W, 'a'));
    }
    using table = await ok(inbox.GetContentsTable());
    expect(await ok(table.GetRowCount())).toBe(0);
  });

  test('KEEP_OPEN_READWRITE: further changes are allowed', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, '1'));
    await ok(message.SetProps([prop(PR_SUBJECT_W, '2')]));
    expect(await message.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
    await ok(message.SetProps([prop(PR_SUBJECT_W, '3')]));
    expect(await message.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
    using opened = await again(store, message, 0);
    expect(await propOf(opened, PR_SUBJECT_W)).toBe('3');
  });

  test.each([
    ['no flags', 0],
    ['KEEP_OPEN_READONLY', KEEP_OPEN_READONLY],
  ])('%s: the message can be read and no more', async (_, flags) => {
    using store = await newStore();
    using message = await newMessage(store, prop(PR_SUBJECT_W, 's'));
    expect(await message.SaveChanges(flags)).toBe(S_OK);
    expect(await propOf(message, PR_SUBJECT_W)).toBe('s');
    expect((await message.SetProps([prop(PR_SUBJECT_W, 't')]))[0]).toBe(MAPI_E_NO_ACCESS);
    expect(await message.ModifyRecipients(0, [recipient('Ann')])).toBe(MAPI_E_NO_ACCESS);
    expect((await message.CreateAttach(null))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('MAPI_E_NO_ACCESS: KEEP_OPEN_READWRITE or FORCE_SAVE on a message that is open for reading', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    using reader = await again(store, message, 0);
    expect(await reader.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_NO_ACCESS);
    expect(await reader.SaveChanges(FORCE_SAVE)).toBe(MAPI_E_NO_ACCESS);
    expect(await reader.SaveChanges(KEEP_OPEN_READONLY)).toBe(S_OK);
  });

  test('MAPI_E_OBJECT_CHANGED: of two that are open for writing the second to save does not overwrite the first', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 'old'));
    using second = await again(other, message);
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'first')]));
    await ok(second.SetProps([prop(PR_SUBJECT_W, 'second'), prop(PR_COMMENT_W, 'c')]));
    expect(await message.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
    expect(await second.SaveChanges()).toBe(MAPI_E_OBJECT_CHANGED);
    using stored = await again(store, message, 0);
    expect([...(await ok(stored.GetProps([PR_SUBJECT_W, PR_COMMENT_W])))]).toEqual(['first', null]);
  });

  test('after it the object stays open for writing with its changes, whatever the flags; FORCE_SAVE overwrites', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 'old'), prop(PR_COMMENT_W, 'kept'));
    using second = await again(store, message);
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'first')]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    await ok(second.SetProps([prop(PR_SUBJECT_W, 'second')]));
    expect(await second.SaveChanges(KEEP_OPEN_READONLY)).toBe(MAPI_E_OBJECT_CHANGED);
    expect(await propOf(second, PR_SUBJECT_W)).toBe('second');
    await ok(second.SetProps([prop(PR_DISPLAY_NAME_W, 'more')]));
    expect(await second.SaveChanges(FORCE_SAVE)).toBe(S_OK);
    using stored = await again(store, message, 0);
    const row = await ok(stored.GetProps([PR_SUBJECT_W, PR_COMMENT_W, PR_DISPLAY_NAME_W]));
    expect([...row]).toEqual(['second', 'kept', 'more']);
    expect((await second.SetProps([prop(PR_SUBJECT_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('MAPI_E_OBJECT_DELETED: it was deleted since it was opened, and FORCE_SAVE does not help', async () => {
    const path = newPath();
    using store = await newStore(path);
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'));
    await ok(message.SetProps([prop(PR_SUBJECT_W, 't')]));
    await deleteElsewhere(path, await entryIdOf(message));
    expect(await message.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_DELETED);
    expect(await message.SaveChanges(FORCE_SAVE)).toBe(MAPI_E_OBJECT_DELETED);
    expect(await propOf(message, PR_SUBJECT_W)).toBe('t');
  });

  test('what could not be saved may be saved elsewhere', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'), prop(PR_BODY_W, 'b'.repeat(50_000)));
    await ok(message.SetProps([prop(PR_COMMENT_W, 'mine')]));
    await deleteElsewhere(path, await entryIdOf(message));
    expect(await message.SaveChanges()).toBe(MAPI_E_OBJECT_DELETED);
    using rescue = await messageIn(inbox);
    await ok(message.CopyTo(null, [PR_BODY_W], 0, null, IMessage, rescue));
    await ok(rescue.SaveChanges(KEEP_OPEN_READWRITE));
    expect([...(await ok(rescue.GetProps([PR_SUBJECT_W, PR_COMMENT_W])))]).toEqual(['s', 'mine']);
  });

  test('MAPI_DEFERRED_ERRORS, NON_EMS_XP_SAVE and SPAMFILTER_ONSAVE are taken, other bits are MAPI_E_UNKNOWN_FLAGS', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const flags = KEEP_OPEN_READWRITE | MAPI_DEFERRED_ERRORS | NON_EMS_XP_SAVE | SPAMFILTER_ONSAVE;
    expect(await message.SaveChanges(flags)).toBe(S_OK);
    expect(await message.SaveChanges(0x4000)).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('on a message that was submitted it is MAPI_E_SUBMITTED; FORCE_SAVE of another opener does not unsend it', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'));
    using other = await again(store, message);
    await ok(other.SetProps([prop(PR_SUBJECT_W, 't')]));
    await ok(message.ModifyRecipients(0, [[...recipient('Ann'), prop(PR_ADDRTYPE_W, 'SMTP')]]));
    await ok(message.SubmitMessage());
    expect(await message.SaveChanges()).toBe(MAPI_E_SUBMITTED);
    expect(await other.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_CHANGED);
    expect(await other.SaveChanges(FORCE_SAVE)).toBe(MAPI_E_SUBMITTED);
    using stored = await again(store, message, 0);
    expect(await propOf(stored, PR_SUBJECT_W)).toBe('s');
    expect(((await propOf(stored, PR_MESSAGE_FLAGS)) as number) & MSGFLAG_SUBMIT).toBe(MSGFLAG_SUBMIT);
  });

  test('folders and stores have nothing to save: S_OK, and changes are permanent at once', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    using inbox = await inboxOf(store);
    await ok(inbox.SetProps([prop(PR_COMMENT_W, 'c')]));
    using same = await inboxOf(other);
    expect(await propOf(same, PR_COMMENT_W)).toBe('c');
    for (const object of [inbox, store])
      for (const flags of [0, KEEP_OPEN_READWRITE, FORCE_SAVE]) expect(await object.SaveChanges(flags)).toBe(S_OK);
  });
});

describe('Saving a message', () => {
  test('a message without a class gets IPM, one with a class keeps it', async () => {
    using store = await newStore();
    using plain = await savedMessage(store);
    expect(await propOf(plain, PR_MESSAGE_CLASS_W)).toBe('IPM');
    await ok(plain.DeleteProps([PR_MESSAGE_CLASS_W]));
    await ok(plain.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(plain, PR_MESSAGE_CLASS_W)).toBe('IPM');
    using note = await savedMessage(store, prop(PR_MESSAGE_CLASS_W, 'IPM.Note'));
    expect(await propOf(note, PR_MESSAGE_CLASS_W)).toBe('IPM.Note');
  });

  test('the display lists name the recipients of each kind', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(
      message.ModifyRecipients(0, [recipient('Ann'), recipient('Ben', 2), recipient('Cleo', 3), recipient('Dan')]),
    );
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    const lists = async () => [...(await ok(message.GetProps([PR_DISPLAY_TO_W, PR_DISPLAY_CC_W, PR_DISPLAY_BCC_W])))];
    expect(await lists()).toEqual(['Ann; Dan', 'Ben', 'Cleo']);
    await ok(message.ModifyRecipients(0, []));
    expect(await lists()).toEqual(['Ann; Dan', 'Ben', 'Cleo']);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await lists()).toEqual(['', '', '']);
  });

  test('MSGFLAG_UNMODIFIED goes with the second save, MSGFLAG_HASATTACH and PR_HASATTACH follow the attachments', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    const unsent = MSGFLAG_UNSENT | MSGFLAG_UNMODIFIED;
    expect([...(await ok(message.GetProps([PR_MESSAGE_FLAGS, PR_HASATTACH])))]).toEqual([unsent, false]);
    const num = await attach(message);
    expect(await propOf(message, PR_HASATTACH)).toBe(false);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    const flags = MSGFLAG_UNSENT | MSGFLAG_HASATTACH;
    expect([...(await ok(message.GetProps([PR_MESSAGE_FLAGS, PR_HASATTACH])))]).toEqual([flags, true]);
    await ok(message.DeleteAttach(num, 0, null));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect([...(await ok(message.GetProps([PR_MESSAGE_FLAGS, PR_HASATTACH])))]).toEqual([MSGFLAG_UNSENT, false]);
  });

  test('PR_MESSAGE_SIZE grows and shrinks with the contents, PR_LAST_MODIFICATION_TIME never goes back', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    const look = async () => {
      const [size, time] = [...(await ok(message.GetProps([PR_MESSAGE_SIZE, PR_LAST_MODIFICATION_TIME])))];
      return { size: size as number, time: time as bigint };
    };
    const empty = await look();
    await ok(message.SetProps([prop(PR_BODY_W, 'b'.repeat(100_000))]));
    await attach(message, prop(PR_COMMENT_W, 'c'.repeat(1000)));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    const full = await look();
    expect(full.size - empty.size).toBeGreaterThan(200_000);
    expect(full.time >= empty.time).toBe(true);
    await ok(message.DeleteProps([PR_BODY_W]));
    await ok(message.DeleteAttach(0, 0, null));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect((await look()).size).toBeLessThan(empty.size + 100);
  });

  test('the search key is given once and stays, the normalized subject follows the subject', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 'RE: lunch'));
    const key = await propOf(message, PR_SEARCH_KEY);
    expect(key).toHaveLength(16);
    expect(await propOf(message, PR_NORMALIZED_SUBJECT_W)).toBe('lunch');
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'supper')]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(message, PR_NORMALIZED_SUBJECT_W)).toBe('supper');
    expect(await propOf(message, PR_SEARCH_KEY)).toEqual(key);
  });

  test('marking a message read hides no conflict with what others saved', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 'old'));
    await ok(message.SetProps([prop(PR_COMMENT_W, 'mine')]));
    await ok(message.SetReadFlag());
    expect(((await propOf(message, PR_MESSAGE_FLAGS)) as number) & MSGFLAG_READ).toBe(MSGFLAG_READ);
    expect(await message.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
    using theirs = await again(other, message);
    await ok(theirs.SetProps([prop(PR_SUBJECT_W, 'theirs')]));
    await ok(theirs.SaveChanges());
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'mine')]));
    await ok(message.SetReadFlag(CLEAR_READ_FLAG));
    expect(await message.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_CHANGED);
    expect(await message.SaveChanges(FORCE_SAVE)).toBe(S_OK);
  });
});
