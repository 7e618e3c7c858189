import { describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../../src/com/index.js';
import {
  type AdrEntry,
  and,
  ascend,
  eq,
  exists,
  KEEP_OPEN_READWRITE,
  MAPI_BCC,
  MAPI_CC,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_TO,
  MAPI_UNICODE,
  type IMessage as Message,
  MODRECIP_ADD,
  MODRECIP_MODIFY,
  MODRECIP_REMOVE,
  ne,
  or,
  PR_ADDRTYPE_W,
  PR_COMMENT_W,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TO_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_NULL,
  PR_RECIPIENT_TYPE,
  PR_RESPONSIBILITY,
  PR_ROWID,
  PR_SEARCH_KEY,
  PR_SPOOLER_STATUS,
  PT_ERROR,
  PT_NULL,
  prop,
  propId,
  propTag,
  sortBy,
} from '../../../../src/mapi/index.js';
import { createOneOffEntryId } from '../../../../src/subsystem/index.js';
import { useLedger } from '../../../support/ledger.js';
import { newStore, propOf, recipient, rowsOf } from '../mailbox/stores.js';
import { again, codeOf, newMessage, savedMessage } from './messages.js';

useLedger();

/** Rows of the recipient table: name, type and row id. */
async function listed(message: Message): Promise<readonly (readonly unknown[])[]> {
  using table = await ok(message.GetRecipientTable());
  return await rowsOf(table, [PR_DISPLAY_NAME_W, PR_RECIPIENT_TYPE, PR_ROWID]);
}

const idOf = async (message: Message, name: string): Promise<number> =>
  (await listed(message)).find((row) => row[0] === name)?.[2] as number;

const resolved = (name: string): AdrEntry => [
  ...recipient(name),
  prop(PR_ADDRTYPE_W, 'SMTP'),
  prop(PR_EMAIL_ADDRESS_W, `${name}@example.org`),
  prop(PR_ENTRYID, Uint8Array.from(Buffer.from(`entry of ${name}`))),
];

describe('IMessage::ModifyRecipients', () => {
  test('0 replaces all recipients', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    expect(await message.ModifyRecipients(0, [recipient('Ann'), recipient('Ben', MAPI_CC)])).toBe(S_OK);
    expect((await listed(message)).map(([name, type]) => [name, type])).toEqual([
      ['Ann', MAPI_TO],
      ['Ben', MAPI_CC],
    ]);
    await ok(message.ModifyRecipients(0, [recipient('Cleo', MAPI_BCC)]));
    expect((await listed(message)).map(([name]) => name)).toEqual(['Cleo']);
    await ok(message.ModifyRecipients(0, []));
    expect(await listed(message)).toEqual([]);
  });

  test('MODRECIP_ADD adds; row ids stay what they are and differ', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(MODRECIP_ADD, [recipient('Ann')]));
    const ann = await idOf(message, 'Ann');
    await ok(message.ModifyRecipients(MODRECIP_ADD, [recipient('Ben'), recipient('Ann')]));
    expect(await idOf(message, 'Ann')).toBe(ann);
    expect(new Set((await listed(message)).map((row) => row[2])).size).toBe(3);
  });

  test('MODRECIP_MODIFY replaces whole rows: what is left out is gone', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [[...resolved('Ann'), prop(PR_COMMENT_W, 'c')], recipient('Ben')]));
    const id = await idOf(message, 'Ann');
    await ok(message.ModifyRecipients(MODRECIP_MODIFY, [[prop(PR_ROWID, id), ...recipient('Anna', MAPI_CC)]]));
    using table = await ok(message.GetRecipientTable());
    expect(await rowsOf(table, [PR_DISPLAY_NAME_W, PR_RECIPIENT_TYPE, PR_COMMENT_W, PR_ADDRTYPE_W])).toEqual([
      ['Anna', MAPI_CC, null, null],
      ['Ben', MAPI_TO, null, null],
    ]);
    expect(await idOf(message, 'Anna')).toBe(id);
  });

  test('MODRECIP_REMOVE removes by PR_ROWID, whatever else stands in the entry', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [recipient('Ann'), recipient('Ben')]));
    const id = await idOf(message, 'Ann');
    await ok(message.ModifyRecipients(MODRECIP_REMOVE, [[prop(PR_ROWID, id), prop(PR_DISPLAY_NAME_W, 'whoever')]]));
    expect((await listed(message)).map(([name]) => name)).toEqual(['Ben']);
    expect(await message.ModifyRecipients(MODRECIP_REMOVE, [[prop(PR_ROWID, id)]])).toBe(MAPI_E_NOT_FOUND);
  });

  test('PR_ROWID is needed to modify and remove, and must not stand in new recipients: MAPI_E_INVALID_PARAMETER', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    const before = await listed(message);
    const withId: AdrEntry = [prop(PR_ROWID, 0), ...recipient('Ben')];
    for (const flags of [0, MODRECIP_ADD])
      expect(await message.ModifyRecipients(flags, [withId])).toBe(MAPI_E_INVALID_PARAMETER);
    for (const flags of [MODRECIP_MODIFY, MODRECIP_REMOVE])
      expect(await message.ModifyRecipients(flags, [withId, recipient('Ben')])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await listed(message)).toEqual(before);
  });

  test('a recipient without properties is nobody', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [[], recipient('Ann'), []]));
    await ok(message.ModifyRecipients(MODRECIP_ADD, [[]]));
    expect((await listed(message)).map(([name]) => name)).toEqual(['Ann']);
  });

  test('PT_NULL is an error and changes nothing; PT_ERROR is ignored', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    for (const nothing of [prop(PR_NULL, null), prop(propTag(PT_NULL, propId(PR_COMMENT_W)), null)])
      expect(await message.ModifyRecipients(0, [recipient('Ben'), [...recipient('Cleo'), nothing]])).toBe(
        MAPI_E_INVALID_PARAMETER,
      );
    // The words name the property that is wrong, as a transport has it that copies a row without an entry identifier.
    expect(await message.ModifyRecipients(0, [[...recipient('Ben'), [PR_ENTRYID, null as never]]])).toBe(
      MAPI_E_INVALID_PARAMETER,
    );
    expect((await ok(message.GetLastError(MAPI_E_INVALID_PARAMETER, 0))).lpszError).toContain(
      'the value of PR_ENTRYID of a recipient is not of its type',
    );
    expect((await listed(message)).map(([name]) => name)).toEqual(['Ann']);
    const failed = prop(propTag(PT_ERROR, propId(PR_COMMENT_W)), MAPI_E_NOT_FOUND);
    await ok(message.ModifyRecipients(0, [[...recipient('Ben'), failed]]));
    using table = await ok(message.GetRecipientTable());
    expect(await rowsOf(table, [PR_DISPLAY_NAME_W, PR_COMMENT_W])).toEqual([['Ben', null]]);
  });

  test('unresolved recipients are taken as well as resolved ones, with all their properties', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [resolved('ann'), recipient('somebody')]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using stored = await again(store, message, 0);
    using table = await ok(stored.GetRecipientTable());
    expect(await rowsOf(table, [PR_DISPLAY_NAME_W, PR_ADDRTYPE_W, PR_EMAIL_ADDRESS_W, PR_ENTRYID])).toEqual([
      ['ann', 'SMTP', 'ann@example.org', Uint8Array.from(Buffer.from('entry of ann'))],
      ['somebody', null, null, null],
    ]);
  });

  test('a recipient with a one-off identifier gets from it what the caller left out, and keeps what the caller gave', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const entryId = createOneOffEntryId({ name: 'Ann', addressType: 'SMTP', address: 'ann@x.test', richInfo: false });
    await ok(
      message.ModifyRecipients(0, [
        [prop(PR_ENTRYID, entryId)],
        [prop(PR_ENTRYID, entryId), prop(PR_DISPLAY_NAME_W, 'Annie')],
        [prop(PR_ENTRYID, entryId.slice(0, 30)), prop(PR_DISPLAY_NAME_W, 'damaged')],
      ]),
    );
    using table = await ok(message.GetRecipientTable());
    const columns = [PR_DISPLAY_NAME_W, PR_ADDRTYPE_W, PR_EMAIL_ADDRESS_W, PR_SEARCH_KEY];
    const key = new Uint8Array(Buffer.from('SMTP:ANN@X.TEST\0'));
    expect(await rowsOf(table, columns)).toEqual([
      ['Ann', 'SMTP', 'ann@x.test', key],
      ['Annie', 'SMTP', 'ann@x.test', key],
      ['damaged', null, null, null],
    ]);
  });

  test('the rows of a recipient table are entries, once they have lost their row ids', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [resolved('ann'), recipient('Ben', MAPI_CC)]));
    using table = await ok(message.GetRecipientTable());
    const rows = await ok(table.QueryRows(10));
    const modified = rows.map((row) => row.toProps());
    expect(await message.ModifyRecipients(MODRECIP_MODIFY, modified)).toBe(S_OK);
    using copy = await newMessage(store);
    await ok(
      copy.ModifyRecipients(
        0,
        modified.map((entry) => entry.filter(([tag]) => tag !== PR_ROWID)),
      ),
    );
    expect(await listed(copy)).toEqual(await listed(message));
  });

  test('the list is changed for this message at once, and for others when it is saved', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    const seen = async () => {
      using other = await again(store, message, 0);
      return [(await listed(other)).length, await propOf(other, PR_DISPLAY_TO_W)];
    };
    expect((await listed(message)).length).toBe(1);
    expect(await seen()).toEqual([0, '']);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await seen()).toEqual([1, 'Ann']);
  });

  test('recipients alone are a change of the message: the second who saves gets MAPI_E_OBJECT_CHANGED', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    using second = await again(store, message);
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    await ok(second.ModifyRecipients(0, [recipient('Ben')]));
    await ok(message.SaveChanges());
    expect(await second.SaveChanges()).toBe(MAPI_E_OBJECT_CHANGED);
  });

  test('the caller keeps what it gave: later changes to it change nothing', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const id = Uint8Array.of(1, 2, 3);
    await ok(message.ModifyRecipients(0, [[...recipient('Ann'), prop(PR_ENTRYID, id)]]));
    id[0] = 9;
    using table = await ok(message.GetRecipientTable());
    expect(await rowsOf(table, [PR_ENTRYID])).toEqual([[Uint8Array.of(1, 2, 3)]]);
  });

  test('MAPI_E_NO_ACCESS in a read-only message; several flags or unknown ones are refused', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    using reader = await again(store, message, 0);
    expect(await reader.ModifyRecipients(0, [recipient('Ann')])).toBe(MAPI_E_NO_ACCESS);
    expect(await message.ModifyRecipients(MODRECIP_ADD | MODRECIP_REMOVE, [])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await message.ModifyRecipients(1, [])).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await message.ModifyRecipients(0, null as never)).toBe(MAPI_E_INVALID_PARAMETER);
  });
});

describe('IMessage::GetRecipientTable', () => {
  test('S_OK: one row for every recipient, with the required columns and those of a submitted message', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [recipient('Ann'), recipient('Ben')]));
    using table = await ok(message.GetRecipientTable(MAPI_UNICODE | MAPI_DEFERRED_ERRORS));
    expect(await ok(table.GetRowCount())).toBe(2);
    const columns = (await ok(table.QueryColumns(0))).map(propId);
    for (const required of [PR_DISPLAY_NAME_W, PR_RECIPIENT_TYPE, PR_ROWID, PR_ADDRTYPE_W, PR_RESPONSIBILITY])
      expect(columns).toContain(propId(required));
    expect(await codeOf(message.GetRecipientTable(1))).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('its text columns are Unicode with MAPI_UNICODE, and of 8 bits without', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    for (const [flags, tag] of [
      [MAPI_UNICODE, PR_DISPLAY_NAME_W],
      [0, PR_DISPLAY_NAME_A],
    ] as const) {
      using table = await ok(message.GetRecipientTable(flags));
      expect(await ok(table.QueryColumns(0))).toContain(tag);
      expect((await ok(table.QueryRows(1, 0)))[0]?.get(tag)).toBe('Ann');
      await ok(table.SortTable(sortBy(ascend(tag))));
      expect((await ok(table.QuerySortOrder())).aSort[0]?.ulPropTag).toBe(tag);
    }
  });

  test('it changes with ModifyRecipients while it is open', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    using table = await ok(message.GetRecipientTable());
    await ok(message.ModifyRecipients(MODRECIP_ADD, [recipient('Ben')]));
    expect((await rowsOf(table, [PR_DISPLAY_NAME_W])).flat()).toEqual(['Ann', 'Ben']);
  });

  test('AND, OR, exist and property restrictions work with the columns that the spooler needs', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(
      message.ModifyRecipients(0, [
        [...resolved('ann'), prop(PR_RESPONSIBILITY, true)],
        [...resolved('ben'), prop(PR_RESPONSIBILITY, false), prop(PR_SPOOLER_STATUS, 5)],
        recipient('cleo', MAPI_CC),
      ]),
    );
    using table = await ok(message.GetRecipientTable());
    const found = async (restriction: Parameters<typeof table.Restrict>[0]) => {
      await ok(table.Restrict(restriction));
      return (await rowsOf(table, [PR_DISPLAY_NAME_W])).flat();
    };
    expect(await found(eq(PR_ADDRTYPE_W, 'SMTP'))).toEqual(['ann', 'ben']);
    expect(await found(and(exists(PR_ADDRTYPE_W), eq(PR_RESPONSIBILITY, false)))).toEqual(['ben']);
    expect(await found(or(eq(PR_RECIPIENT_TYPE, MAPI_CC), eq(PR_SPOOLER_STATUS, 5)))).toEqual(['ben', 'cleo']);
    expect(await found(ne(PR_EMAIL_ADDRESS_W, 'ann@example.org'))).toContain('ben');
  });
});
