import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  MAPI_BODY_AS_FILE,
  MAPI_CC,
  MAPI_E_ATTACHMENT_NOT_FOUND,
  MAPI_E_ATTACHMENT_WRITE_FAILURE,
  MAPI_E_BAD_RECIPTYPE,
  MAPI_E_FAILURE,
  MAPI_E_INVALID_MESSAGE,
  MAPI_E_INVALID_SESSION,
  MAPI_E_NO_MESSAGES,
  MAPI_ENVELOPE_ONLY,
  MAPI_GUARANTEE_FIFO,
  MAPI_LONG_MSGID,
  MAPI_ORIG,
  MAPI_PEEK,
  MAPI_SENT,
  MAPI_SUPPRESS_ATTACH,
  MAPI_TO,
  MAPI_UNREAD,
  MAPI_UNREAD_ONLY,
  SUCCESS_SUCCESS,
} from '../../../src/mapi/index.js';
import {
  MAPIDeleteMail,
  MAPIFindNext,
  MAPIReadMail,
  MAPISaveMail,
  type MapiMessage,
  setSimpleSettings,
} from '../../../src/subsystem/index.js';
import { MessageIds } from '../../../src/subsystem/simple/messageids.js';
import { useLedger } from '../../support/ledger.js';
import { Office } from './office.js';

useLedger();

async function saved(session: number, message: MapiMessage): Promise<string> {
  const [code, id] = await MAPISaveMail(session, 0, message, 0, 0, null);
  if (id === null) throw new Error(`MAPISaveMail answered ${code}`);
  return id;
}

async function read(session: number, id: string, flags = MAPI_PEEK): Promise<MapiMessage> {
  const [code, message] = await MAPIReadMail(session, 0, id, flags);
  if (message === null) throw new Error(`MAPIReadMail answered ${code}`);
  return message;
}

/** Walks as programs do; answers the subjects, and the code that ended it. */
async function walk(session: number, type: string | null, flags: number, each?: (id: string) => Promise<void>) {
  const subjects: unknown[] = [];
  for (let seed = ''; ; ) {
    const [code, id] = await MAPIFindNext(session, 0, type, seed, flags);
    if (id === null) return [...subjects, code];
    subjects.push((await read(session, id)).lpszSubject);
    await each?.(id);
    seed = id;
  }
}

describe('MAPIFindNext', () => {
  const at = (lpszSubject: string, lpszDateReceived: string, more: MapiMessage = {}): MapiMessage => ({
    lpszSubject,
    lpszDateReceived,
    flFlags: MAPI_UNREAD,
    ...more,
  });

  test('walks from the oldest to the newest of a class, also past what is deleted on the way', async () => {
    await using office = await Office.open();
    await office.session(async (session) => {
      expect(await MAPIFindNext(session, 0, null, null, 0)).toEqual([MAPI_E_NO_MESSAGES, null]);
      await saved(session, at('third', '2024/03/01 12:00'));
      await saved(session, at('first', '2023/01/01 09:30', { lpszMessageType: 'IPM.Note.Memo' }));
      await saved(session, at('second', '2024/03/01 11:59', { flFlags: 0 }));
      for (const lpszSubject of ['same', 'same', 'same']) await saved(session, at(lpszSubject, '2024/03/02 00:00'));
      const all = ['first', 'second', 'third', 'same', 'same', 'same', MAPI_E_NO_MESSAGES];
      expect(await walk(session, null, MAPI_GUARANTEE_FIFO)).toEqual(all);
      expect(await walk(session, 'ipm.note', MAPI_LONG_MSGID)).toEqual(all);
      expect(await walk(session, 'IPM.Note.M', 0)).toEqual(['first', MAPI_E_NO_MESSAGES]);
      expect(await walk(session, '', MAPI_UNREAD_ONLY)).toEqual(all.filter((one) => one !== 'second'));
      const remove = async (id: string) => expect(await MAPIDeleteMail(session, 0, id)).toBe(SUCCESS_SUCCESS);
      expect(await walk(session, null, 0, remove)).toEqual(all);
      expect(await walk(session, null, 0)).toEqual([MAPI_E_NO_MESSAGES]);
    });
  });

  test('refuses a seed that is none, and a session that is none', async () => {
    await using office = await Office.open();
    await office.session(async (session) => {
      expect(await MAPIFindNext(session, 0, null, 'nonsense', 0)).toEqual([MAPI_E_INVALID_MESSAGE, null]);
      expect(await MAPIFindNext(session, 0, null, 'A'.repeat(43), 0)).toEqual([MAPI_E_INVALID_MESSAGE, null]);
    });
    expect(await MAPIFindNext(0, 0, null, null, 0)).toEqual([MAPI_E_INVALID_SESSION, null]);
  });

  test('an identifier fits the buffer of 64 characters, or is a number of the session', () => {
    const ids = new MessageIds();
    for (const length of [32, 47, 48, 300, 383, 384]) {
      const entryId = new Uint8Array(length).fill(length);
      const [short, long] = [ids.textOf(entryId, false), ids.textOf(entryId, true)];
      expect(short.length).toBeLessThan(64);
      expect(long.length).toBeLessThan(512);
      for (const id of [short, long]) expect(ids.entryIdOf(id)).toEqual(entryId);
      expect(ids.textOf(entryId, false)).toBe(short);
    }
    expect(() => new MessageIds().entryIdOf('#1')).toThrow('no identifier');
  });
});

describe('MAPIReadMail', () => {
  test('answers all of the message, with its attachments in files', async () => {
    await using office = await Office.open();
    const path = join(office.desk.folder, 'figures.csv');
    writeFileSync(path, 'month,messages\n');
    await office.session(async (session) => {
      const id = await saved(session, {
        lpszSubject: 'Figures',
        lpszNoteText: 'x attached.\nBye',
        lpszDateReceived: '2024/02/29 23:59',
        lpszConversationID: 'conversation 7',
        flFlags: MAPI_UNREAD | MAPI_SENT,
        lpOriginator: { ulRecipClass: MAPI_ORIG, lpszName: 'passed over' },
        lpRecips: [
          { ulRecipClass: MAPI_TO, lpszName: 'Bob Baker', lpszAddress: 'SMTP:bob@example.org' },
          { ulRecipClass: MAPI_CC, lpszName: 'Fax', lpszAddress: 'FAX:555-1234' },
          { ulRecipClass: MAPI_TO, lpszName: 'Nobody Known' },
        ],
        lpFiles: [
          { nPosition: 0, lpszPathName: path },
          { lpszPathName: path, lpszFileName: '..\\con.txt' },
        ],
      });
      const message = await read(session, id);
      expect(message).toMatchObject({
        ulReserved: 0,
        lpszSubject: 'Figures',
        lpszNoteText: 'x attached.\r\nBye',
        lpszMessageType: 'IPM.Note',
        lpszDateReceived: '2024/02/29 23:59',
        lpszConversationID: 'conversation 7',
        flFlags: MAPI_UNREAD | MAPI_SENT,
        lpRecips: [
          { ulRecipClass: MAPI_TO, lpszName: 'Bob Baker', lpszAddress: 'SMTP:bob@example.org' },
          { ulRecipClass: MAPI_CC, lpszName: 'Fax', lpszAddress: 'FAX:555-1234' },
          { ulRecipClass: MAPI_TO, lpszName: 'Nobody Known' },
        ],
      });
      expect(message.lpFiles).toMatchObject([
        { nPosition: 0, lpszFileName: 'figures.csv' },
        { nPosition: -1, lpszFileName: '..\\con.txt' },
      ]);
      const paths = message.lpFiles?.map(({ lpszPathName }) => lpszPathName ?? '') ?? [];
      expect(paths.map((each) => basename(each))).toEqual(['figures.csv', '_con.txt']);
      for (const each of paths) {
        expect(readFileSync(each, 'utf8')).toBe('month,messages\n');
        expect(statSync(each).mode & 0o777).toBe(0o600);
      }
    });
  });

  test('leaves out what the flags say, and marks the message read without MAPI_PEEK', async () => {
    await using office = await Office.open();
    const path = join(office.desk.folder, 'one.txt');
    writeFileSync(path, 'one');
    await office.session(async (session) => {
      const id = await saved(session, {
        lpszSubject: 'Flags',
        lpszNoteText: 'Body',
        flFlags: MAPI_UNREAD,
        lpFiles: [{ lpszPathName: path }],
      });
      const named = [{ lpszPathName: null, lpszFileName: 'one.txt' }];
      const envelope = MAPI_PEEK | MAPI_ENVELOPE_ONLY | MAPI_SUPPRESS_ATTACH | MAPI_BODY_AS_FILE;
      expect(await read(session, id, envelope)).toMatchObject({ lpszNoteText: null, lpFiles: named });
      const bare = await read(session, id, MAPI_PEEK | MAPI_SUPPRESS_ATTACH);
      expect(bare).toMatchObject({ lpszNoteText: 'Body', lpFiles: named });
      const filed = await read(session, id, MAPI_BODY_AS_FILE);
      expect(filed).toMatchObject({ lpszNoteText: null, flFlags: MAPI_UNREAD });
      expect(filed.lpFiles?.map(({ lpszPathName }) => readFileSync(lpszPathName ?? '', 'utf8'))).toEqual([
        'Body',
        'one',
      ]);
      expect((await read(session, id)).flFlags).toBe(0);
    });
  });

  test('refuses what is no message, and leaves it unread when its files cannot be written', async () => {
    await using office = await Office.open();
    const path = join(office.desk.folder, 'one.txt');
    writeFileSync(path, 'one');
    await office.session(async (session) => {
      const id = await saved(session, { flFlags: MAPI_UNREAD, lpFiles: [{ lpszPathName: path }] });
      for (const none of ['', 'nonsense', '#1', 'A'.repeat(43)])
        expect(await MAPIReadMail(session, 0, none, 0)).toEqual([MAPI_E_INVALID_MESSAGE, null]);
      expect(await MAPIReadMail(0, 0, id, 0)).toEqual([MAPI_E_INVALID_SESSION, null]);
      setSimpleSettings({ folder: join(office.desk.folder, 'missing') });
      expect(await MAPIReadMail(session, 0, id, 0)).toEqual([MAPI_E_ATTACHMENT_WRITE_FAILURE, null]);
      expect((await read(session, id, MAPI_PEEK | MAPI_SUPPRESS_ATTACH)).flFlags).toBe(MAPI_UNREAD);
    });
  });
});

describe('MAPISaveMail and MAPIDeleteMail', () => {
  test('a message is written over, also its recipients and attachments, all or nothing', async () => {
    await using office = await Office.open();
    const path = join(office.desk.folder, 'one.txt');
    writeFileSync(path, 'one');
    const ann = { ulRecipClass: MAPI_TO, lpszName: 'Ann', lpszAddress: 'SMTP:ann@example.org' };
    const first = { lpszSubject: 'First', lpszNoteText: '1', lpRecips: [ann, ann], lpFiles: [{ lpszPathName: path }] };
    await office.session(async (session) => {
      const id = await saved(session, first);
      const bob = { ...ann, lpszName: 'Bob' };
      const next = { lpszSubject: 'Second', lpszNoteText: '2', lpRecips: [bob], lpFiles: [] };
      const over = (message: MapiMessage, handle = session) => MAPISaveMail(handle, 0, message, 0, 0, id);
      expect(await over({ ...next, lpFiles: [{ lpszPathName: '/nowhere/at/all' }] })).toEqual([
        MAPI_E_ATTACHMENT_NOT_FOUND,
        null,
      ]);
      expect(await over({ ...next, lpRecips: [{ ulRecipClass: 9 }] })).toEqual([MAPI_E_BAD_RECIPTYPE, null]);
      expect(await read(session, id)).toMatchObject({ lpszSubject: 'First', lpRecips: [ann, ann], lpFiles: [{}] });
      expect(await over(next)).toEqual([SUCCESS_SUCCESS, id]);
      const now = await read(session, id);
      expect(now).toMatchObject({ lpszSubject: 'Second', lpszNoteText: '2', lpRecips: [bob] });
      expect(now.lpFiles).toEqual([]);
      expect(await over(next, 0)).toEqual([MAPI_E_INVALID_SESSION, null]);
      expect(await MAPISaveMail(session, 0, next, 0, 0, 'nonsense')).toEqual([MAPI_E_INVALID_MESSAGE, null]);
      expect(await MAPISaveMail(session, 0, null as never, 0, 0, null)).toEqual([MAPI_E_FAILURE, null]);
    });
  });

  test('a new message needs no session; one is deleted once, by its session, without flags', async () => {
    await using office = await Office.open();
    const id = await saved(0, { lpszSubject: 'Alone' });
    await office.session(async (session) => {
      expect((await read(session, id)).lpszSubject).toBe('Alone');
      expect(await MAPIDeleteMail(session, 0, id, 1)).toBe(MAPI_E_FAILURE);
      expect(await MAPIDeleteMail(0, 0, id)).toBe(MAPI_E_INVALID_SESSION);
      expect(await MAPIDeleteMail(session, 0, id)).toBe(SUCCESS_SUCCESS);
      expect(await MAPIDeleteMail(session, 0, id)).toBe(MAPI_E_INVALID_MESSAGE);
      expect(await MAPIDeleteMail(session, 0, '')).toBe(MAPI_E_INVALID_MESSAGE);
    });
  });
});
