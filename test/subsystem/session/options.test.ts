import { afterEach, describe, expect, test } from 'vitest';
import { guidFromBytes, ok, S_OK } from '../../../src/com/index.js';
import {
  type AdrEntry,
  IMAPIFolder,
  type IMAPISession,
  type IMsgStore,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  MAPI_NO_MAIL,
  MAPI_ONE_OFF_UID,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  OPTION_TYPE_MESSAGE,
  OPTION_TYPE_RECIPIENT,
  type OPTIONDATA,
  PR_ADDRTYPE_W,
  PR_COMMENT_A,
  PR_COMMENT_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_PRIORITY,
  PR_READ_RECEIPT_REQUESTED,
  type PropValue,
  prop,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { PostOffice, testTransport } from '../spooler/post-office.js';

const option = (ulFlags: number, lpszAdrType: string, lpOptionsProps: readonly PropValue[]): OPTIONDATA => ({
  ulFlags,
  lpRecipGUID: null,
  lpszAdrType,
  lpszDLLName: 'test',
  ulOrdinal: 1,
  lpbOptionsData: new Uint8Array(0),
  lpOptionsProps,
});

const forMessages = [prop(PR_COMMENT_W, 'usual'), prop(PR_PRIORITY, 1)];
const forRecipients = [prop(PR_READ_RECEIPT_REQUESTED, true)];
const forOneOffs = [prop(PR_COMMENT_W, 'one-off')];

describe('options of messages and recipients (IXPLogon::RegisterOptions)', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  const open = (): Promise<PostOffice> =>
    PostOffice.open(
      testTransport('XP1', {
        submit: (asked) => asked,
        types: ['SMTP', 'FAX'],
        options: [
          option(OPTION_TYPE_MESSAGE, 'FAX', forMessages),
          option(OPTION_TYPE_RECIPIENT, 'FAX', forRecipients),
          { ...option(OPTION_TYPE_RECIPIENT, '', forOneOffs), lpRecipGUID: MAPI_ONE_OFF_UID },
        ],
      }),
      // Who comes later is asked later.
      testTransport('XP2', {
        submit: (asked) => asked,
        types: ['FAX', 'X400'],
        options: [
          option(OPTION_TYPE_MESSAGE, 'FAX', forRecipients),
          option(OPTION_TYPE_MESSAGE | OPTION_TYPE_RECIPIENT, 'X400', forRecipients),
        ],
      }),
    );

  test('QueryDefaultMessageOpt and QueryDefaultRecipOpt answer the usual values by address type, none when there are none', async () => {
    office = await open();
    await office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      expect(await ok(session.QueryDefaultMessageOpt('FAX', MAPI_UNICODE))).toEqual(forMessages);
      expect(await ok(session.QueryDefaultMessageOpt('FAX', 0))).toEqual([
        prop(PR_COMMENT_A, 'usual'),
        prop(PR_PRIORITY, 1),
      ]);
      expect(await ok(session.QueryDefaultMessageOpt('SMTP', 0))).toEqual([]);
      expect(await ok(session.QueryDefaultMessageOpt('X400', 0))).toEqual(forRecipients);
      expect(await ok(book.QueryDefaultRecipOpt('FAX', 0))).toEqual(forRecipients);
      expect(await ok(book.QueryDefaultRecipOpt('SMTP', MAPI_UNICODE))).toEqual([]);
      expect((await session.QueryDefaultMessageOpt('', 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await session.QueryDefaultMessageOpt('FAX', 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await book.QueryDefaultRecipOpt('FAX', 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    });
  });

  test('MessageOptions gives a message the usual values that it does not have; without options MAPI_E_NOT_FOUND', async () => {
    office = await open();
    await office.session(async (session, store) => {
      using message = await newMessage(store);
      await ok(message.SetProps([prop(PR_COMMENT_W, 'my own')]));
      expect(await session.MessageOptions(0, MAPI_UNICODE, 'SMTP', message)).toBe(MAPI_E_NOT_FOUND);
      expect(await session.MessageOptions(0, 1, 'FAX', message)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await session.MessageOptions(0, MAPI_UNICODE, 'FAX', message)).toBe(S_OK);
      const row = await ok(message.GetProps([PR_COMMENT_W, PR_PRIORITY], MAPI_UNICODE));
      expect([row.get(PR_COMMENT_W), row.get(PR_PRIORITY)]).toEqual(['my own', 1]);
    });
  });

  test('RecipOptions adds to the recipient, by who made its entry ID before its address type; without options MAPI_W_ERRORS_RETURNED', async () => {
    office = await open();
    await office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      const fax: AdrEntry = [prop(PR_ADDRTYPE_W, 'FAX')];
      expect(await book.RecipOptions(0, 0, fax)).toEqual([S_OK, [...fax, ...forRecipients]]);
      const entryId = await ok(book.CreateOneOff('Ann', 'FAX', '555', MAPI_UNICODE));
      expect(guidFromBytes(entryId.subarray(4, 20))).toBe(MAPI_ONE_OFF_UID);
      const oneOff: AdrEntry = [prop(PR_ENTRYID, entryId), prop(PR_ADDRTYPE_W, 'FAX')];
      expect(await book.RecipOptions(0, 0, oneOff)).toEqual([S_OK, [...oneOff, ...forOneOffs]]);
      const mine: AdrEntry = [prop(PR_ADDRTYPE_W, 'FAX'), prop(PR_READ_RECEIPT_REQUESTED, false)];
      expect(await book.RecipOptions(0, 0, mine)).toEqual([S_OK, mine]);
      const smtp: AdrEntry = [prop(PR_ADDRTYPE_W, 'SMTP')];
      expect(await book.RecipOptions(0, 0, smtp)).toEqual([MAPI_W_ERRORS_RETURNED, smtp]);
      expect((await ok(book.GetLastError(MAPI_W_ERRORS_RETURNED, MAPI_UNICODE))).lpszError).toContain('SMTP');
      expect((await book.RecipOptions(0, 1, smtp))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    });
  });

  test('there are none under MAPI_NO_MAIL', async () => {
    office = await open();
    await office.session(async (session: IMAPISession, store) => {
      using message = await newMessage(store);
      expect(await ok(session.QueryDefaultMessageOpt('FAX', 0))).toEqual([]);
      expect(await session.MessageOptions(0, 0, 'FAX', message)).toBe(MAPI_E_NOT_FOUND);
      expect(await ok(session.EnumAdrTypes(0))).toEqual([]);
    }, MAPI_NO_MAIL);
  });

  async function newMessage(store: IMsgStore) {
    const outbox = (await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID], 0))).get(PR_IPM_OUTBOX_ENTRYID);
    using folder = (await ok(store.OpenEntry(outbox, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    return await ok(folder.CreateMessage(null, 0));
  }
});
