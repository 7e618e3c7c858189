import { describe, expect, test } from 'vitest';
import { ANSWER, LETGO, WELCOME } from '../../src/bridge/frames.js';
import type { HostConnection } from '../../src/bridge/host/hostconnection.js';
import { IComailMapi } from '../../src/bridge/index.js';
import { IComailActivation } from '../../src/bridge/roots/declared.js';
import {
  CLASS_E_NOAGGREGATION,
  CLSCTX_INPROC_SERVER,
  com,
  createMemoryStream,
  E_NOINTERFACE,
  guidToBytes,
  type HResult,
  IStream,
  IUnknown,
  marshal,
  ok,
  type Ret,
  S_FALSE,
  S_OK,
  STGM_WRITE,
} from '../../src/com/index.js';
import { CLSID_ISMTPTransport } from '../../src/imnxport/index.js';
import {
  ATTACH_BY_VALUE,
  and,
  contains,
  descend,
  exists,
  fnevNewMail,
  fnevObjectCreated,
  IMAPIAdviseSink,
  IMAPIFolder,
  IMAPIProgress,
  type IMAPISession,
  IMessage,
  type IMsgStore,
  type IProfAdmin,
  MAPI_CREATE,
  MAPI_DIALOG,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_INITIALIZED,
  MAPI_EXTENDED,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  MAPI_TOP_LEVEL,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  type NOTIFICATION,
  namedProp,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_BODY_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_SUBJECT_W,
  PS_PUBLIC_STRINGS,
  prop,
  sortBy,
} from '../../src/mapi/index.js';
import { Desk } from '../flows/desk.js';
import { useLedger } from '../support/ledger.js';
import { compose, defaultStore, flush, recipient } from '../support/store-programs/client.js';
import { BridgeDesk } from './desk.js';
import { call, RawHost } from './rawhost.js';

useLedger();

interface Mapi {
  MAPIInitialize(ulVersion: number, ulFlags: number): Promise<HResult>;
  MAPIUninitialize(): Promise<HResult>;
  MAPILogonEx(ui: number, profile: string | null, password: string | null, flags: number): Promise<Ret<IMAPISession>>;
  MAPIAdminProfiles(flags: number): Promise<Ret<IProfAdmin>>;
}

const mapiOf = (host: HostConnection): Mapi => host.root<Mapi>(IComailMapi);

/** A mail desk, a bridge to it, and a session of a program that came over it. */
class Program implements AsyncDisposable {
  readonly desk: Desk;
  readonly bridge: BridgeDesk;
  readonly host: HostConnection;
  readonly session: IMAPISession;
  readonly store: IMsgStore;

  private constructor(desk: Desk, bridge: BridgeDesk, host: HostConnection, session: IMAPISession, store: IMsgStore) {
    this.desk = desk;
    this.bridge = bridge;
    this.host = host;
    this.session = session;
    this.store = store;
  }

  static async start(): Promise<Program> {
    const desk = await Desk.open();
    const bridge = await BridgeDesk.open();
    const host = await bridge.host();
    const mapi = mapiOf(host);
    ok(await mapi.MAPIInitialize(0, 0));
    const session = ok(await mapi.MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    return new Program(desk, bridge, host, session, await defaultStore(session));
  }

  /** The Outbox, for new messages. */
  async outbox(): Promise<IMAPIFolder> {
    const row = await ok(this.store.GetProps([PR_IPM_OUTBOX_ENTRYID], 0));
    return (await ok(this.store.OpenEntry(row.get(PR_IPM_OUTBOX_ENTRYID), IMAPIFolder, MAPI_MODIFY))).lppUnk;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.session.Logoff(0, 0, 0);
    await this.bridge[Symbol.asyncDispose]();
    await this.desk[Symbol.asyncDispose]();
  }
}

describe('Extended MAPI across the bridge', () => {
  test('a program logs on, writes a message with an attachment, and submits it', async () => {
    await using program = await Program.start();
    using message = await compose(program.store, 'Figures', [recipient('bob@example.org')]);
    const { lpulAttachmentNum, lppAttach } = await ok(message.CreateAttach(null, 0));
    using attachment = lppAttach;
    expect(lpulAttachmentNum).toBe(0);
    await ok(attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE), prop(PR_ATTACH_LONG_FILENAME_W, 'a.csv')]));
    using data = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
    expect(await data.Write(Buffer.from('month,messages\n'))).toEqual([S_OK, 15]);
    await ok(data.Commit(0));
    await ok(attachment.SaveChanges(0));
    await ok(message.SubmitMessage(0));
    await flush(program.session);
    expect(program.desk.server.got.map(({ text }) => /^Subject: (.*)$/m.exec(text)?.[1])).toEqual(['Figures']);
    expect(program.desk.server.got[0]?.text).toContain('a.csv');
  });

  test('needs MAPIInitialize, and of this program', async () => {
    await using bridge = await BridgeDesk.open();
    const one = mapiOf(await bridge.host());
    const other = mapiOf(await bridge.host());
    ok(await other.MAPIInitialize(0, 0));
    expect(await one.MAPILogonEx(0, 'Work', null, MAPI_EXTENDED)).toEqual([MAPI_E_NOT_INITIALIZED, null]);
    expect(await one.MAPIUninitialize()).toBe(S_OK);
    expect(await one.MAPIAdminProfiles(0)).toEqual([MAPI_E_NOT_INITIALIZED, null]);
    expect((await other.MAPILogonEx(0, 'Nobody', null, MAPI_EXTENDED))[0]).toBe(MAPI_E_NOT_FOUND);
  });

  test('properties, names and refusals are those of the object', async () => {
    await using program = await Program.start();
    using outbox = await program.outbox();
    using message = await ok(outbox.CreateMessage(null, 0));
    const [named] = await ok(message.GetIDsFromNames([namedProp(PS_PUBLIC_STRINGS, 'x-ticket')], MAPI_CREATE));
    expect(await message.SetProps([prop(PR_SUBJECT_W, 'Grüße 😀')])).toEqual([S_OK, []]);
    const [hr, row] = await message.GetProps([PR_SUBJECT_W, PR_BODY_W], MAPI_UNICODE);
    expect([hr, row?.[0], row?.error(1)]).toEqual([MAPI_W_ERRORS_RETURNED, 'Grüße 😀', MAPI_E_NOT_FOUND]);
    const names = await ok(message.GetNamesFromIDs([named as never], null, 0));
    expect(names.lpppPropNames).toEqual([namedProp(PS_PUBLIC_STRINGS, 'x-ticket')]);
    const [refused] = await message.OpenProperty(PR_BODY_W, IMAPIFolder as never, 0, 0);
    expect(refused).toBeLessThan(0);
    const asked = await (message as unknown as { QueryInterface(iid: unknown): Promise<Ret<unknown>> }).QueryInterface(
      IMAPIFolder,
    );
    expect(asked).toEqual([E_NOINTERFACE, null]);
  });

  test('tables sort, restrict and hand out rows', async () => {
    await using program = await Program.start();
    using outbox = await program.outbox();
    for (const subject of ['ant', 'bee', 'cat']) {
      using message = await ok(outbox.CreateMessage(null, 0));
      await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
      await ok(message.SaveChanges(0));
    }
    using table = await ok(outbox.GetContentsTable(MAPI_UNICODE));
    await ok(table.SetColumns([PR_SUBJECT_W, PR_ENTRYID], 0));
    await ok(table.SortTable(sortBy(descend(PR_SUBJECT_W)), 0));
    await ok(table.Restrict(and(exists(PR_ENTRYID), contains(PR_SUBJECT_W, 'a')), 0));
    expect((await ok(table.QueryRows(10, 0))).map((row) => row.get(PR_SUBJECT_W))).toEqual(['cat', 'ant']);
    expect(await ok(table.QuerySortOrder())).toEqual(sortBy(descend(PR_SUBJECT_W)));
    expect(await table.SeekRow(0, -5)).toEqual([S_OK, 0]);
    expect((await table.SeekRow(99, 1))[0]).toBeLessThan(0);
  });

  test('a sink of the program hears of new messages, in order', async () => {
    await using program = await Program.start();
    const heard: NOTIFICATION[] = [];
    let resolve = (): void => undefined;
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    using sink = com(
      {
        OnNotify(notifications: readonly NOTIFICATION[]): number {
          heard.push(...notifications);
          if (heard.length === 2) resolve();
          return 0;
        },
      },
      IMAPIAdviseSink,
    );
    const connection = await ok(program.store.Advise(null, fnevObjectCreated | fnevNewMail, sink));
    using outbox = await program.outbox();
    for (const subject of ['one', 'two']) {
      using message = await ok(outbox.CreateMessage(null, 0));
      await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
      await ok(message.SaveChanges(0));
    }
    await promise;
    expect(heard.map(({ ulEventType }) => ulEventType)).toEqual([fnevObjectCreated, fnevObjectCreated]);
    const ids = heard.map(({ info }) => (info as { lpEntryID: Uint8Array }).lpEntryID);
    const subjects = [];
    for (const id of ids) {
      using message = (await ok(program.store.OpenEntry(id, IMessage, 0))).lppUnk;
      subjects.push((await ok(message.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W));
    }
    expect(subjects).toEqual(['one', 'two']);
    await ok(program.store.Unadvise(connection));
  });

  test('streams and indicators of the program are used while it waits in the method', async () => {
    await using program = await Program.start();
    using outbox = await program.outbox();
    using message = await compose(program.store, 'copied', []);
    using copy = await ok(outbox.CreateMessage(null, 0));
    const moved: number[] = [];
    using progress = com(
      {
        Progress: (ulValue: number) => void moved.push(ulValue),
        GetFlags: () => MAPI_TOP_LEVEL,
        GetMin: () => 10,
        GetMax: () => 20,
        SetLimits: () => undefined,
      },
      IMAPIProgress,
    );
    const problems = await ok(message.CopyProps([PR_SUBJECT_W, PR_BODY_W], 0, progress, IMessage, copy, MAPI_DIALOG));
    expect(problems).toEqual([]);
    expect(moved).toEqual([15, 20]);
    expect((await ok(copy.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W)).toBe('copied');
    using body = await ok(message.OpenProperty(PR_BODY_W, IStream, 0, 0));
    using target = createMemoryStream();
    expect(await body.CopyTo(target, 1000n)).toEqual([S_OK, { pcbRead: 16n, pcbWritten: 16n }]);
    using stored = await ok(copy.OpenProperty(PR_BODY_W, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
    await ok(stored.Seek(0n, 2));
    expect((await body.Read(10))[0]).toBe(S_FALSE);
  });
});

test('what a program hands over for one call is let go of before the call is answered', async () => {
  await using desk = await BridgeDesk.open();
  const host = await RawHost.reach(desk.bridge.file);
  const inputs = new marshal.ByteWriter();
  inputs.u8(1);
  inputs.raw(guidToBytes(CLSID_ISMTPTransport));
  // An object of the host as the outer one: the class refuses it.
  inputs.u8(2);
  inputs.u64(7n);
  inputs.u8(1);
  inputs.raw(guidToBytes(IUnknown.guid));
  inputs.u32(CLSCTX_INPROC_SERVER);
  inputs.u8(1);
  inputs.raw(guidToBytes(IUnknown.guid));
  host.send(call(1, 0, IComailActivation, 3, inputs.bytes));
  expect((await host.answer(1)).readInt32LE(0)).toBe(CLASS_E_NOAGGREGATION);
  expect(host.frames.map(({ kind }) => kind)).toEqual([WELCOME, LETGO, ANSWER]);
  host.drop();
});
