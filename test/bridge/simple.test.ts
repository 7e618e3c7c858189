import { describe, expect, test } from 'vitest';
import { IComailSimpleMapi } from '../../src/bridge/index.js';
import { createMemoryStream, type IStream } from '../../src/com/index.js';
import {
  MAPI_E_AMBIGUOUS_RECIPIENT,
  MAPI_E_ATTACHMENT_OPEN_FAILURE,
  MAPI_E_FAILURE,
  MAPI_E_INVALID_MESSAGE,
  MAPI_E_INVALID_RECIPS,
  MAPI_E_INVALID_SESSION,
  MAPI_E_NO_MESSAGES,
  MAPI_E_UNKNOWN_RECIPIENT,
  MAPI_NEW_SESSION,
  MAPI_TO,
  PR_DISPLAY_TO_W,
  PR_SUBJECT_W,
  SUCCESS_SUCCESS,
} from '../../src/mapi/index.js';
import {
  endOfSimpleSessions,
  type MapiMessage,
  type MapiRecipDesc,
  type SimpleRet,
} from '../../src/subsystem/index.js';
import { Office } from '../subsystem/simple/office.js';
import { useLedger } from '../support/ledger.js';
import { BridgeDesk } from './desk.js';

useLedger();

type File = Record<string, unknown> & { readonly content: IStream | null };
type Message = Omit<MapiMessage, 'lpFiles'> & { readonly lpFiles?: readonly File[] };

/** The functions as a host calls them. */
interface Simple {
  MAPILogon(
    ui: number,
    profile: string | null,
    password: string | null,
    flags: number,
    r: number,
  ): Promise<SimpleRet<number>>;
  MAPILogoff(session: number, ui: number, flags: number, r: number): Promise<number>;
  MAPISendMail(session: number, ui: number, message: Message | null, flags: number, r: number): Promise<number>;
  MAPISendMailW(session: number, ui: number, message: Message | null, flags: number, r: number): Promise<number>;
  MAPISendDocuments(ui: number, files: readonly File[] | null, r: number): Promise<number>;
  MAPIFindNext(
    session: number,
    ui: number,
    type: string | null,
    seed: string | null,
    flags: number,
    r: number,
  ): Promise<SimpleRet<string>>;
  MAPIReadMail(session: number, ui: number, id: string, flags: number, r: number): Promise<SimpleRet<MapiMessage>>;
  MAPISaveMail(
    session: number,
    ui: number,
    message: Message,
    flags: number,
    r: number,
    id: string | null,
  ): Promise<SimpleRet<string>>;
  ComailSendMail(
    id: string | null,
    of: number,
    session: number,
    ui: number,
    message: object,
    flags: number,
    r: number,
  ): Promise<number>;
  MAPIDeleteMail(session: number, ui: number, id: string, flags: number, r: number): Promise<number>;
  MAPIAddress(
    session: number,
    ui: number,
    caption: null,
    fields: number,
    labels: null,
    recips: readonly MapiRecipDesc[] | null,
    flags: number,
    r: number,
  ): Promise<SimpleRet<readonly MapiRecipDesc[]>>;
  MAPIDetails(session: number, ui: number, recip: MapiRecipDesc | null, flags: number, r: number): Promise<number>;
  MAPIResolveName(
    session: number,
    ui: number,
    name: string,
    flags: number,
    r: number,
  ): Promise<SimpleRet<MapiRecipDesc>>;
}

const bob: MapiRecipDesc = { ulRecipClass: MAPI_TO, lpszName: 'Bob Baker', lpszAddress: 'SMTP:bob@example.org' };

describe('Simple MAPI across the bridge', () => {
  test('sends with files whose bytes the program has, and saves what needs a person', async () => {
    await using office = await Office.open();
    await using desk = await BridgeDesk.open();
    const simple = (await desk.host()).root<Simple>(IComailSimpleMapi);
    using small = createMemoryStream(Buffer.from('month,messages\n'));
    using large = createMemoryStream(Buffer.alloc(3_000_000, 'x'));
    const lpFiles = [
      { nPosition: -1, lpszPathName: 'C:\\Temp\\figures.csv', content: small },
      { nPosition: -1, lpszPathName: 'C:\\Temp\\x', lpszFileName: 'large.bin', content: large },
    ];
    const message = { lpszSubject: 'Grüße 😀', lpszNoteText: 'One\nTwo', lpRecips: [bob], lpFiles };
    expect(await simple.MAPISendMailW(0, 0, message, 0, 0)).toBe(SUCCESS_SUCCESS);
    expect(await simple.MAPISendMail(0, 0, { lpszSubject: 'A', lpRecips: [bob] }, 0, 0)).toBe(SUCCESS_SUCCESS);
    expect(await simple.MAPISendDocuments(0, [{ lpszPathName: 'C:\\plan.txt', content: small }], 0)).toBe(
      SUCCESS_SUCCESS,
    );
    await endOfSimpleSessions();
    expect(await office.lying('drafts', [PR_SUBJECT_W])).toEqual([['plan.txt']]);
    const texts = office.desk.server.got.map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.some((text) => /figures\.csv/.test(text) && /large\.bin/.test(text) && text.length > 4_000_000)).toBe(
      true,
    );
    expect(
      await simple.MAPISendMail(
        0,
        0,
        { lpszSubject: 'B', lpRecips: [{ ulRecipClass: MAPI_TO, lpszName: 'Nobody' }] },
        0,
        0,
      ),
    ).toBe(MAPI_E_UNKNOWN_RECIPIENT);
    expect(await simple.MAPISendMail(0, 0, null, 0, 0)).not.toBe(SUCCESS_SUCCESS);
  });

  test('a call with an identifier is that of the page; one without, or of another function, is none', async () => {
    await using office = await Office.open();
    await using desk = await BridgeDesk.open();
    const simple = (await desk.host()).root<Simple>(IComailSimpleMapi);
    const id = '01020304-0506-0708-090A-0B0C0D0E0F10';
    const message = (lpszSubject: string) => ({ lpszSubject, lpszNoteText: 'Text', lpRecips: [bob] });
    expect(await simple.ComailSendMail(id, 5, 0, 0, message('Five'), 0, 0)).toBe(SUCCESS_SUCCESS);
    expect(await simple.ComailSendMail(id, 6, 0, 0, message('Six'), 0, 0)).toBe(SUCCESS_SUCCESS);
    expect(await simple.ComailSendMail(id, 6, 0, 0, { ...message('None'), lpRecips: [] }, 0, 0)).toBe(
      MAPI_E_INVALID_RECIPS,
    );
    expect(await simple.ComailSendMail(id, 6, 4711, 0, message('None'), 0, 0)).toBe(MAPI_E_INVALID_SESSION);
    const lpFiles = [{ nPosition: -1, lpszPathName: 'C:\\plan.txt', content: null }];
    expect(await simple.ComailSendMail(id, 7, 0, 0, { lpFiles }, 0, 0)).toBe(MAPI_E_ATTACHMENT_OPEN_FAILURE);
    using content = createMemoryStream(Buffer.from('plan'));
    const files = lpFiles.map((file) => ({ ...file, content }));
    expect(await simple.ComailSendMail(id, 7, 0, 0, { lpFiles: files }, 0, 0)).toBe(SUCCESS_SUCCESS);
    expect(await office.lying('drafts', [PR_SUBJECT_W])).toEqual([['plan.txt']]);
    expect(await simple.ComailSendMail(id, 8, 0, 0, message('None'), 0, 0)).toBe(MAPI_E_FAILURE);
    expect(await simple.ComailSendMail(null, 6, 0, 0, message('None'), 0, 0)).toBe(MAPI_E_FAILURE);
    expect((await office.lying('sent', [PR_SUBJECT_W])).flat().sort()).toEqual(['Five', 'Six']);
  });

  test('a session finds, reads, saves and deletes; nobody else has it, and it ends with its program', async () => {
    await using office = await Office.open();
    await using desk = await BridgeDesk.open();
    const simple = (await desk.host()).root<Simple>(IComailSimpleMapi);
    const [code, session] = await simple.MAPILogon(0, 'Work', null, MAPI_NEW_SESSION, 0);
    expect(code).toBe(SUCCESS_SUCCESS);
    if (session === null) return;
    expect(await simple.MAPIFindNext(session, 0, null, null, 0, 0)).toEqual([MAPI_E_NO_MESSAGES, null]);
    const draft = { lpszSubject: 'draft', lpszNoteText: 'later', lpRecips: [bob] };
    const [saved, id] = await simple.MAPISaveMail(session, 0, draft, 0, 0, '');
    expect(saved).toBe(SUCCESS_SUCCESS);
    const [, read] = await simple.MAPIReadMail(session, 0, id ?? '', 0, 0);
    expect(read).toMatchObject({
      lpszSubject: 'draft',
      lpRecips: [{ lpszAddress: 'SMTP:bob@example.org' }],
      lpFiles: [],
    });
    expect(await simple.MAPIDeleteMail(session, 0, id ?? '', 0, 0)).toBe(SUCCESS_SUCCESS);
    expect(await simple.MAPIReadMail(session, 0, id ?? '', 0, 0)).toEqual([MAPI_E_INVALID_MESSAGE, null]);
    const [, who] = await simple.MAPIResolveName(session, 0, 'Bob Baker <bob@example.org>', 0, 0);
    expect(await simple.MAPIDetails(session, 0, who, 0, 0)).toBe(SUCCESS_SUCCESS);
    expect(await simple.MAPIDetails(session, 0, null, 0, 0)).toBe(MAPI_E_AMBIGUOUS_RECIPIENT);
    const [, chosen] = await simple.MAPIAddress(session, 0, null, 4, null, [bob], 0, 0);
    expect(chosen).toMatchObject([{ lpszName: 'Bob Baker' }]);
    const other = (await desk.host()).root<Simple>(IComailSimpleMapi);
    expect(await other.MAPILogoff(session, 0, 0, 0)).toBe(MAPI_E_INVALID_SESSION);
    expect(await other.MAPISendMail(session, 0, draft, 0, 0)).toBe(MAPI_E_INVALID_SESSION);
    expect(await office.lying('drafts', [PR_DISPLAY_TO_W])).toEqual([]);
    // The program goes without a word: the ledger tells whether its session went, too.
  });
});
