import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LogonOptions, logon, type MailSession } from '../../src/client/index.js';
import { ok, S_OK } from '../../src/com/index.js';
import {
  ascend,
  CHANGE_PROP_TYPE,
  FL_FULLSTRING,
  FL_IGNORECASE,
  FL_SUBSTRING,
  fMapiUnicode,
  fnevObjectCreated,
  fnevObjectModified,
  HR_FAILED,
  HR_SUCCEEDED,
  hrSuccess,
  type IMAPIFolder,
  IMPORTANCE_HIGH,
  KEEP_OPEN_READWRITE,
  MAPI_E_COMPUTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MAPI_E_TABLE_TOO_BIG,
  MAPI_TO,
  MODRECIP_ADD,
  MSGFLAG_UNSENT,
  MVI_PROP,
  type NOTIFICATION,
  PR_ADDRTYPE_W,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_IMPORTANCE,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_RECIPIENTS,
  PR_MESSAGE_SIZE,
  PR_PARENT_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  PROP_ID,
  PROP_TAG,
  PROP_TYPE,
  PROP_TYPE_MASK,
  PT_LONG,
  PT_MV_UNICODE,
  PT_UNICODE,
  PT_UNSPECIFIED,
  prop,
  type Restriction,
  sortBy,
} from '../../src/mapi/index.js';
import {
  FBinFromHex,
  FPropExists,
  HexFromBin,
  HrAddColumns,
  HrAddColumnsEx,
  HrAllocAdviseSink,
  HrGetOneProp,
  HrQueryAllRows,
  HrSetOneProp,
  HrThisThreadAdviseSink,
  PpropFindProp,
} from '../../src/subsystem/index.js';
import { useLedger } from '../support/ledger.js';
import { Desk } from './desk.js';

/** Examples of Microsoft's pages, ported line by line; and the functions of Mapiutil.h that they use. */
let desk: Desk;
let session: MailSession;
let lpFolder: IMAPIFolder;
beforeAll(async () => {
  desk = await Desk.open();
  const options: LogonOptions = { profile: 'Work', mail: false };
  session = await logon(options);
  lpFolder = session.outbox.raw;
});
afterAll(async () => {
  await session.close();
  await desk[Symbol.asyncDispose]();
});

useLedger();

/** How to create a simple mail item. */
async function AddMail(szSubject: string, szBody: string, szRecipientName: string, szFrom = 'Sam'): Promise<number> {
  let [hRes, lpMessage] = await lpFolder.CreateMessage(null, 0);
  if (HR_SUCCEEDED(hRes) && lpMessage) {
    const spvProps = [
      prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
      prop(PR_SUBJECT_W, szSubject),
      prop(PR_BODY_W, szBody),
      prop(PR_SENDER_NAME_W, szFrom),
      prop(PR_IMPORTANCE, IMPORTANCE_HIGH),
      prop(PR_MESSAGE_FLAGS, MSGFLAG_UNSENT),
    ];
    [hRes] = await lpMessage.SetProps(spvProps);
    if (HR_SUCCEEDED(hRes)) {
      const lpAdrEntry = [
        prop(PR_RECIPIENT_TYPE, MAPI_TO),
        prop(PR_DISPLAY_NAME_W, szRecipientName),
        prop(PR_ADDRTYPE_W, 'SMTP'),
        prop(PR_EMAIL_ADDRESS_W, `${szRecipientName.toLowerCase()}@example.org`),
      ];
      hRes = await lpMessage.ModifyRecipients(MODRECIP_ADD, [lpAdrEntry]);
      if (HR_SUCCEEDED(hRes)) hRes = await lpMessage.SaveChanges(KEEP_OPEN_READWRITE);
    }
    lpMessage.Release();
  }
  return hRes;
}

/** Sample restriction code: mail to Sue from Sam about volleyball. */
function BuildRestriction(pszSent: string, pszFrom: string, pszSubjectText: string): Restriction {
  const ulFuzzyLevel = FL_FULLSTRING | FL_IGNORECASE;
  return {
    rt: 'and',
    lpRes: [
      {
        rt: 'sub',
        ulSubObject: PR_MESSAGE_RECIPIENTS,
        lpRes: {
          rt: 'content',
          ulFuzzyLevel,
          ulPropTag: PR_DISPLAY_NAME_W,
          lpProp: prop(PR_DISPLAY_NAME_W, pszSent),
        },
      },
      { rt: 'content', ulFuzzyLevel, ulPropTag: PR_SENDER_NAME_W, lpProp: prop(PR_SENDER_NAME_W, pszFrom) },
      {
        rt: 'and',
        lpRes: [
          { rt: 'exist', ulPropTag: PR_SUBJECT_W },
          {
            rt: 'content',
            ulFuzzyLevel: FL_SUBSTRING | FL_IGNORECASE,
            ulPropTag: PR_SUBJECT_W,
            lpProp: prop(PR_SUBJECT_W, pszSubjectText),
          },
        ],
      },
    ],
  };
}

describe('Examples of the pages', () => {
  test('a simple mail item is made, and the sample restriction finds it alone', async () => {
    expect(await AddMail('Beach volleyball', 'At five?', 'Sue')).toBe(hrSuccess);
    expect(await AddMail('Beach volleyball', 'At five?', 'Joe')).toBe(hrSuccess);
    expect(await AddMail('Football', 'At five?', 'Sue')).toBe(hrSuccess);
    expect(await AddMail('Beach volleyball', 'At five?', 'Sue', 'Max')).toBe(hrSuccess);
    using pTable = await ok(lpFolder.GetContentsTable(fMapiUnicode));
    const sought = BuildRestriction('Sue', 'Sam', 'VOLLEYBALL');
    const [hr, pRows] = await HrQueryAllRows(pTable, [PR_SUBJECT_W, PR_SENDER_NAME_W], sought, null, 0);
    expect(hr).toBe(hrSuccess);
    expect(pRows?.map((row) => [...row])).toEqual([['Beach volleyball', 'Sam']]);
  });

  test('tables and memory usage: rows are read some at a time until there are none', async () => {
    using pTable = await ok(lpFolder.GetContentsTable(fMapiUnicode));
    let read = 0;
    for (;;) {
      const [hr, pRows] = await pTable.QueryRows(3, 0);
      if (hr !== hrSuccess || pRows?.length === 0) break;
      read += pRows?.length ?? 0;
    }
    expect(read).toBe(4);
  });
});

describe('HrQueryAllRows', () => {
  test('sets columns, restriction and order, and goes back to the beginning', async () => {
    using table = await ok(lpFolder.GetContentsTable(fMapiUnicode));
    await ok(table.QueryRows(2, 0));
    const [hr, rows] = await HrQueryAllRows(table, [PR_SUBJECT_W], null, sortBy(ascend(PR_SUBJECT_W)), 0);
    expect(hr).toBe(S_OK);
    expect(rows?.map(([subject]) => subject)).toEqual([
      'Beach volleyball',
      'Beach volleyball',
      'Beach volleyball',
      'Football',
    ]);
    // What is set stays, and null changes nothing of it.
    const [, again] = await HrQueryAllRows(table, null, null, null, 4);
    expect(again).toEqual(rows);
  });

  test('answers MAPI_E_TABLE_TOO_BIG when there are more rows than may come, and what the table answers', async () => {
    using table = await ok(lpFolder.GetContentsTable(fMapiUnicode));
    expect(await HrQueryAllRows(table, null, null, null, 3)).toEqual([MAPI_E_TABLE_TOO_BIG, null]);
    expect(await HrQueryAllRows(table, [], null, null, 0)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
  });
});

describe('HrAddColumns', () => {
  test('puts columns first, moves those that are there, and lets the others be changed', async () => {
    using table = await ok(lpFolder.GetContentsTable(fMapiUnicode));
    await ok(table.SetColumns([PR_SUBJECT_W, PR_MESSAGE_SIZE, PR_ENTRYID]));
    expect(await HrAddColumns(table, [PR_SENDER_NAME_W, PR_ENTRYID])).toBe(S_OK);
    expect(await ok(table.QueryColumns(0))).toEqual([PR_SENDER_NAME_W, PR_ENTRYID, PR_SUBJECT_W, PR_MESSAGE_SIZE]);
    const subjectAlone = (ptaga: number[]): void => void ptaga.splice(0, 4, PR_SUBJECT_W);
    expect(await HrAddColumnsEx(table, [PR_IMPORTANCE], subjectAlone)).toBe(S_OK);
    expect(await ok(table.QueryColumns(0))).toEqual([PR_IMPORTANCE, PR_SUBJECT_W]);
  });
});

describe('One property', () => {
  test('is got, set, looked for, or told to be missing by a code that is no warning', async () => {
    using message = await ok(lpFolder.CreateMessage(null, 0));
    expect(await HrGetOneProp(message, PR_SUBJECT_W)).toEqual([MAPI_E_NOT_FOUND, null]);
    expect(await FPropExists(message, PR_SUBJECT_W)).toBe(false);
    expect(await HrSetOneProp(message, prop(PR_SUBJECT_W, 'One'))).toBe(S_OK);
    expect(await HrGetOneProp(message, PR_SUBJECT_W)).toEqual([S_OK, prop(PR_SUBJECT_W, 'One')]);
    expect(await FPropExists(message, PR_SUBJECT_W)).toBe(true);
    expect(await FPropExists(message, CHANGE_PROP_TYPE(PR_SUBJECT_W, PT_LONG))).toBe(false);
    expect(await FPropExists(message, CHANGE_PROP_TYPE(PR_SUBJECT_W, PT_UNSPECIFIED))).toBe(true);
    expect(await HrSetOneProp(message, prop(PR_PARENT_ENTRYID, new Uint8Array(4)))).toBe(MAPI_E_COMPUTED);
  });

  test('is found in a list and in a row', async () => {
    const rgprop = [prop(PR_SUBJECT_W, 'One'), prop(PR_IMPORTANCE, 2)];
    expect(PpropFindProp(rgprop, PR_IMPORTANCE)).toEqual(prop(PR_IMPORTANCE, 2));
    expect(PpropFindProp(rgprop, CHANGE_PROP_TYPE(PR_IMPORTANCE, PT_UNICODE))).toBeNull();
    expect(PpropFindProp(rgprop, PROP_TAG(PT_UNSPECIFIED, PROP_ID(PR_IMPORTANCE)))).toEqual(prop(PR_IMPORTANCE, 2));
    using table = await ok(lpFolder.GetContentsTable(fMapiUnicode));
    const [, rows] = await HrQueryAllRows(table, [PR_MESSAGE_SIZE, PR_SENDER_NAME_W], null, null, 0);
    expect(PpropFindProp(rows?.[0] as never, PR_SENDER_NAME_W)?.[1]).toBe('Sam');
  });
});

describe('Advise sinks', () => {
  test('of a function tell it of events with its context, wrapped as well', async () => {
    const told: (readonly [string, readonly NOTIFICATION[]])[] = [];
    const OnNotify = (lpvContext: string, lpNotifications: readonly NOTIFICATION[]): number => {
      told.push([lpvContext, [...lpNotifications]]);
      return S_OK;
    };
    using sink = ok(HrAllocAdviseSink(OnNotify, 'me'));
    using wrapped = ok(HrThisThreadAdviseSink(sink));
    const connection = await ok(session.store.Advise(null, fnevObjectCreated | fnevObjectModified, wrapped));
    expect(await AddMail('Told of', 'x', 'Sue')).toBe(S_OK);
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(0));
    expect(told[0]).toEqual([
      'me',
      expect.arrayContaining([expect.objectContaining({ ulEventType: expect.any(Number) })]),
    ]);
    await ok(session.store.Unadvise(connection));
  });

  test('are made of nothing else', () => {
    expect(HR_FAILED(HrAllocAdviseSink(null as never, null)[0])).toBe(true);
    expect(HrThisThreadAdviseSink(null as never)[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });
});

test('Macros have their own names', () => {
  expect(PROP_TAG(PT_LONG, 0x6801)).toBe(0x68010003);
  expect([PROP_ID(PR_SUBJECT_W), PROP_TYPE(PR_SUBJECT_W), PR_SUBJECT_W & PROP_TYPE_MASK]).toEqual([
    0x37,
    PT_UNICODE,
    PT_UNICODE,
  ]);
  expect(MVI_PROP(PROP_TAG(PT_MV_UNICODE, 0x6802))).toBe(0x6802301f);
});

test('bytes are written as digits and read again; what is no such text is refused', () => {
  expect(HexFromBin(new Uint8Array([0, 10, 255]))).toBe('000AFF');
  expect(FBinFromHex('000aFF')).toEqual(new Uint8Array([0, 10, 255]));
  expect(FBinFromHex('')).toEqual(new Uint8Array(0));
  for (const text of ['0', '0g', 'abc', ' 0a']) expect(FBinFromHex(text)).toBeNull();
});
