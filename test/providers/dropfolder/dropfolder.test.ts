import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { thisProcess } from '../../../src/base/index.js';
import { com, guidFromBytes, type Impl, IStream, ok, S_OK } from '../../../src/com/index.js';
import {
  FOLDER_GENERIC,
  fnevNewMail,
  HOOK_DELETE,
  HOOK_INBOUND,
  IMAPIAdviseSink,
  IMAPIFolder,
  IMessage,
  type IMsgStore,
  ISpoolerHook,
  MAPI_E_EXTENDED_ERROR,
  MAPI_E_UNCONFIGURED,
  MAPI_HOOK_PROVIDER,
  MAPI_MODIFY,
  MAPI_UNICODE,
  type NEWMAIL_NOTIFICATION,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_NUM,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_HTML,
  PR_INTERNET_MESSAGE_ID_W,
  PR_IPM_SUBTREE_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_ID,
  PR_RECIPIENT_TYPE,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  PR_SUBJECT_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  prop,
} from '../../../src/mapi/index.js';
import { dropFolderMessageService, PR_DROPFOLDER_PATH } from '../../../src/providers/dropfolder/index.js';
import { MAPIAdminProfiles, type MessageService } from '../../../src/subsystem/index.js';
import { column, download, inboxOf, PostOffice } from '../../subsystem/spooler/post-office.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';

const letter = [
  'From: =?utf-8?q?J=C3=BCrgen?= <juergen@example.org>',
  'Sender: office@example.org',
  'To: Ann <ann@example.com>, Team: Bob <bob@example.com>, c@example.com;',
  'Cc: dora@example.com',
  'Subject: =?utf-8?b?R3LDvMOfZQ==?=',
  'Date: Fri, 27 Nov 2026 10:00:00 +0100',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=a',
  '',
  '--a',
  'Content-Type: multipart/alternative; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Sch=F6n.',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Schön.</p>',
  '--b--',
  '--a',
  'Content-Type: application/pdf; name=plan.pdf',
  'Content-Disposition: attachment; filename=plan.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  'AAEC',
  '--a--',
  '',
].join('\r\n');

const simple = (subject: string): string => `From: a@x.org\r\nTo: b@x.org\r\nSubject: ${subject}\r\n\r\nHello.\r\n`;

describe('The drop folder', () => {
  useLedger();
  let office: PostOffice;
  let drop: string;
  afterEach(() => office.close());

  async function open(...services: readonly MessageService[]): Promise<void> {
    office = await PostOffice.open(dropFolderMessageService, ...services);
    drop = join(office.folder, 'drop');
    mkdirSync(drop);
    expect(await configure(drop)).toBe(S_OK);
  }

  async function configure(path: string, tag = PR_DROPFOLDER_PATH): Promise<number> {
    using admin = await ok(MAPIAdminProfiles(0));
    using services = await ok(admin.AdminServices('Work', null, 0, 0));
    using table = await ok(services.GetMsgServiceTable(0));
    const row = (await ok(table.QueryRows(10, 0))).find((one) => one.get(PR_SERVICE_NAME_W) === 'DROPFOLDER');
    const uid = guidFromBytes(row?.get(PR_SERVICE_UID) as Uint8Array);
    return await services.ConfigureMsgService(uid, 0, 0, [prop(tag, path)]);
  }

  /** Writes a file as others shall: under another name first. */
  function put(name: string, text: string): void {
    writeFileSync(join(drop, 'partial'), text);
    renameSync(join(drop, 'partial'), join(drop, name));
  }

  const subjects = async (store: IMsgStore) => await column(store, await inboxOf(store), PR_SUBJECT_W);

  describe('after a process that was killed while it took a file over', () => {
    const killed = thisProcess.replace(/^\d+/, String(0x7fff_fff0));
    const left = (name: string, text: string, token: string): void => {
      mkdirSync(join(drop, 'taking', `${killed}~${token}`), { recursive: true });
      writeFileSync(join(drop, 'taking', `${killed}~${token}`, name), text);
    };

    test('makes the message that was not saved', async () => {
      await open();
      left('1.eml', simple('begun'), randomUUID());
      await office.session(async (session, store) => {
        await download(session);
        expect(await subjects(store)).toEqual(['begun']);
        expect(readdirSync(join(drop, 'taking'))).toEqual([]);
      });
    });

    test('makes the one that was saved not again, and goes on', async () => {
      await open();
      put('1.eml', simple('once'));
      await office.session(async (session, store) => {
        await download(session);
        const [token] = await column(store, await inboxOf(store), PR_MESSAGE_DELIVERY_ID);
        const hex = Buffer.from(token as Uint8Array).toString('hex');
        left('1.eml', simple('once'), hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'));
        put('1.eml', simple('next of that name'));
        await download(session);
        expect(await subjects(store)).toEqual(['once', 'next of that name']);
        expect(readdirSync(join(drop, 'taking'))).toEqual([]);
      });
    });

    test('leaves alone what a process works at that runs', async () => {
      await open();
      const other = join(drop, 'taking', `${process.ppid}-x-0123456789ab~${randomUUID()}`);
      mkdirSync(other, { recursive: true });
      writeFileSync(join(other, '1.eml'), simple('of another machine'));
      await office.session(async (session, store) => {
        await download(session);
        expect(await subjects(store)).toEqual([]);
        expect(readdirSync(other)).toEqual(['1.eml']);
      });
    });
  });

  test('fills a message from a file: who, when, what, its attachments and its header', async () => {
    await open();
    put('1.eml', letter);
    await office.session(async (session, store) => {
      await download(session);
      const [entryId] = await column(store, await inboxOf(store), PR_ENTRYID);
      using message = (await ok(store.OpenEntry(entryId as Uint8Array, IMessage, 0))).lppUnk;
      const row = await ok(
        message.GetProps(
          [
            PR_SUBJECT_W,
            PR_MESSAGE_CLASS_W,
            PR_SENDER_EMAIL_ADDRESS_W,
            PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
            PR_SENT_REPRESENTING_NAME_W,
            PR_INTERNET_MESSAGE_ID_W,
            PR_BODY_W,
          ],
          0,
        ),
      );
      expect([...row]).toEqual([
        'Grüße',
        'IPM.Note',
        'office@example.org',
        'juergen@example.org',
        'Jürgen',
        '<1@example.org>',
        expect.stringMatching(/^Schön\.\r?\n?$/),
      ]);
      const rest = await ok(message.GetProps([PR_CLIENT_SUBMIT_TIME, PR_HTML, PR_TRANSPORT_MESSAGE_HEADERS_W], 0));
      expect(rest.get(PR_CLIENT_SUBMIT_TIME)).toBe(
        BigInt(Date.UTC(2026, 10, 27, 9)) * 10_000n + 116_444_736_000_000_000n,
      );
      expect(Buffer.from(rest.get(PR_HTML) as Uint8Array).toString('utf8')).toContain('<p>Schön.</p>');
      expect(rest.get(PR_TRANSPORT_MESSAGE_HEADERS_W)).toBe(`${letter.slice(0, letter.indexOf('\r\n\r\n'))}\r\n`);
      using recipients = await ok(message.GetRecipientTable(MAPI_UNICODE));
      await ok(recipients.SetColumns([PR_RECIPIENT_TYPE, PR_DISPLAY_NAME_W, PR_EMAIL_ADDRESS_W], 0));
      expect((await ok(recipients.QueryRows(10, 0))).map((one) => [...one])).toEqual([
        [1, 'Ann', 'ann@example.com'],
        [1, 'Bob', 'bob@example.com'],
        [1, 'c@example.com', 'c@example.com'],
        [2, 'dora@example.com', 'dora@example.com'],
      ]);
      using attachments = await ok(message.GetAttachmentTable(MAPI_UNICODE));
      await ok(attachments.SetColumns([PR_ATTACH_NUM, PR_ATTACH_LONG_FILENAME_W, PR_ATTACH_MIME_TAG_W], 0));
      const [attached, ...more] = await ok(attachments.QueryRows(10, 0));
      expect(more).toEqual([]);
      expect([...(attached ?? [])].slice(1)).toEqual(['plan.pdf', 'application/pdf']);
      using file = await ok(message.OpenAttach(attached?.get(PR_ATTACH_NUM) as number, null, 0));
      const bytes = (await ok(file.GetProps([PR_ATTACH_DATA_BIN], 0))).get(PR_ATTACH_DATA_BIN);
      expect([...(bytes ?? [])]).toEqual([0, 1, 2]);
    });
    expect(readdirSync(drop)).toEqual(['taking']);
  });

  test('takes files in the order of their names, leaves others alone, and puts aside what is no message', async () => {
    provokes(/ab\.eml was put aside/, /c\.eml was put aside/);
    await open();
    put('b.eml', simple('two'));
    put('a.eml', simple('one'));
    put('ab.eml', 'this is not mail');
    put('c.eml', '');
    put('note.txt', simple('not mine'));
    put('.hidden.eml', simple('not mine either'));
    mkdirSync(join(drop, 'folder.eml'));
    await office.session(async (session, store) => {
      await download(session);
      expect(await subjects(store)).toEqual(['one', 'two']);
    });
    expect(readdirSync(drop).sort()).toEqual(['.hidden.eml', 'broken', 'folder.eml', 'note.txt', 'taking']);
    expect(readdirSync(join(drop, 'broken'))).toEqual(['ab.eml', 'c.eml']);
    put('c.eml', 'again nothing');
    await office.session(async (session) => await download(session));
    expect(readdirSync(join(drop, 'broken'))).toEqual(['ab.eml', 'c-2.eml', 'c.eml']);
  });

  test('takes a large file piece by piece: what is attached, and what is a text', async () => {
    await open();
    const bytes = Buffer.alloc(1_500_000);
    for (let at = 0; at < bytes.length; at++) bytes[at] = (at * 7) ^ (at >> 8);
    const attached = `Content-Type: application/pdf; name=big.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n')}`;
    put(
      '1.eml',
      `From: a@x.org\r\nSubject: large\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello.\r\n--b\r\n${attached}\r\n--b--\r\n`,
    );
    put('2.eml', `From: a@x.org\r\nSubject: long\r\n\r\n${'All lines are alike.\r\n'.repeat(60_000)}`);
    await office.session(async (session, store) => {
      await download(session);
      expect(await subjects(store)).toEqual(['large', 'long']);
      const [id = new Uint8Array()] = await column(store, await inboxOf(store), PR_ENTRYID);
      using message = (await ok(store.OpenEntry(id as Uint8Array, IMessage, 0))).lppUnk;
      using file = await ok(message.OpenAttach(0, null, 0));
      using stream = await ok(file.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0, 0));
      expect(Buffer.compare(await ok(stream.Read(2_000_000)), bytes)).toBe(0);
    });
  });

  test('brings in what lies there when a session begins (Poll), without being asked', async () => {
    await open();
    put('1.eml', simple('early'));
    await office.session(async (_session, store) => {
      const { arrived, stop } = await listen(store);
      // It may have come before anybody listened.
      if ((await subjects(store)).length === 0) await arrived;
      expect(await subjects(store)).toEqual(['early']);
      await stop();
    });
  });

  test('tells the spooler of new files (NOTIFY_NEWMAIL), and the store its clients (fnevNewMail)', async () => {
    await open();
    await office.session(async (session, store) => {
      const { arrived, stop } = await listen(store);
      await download(session);
      expect(await subjects(store)).toEqual([]);
      put('1.eml', simple('news'));
      const told = await arrived;
      expect(told.lpszMessageClass).toBe('IPM.Note');
      const { lppEntryID } = await ok(store.GetReceiveFolder('IPM.Note', MAPI_UNICODE));
      expect(await ok(store.CompareEntryIDs(told.lpParentID, lppEntryID, 0))).toBe(1);
      using message = (await ok(store.OpenEntry(told.lpEntryID, IMessage, 0))).lppUnk;
      expect((await ok(message.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W)).toBe('news');
      await stop();
    });
    expect(existsSync(join(drop, '1.eml'))).toBe(false);
  });

  test('shows messages to inbound hooks, then finds the receive folder of the class that they have', async () => {
    await open(
      inboundHook(async (message) => {
        const subject = (await ok(message.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W);
        if (subject === 'spam') return HOOK_DELETE;
        if (subject === 'order') await ok(message.SetProps([prop(PR_MESSAGE_CLASS_W, 'IPM.Note.Order')]));
        return 0;
      }),
    );
    await office.session(async (session, store) => {
      const top = (await ok(store.GetProps([PR_IPM_SUBTREE_ENTRYID], 0))).get(PR_IPM_SUBTREE_ENTRYID);
      using subtree = (await ok(store.OpenEntry(top, IMAPIFolder, MAPI_MODIFY))).lppUnk;
      using orders = await ok(subtree.CreateFolder(FOLDER_GENERIC, 'Orders', null, null, MAPI_UNICODE));
      const place = (await ok(orders.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
      await ok(store.SetReceiveFolder('IPM.Note.Order', MAPI_UNICODE, place));
      put('1.eml', simple('plain'));
      put('2.eml', simple('spam'));
      put('3.eml', simple('order'));
      await download(session);
      expect(await subjects(store)).toEqual(['plain']);
      expect(await column(store, place, PR_SUBJECT_W)).toEqual(['order']);
    });
  });

  test('wants a folder that is there, and no other property', async () => {
    await open();
    expect(await configure(join(drop, 'nowhere'))).toBe(MAPI_E_UNCONFIGURED);
    expect(await configure(drop, PR_SUBJECT_W as typeof PR_DROPFOLDER_PATH)).toBe(MAPI_E_EXTENDED_ERROR);
  });
});

/** The next new mail that a client hears of. */
async function listen(
  store: IMsgStore,
): Promise<{ readonly arrived: Promise<NEWMAIL_NOTIFICATION>; stop(): Promise<void> }> {
  let resolve: (told: NEWMAIL_NOTIFICATION) => void = () => undefined;
  const promise = new Promise<NEWMAIL_NOTIFICATION>((found) => {
    resolve = found;
  });
  const sink: Impl<IMAPIAdviseSink> = {
    OnNotify: (notifications) => {
      for (const one of notifications) if (one.ulEventType === fnevNewMail) resolve(one.info as NEWMAIL_NOTIFICATION);
      return 0;
    },
  };
  using pointer = com(sink, IMAPIAdviseSink);
  const connection = await ok(store.Advise(null, fnevNewMail, pointer));
  return {
    arrived: promise,
    stop: async () => {
      await ok(store.Unadvise(connection));
    },
  };
}

function inboundHook(inbound: (message: IMessage) => Promise<number>): MessageService {
  const answer = (lpulFlags: number) => ({ lpulFlags, lppEntryID: new Uint8Array(0) });
  const hook: Impl<ISpoolerHook> = {
    InboundMsgHook: async (message: IMessage) => answer(await inbound(message)),
    OutboundMsgHook: () => answer(0),
  };
  return {
    name: 'HOOK',
    displayName: 'Hook',
    dllName: 'test',
    providers: [
      {
        resourceType: MAPI_HOOK_PROVIDER,
        resourceFlags: HOOK_INBOUND,
        name: 'HP',
        displayName: 'Hook',
        providerDisplay: 'Hook',
        init: async () => [S_OK, com(hook, ISpoolerHook)] as const,
      },
    ],
  };
}
