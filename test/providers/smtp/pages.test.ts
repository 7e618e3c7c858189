import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Iid, ok, S_OK } from '../../../src/com/index.js';
import {
  BEGIN_DEFERRED,
  CONFIG_CHANGED,
  CURRENT_SPI_VERSION,
  FLUSH_DOWNLOAD,
  FLUSH_FORCE,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  FORCE_XP_CONNECT,
  FORCE_XP_DISCONNECT,
  IMAPIProp,
  IMAPIStatus,
  IMessage,
  type IXPLogon,
  LOGON_NO_CONNECT,
  LOGON_NO_DIALOG,
  LOGON_NO_INBOUND,
  LOGON_NO_OUTBOUND,
  MAPI_E_BUSY,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  MAPI_NT_SERVICE,
  MAPI_STATUS,
  MAPI_UNICODE,
  type IMessage as Message,
  NOTIFY_ABORT_DEFERRED,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_BEGIN_INBOUND_FLUSH,
  NOTIFY_BEGIN_OUTBOUND,
  NOTIFY_BEGIN_OUTBOUND_FLUSH,
  NOTIFY_CANCEL_MESSAGE,
  NOTIFY_CONFIG_CHANGE,
  NOTIFY_END_INBOUND,
  NOTIFY_END_OUTBOUND,
  PR_BODY_W,
  PR_STATUS_CODE,
  PROCESS_XP_HEADER_CACHE,
  prop,
  REFRESH_XP_HEADER_CACHE,
  STATUS_AVAILABLE,
  STATUS_INBOUND_ENABLED,
  STATUS_INBOUND_FLUSH,
  STATUS_OFFLINE,
  STATUS_OUTBOUND_ENABLED,
  STATUS_OUTBOUND_FLUSH,
  type IMAPIStatus as StatusObject,
  SUPPRESS_UI,
} from '../../../src/mapi/index.js';
import { PR_SMTP_PORT, XPProviderInit } from '../../../src/providers/smtp/index.js';
import { closedPort, MailServer } from '../../client/mail-server.js';
import { letter, to } from '../../convert/mime/letters.js';
import { useLedger } from '../../support/ledger.js';
import { inboxOf, newStore, propOf } from '../store/mailbox/stores.js';
import { account, Desk, loggedOn, responsibility, sent } from './desk.js';

useLedger();

/** Runs `use` with a message to Bob. */
async function withMessage<T>(use: (message: Message) => Promise<T>): Promise<T> {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await letter(inbox, [prop(PR_BODY_W, 'Hello')], [to('Bob', 'bob@example.org')]);
  await ok(message.SaveChanges(2));
  return await use(message);
}

/** Logs on with flags; logs off in the end. */
async function logonWith(desk: Desk, flags: number) {
  const { lppXPProvider: provider } = await ok(XPProviderInit(0, CURRENT_SPI_VERSION));
  using support = desk.support();
  const [, session] = await provider.TransportLogon(support, 0, 'Ann', flags);
  if (session === null || !('lppXPLogon' in session)) throw new Error('no logon');
  const { lppXPLogon: logon, lpulFlags, lppMAPIError } = session;
  return {
    logon,
    lpulFlags,
    lppMAPIError,
    async [Symbol.asyncDispose]() {
      await provider.Shutdown(0);
      logon.Release();
      provider.Release();
    },
  };
}

describe('XPProviderInit', () => {
  test('answers another provider object each time, in a service and elsewhere', async () => {
    using one = (await ok(XPProviderInit(0, CURRENT_SPI_VERSION))).lppXPProvider;
    using other = (await ok(XPProviderInit(MAPI_NT_SERVICE, CURRENT_SPI_VERSION))).lppXPProvider;
    expect(other).not.toBe(one);
  });
});

describe('IXPProvider::TransportLogon', () => {
  test('asks for nothing: it sends only, so that nobody need poll it', async () => {
    await using session = await logonWith(new Desk(account(await closedPort())), LOGON_NO_DIALOG);
    expect([session.lpulFlags, session.lppMAPIError]).toEqual([MAPI_UNICODE, null]);
  });

  test('with both directions off sends nothing before it is told that it may', async () => {
    await using server = await MailServer.start();
    const desk = new Desk(account(server.port));
    await using session = await logonWith(desk, LOGON_NO_INBOUND | LOGON_NO_OUTBOUND);
    const { logon } = session;
    expect(desk.code).toBe(STATUS_AVAILABLE);
    await withMessage(async (message) => {
      expect((await logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_BUSY);
      await ok(logon.TransportNotify(NOTIFY_BEGIN_OUTBOUND, null));
      const { lpulMsgRef } = await sent(logon, message);
      await ok(logon.EndMessage(lpulMsgRef));
    });
    expect(server.got).toHaveLength(1);
  });

  test('LOGON_NO_CONNECT connects to nothing, whatever is asked for later', async () => {
    const server = createServer();
    let connections = 0;
    server.on('connection', (socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const desk = new Desk(account((server.address() as { port: number }).port));
    await using session = await logonWith(desk, LOGON_NO_CONNECT);
    const { logon } = session;
    expect([desk.code, desk.words]).toEqual([STATUS_OFFLINE, 'Logged on without connections']);
    await ok(logon.TransportNotify(NOTIFY_BEGIN_OUTBOUND, null));
    expect(await logon.ValidateState(0, FORCE_XP_CONNECT)).toBe(S_OK);
    expect(await logon.ValidateState(0, CONFIG_CHANGED)).toBe(S_OK);
    await withMessage(async (message) => {
      expect((await logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_BUSY);
    });
    expect([desk.code, connections]).toEqual([STATUS_OFFLINE | STATUS_OUTBOUND_ENABLED, 0]);
  });

  test('keeps its own reference to the support object', async () => {
    const desk = new Desk(account(await closedPort()));
    // logonWith has released its own by now.
    await using session = await logonWith(desk, 0);
    const { logon } = session;
    await ok(logon.TransportNotify(NOTIFY_BEGIN_OUTBOUND, null));
    expect(desk.code & STATUS_OUTBOUND_ENABLED).not.toBe(0);
  });
});

describe('IXPProvider::Shutdown', () => {
  test('ends sessions that nobody ended, and takes no flags', async () => {
    const { lppXPProvider } = await ok(XPProviderInit(0, CURRENT_SPI_VERSION));
    using provider = lppXPProvider;
    using support = new Desk(account(await closedPort())).support();
    const [, session] = await provider.TransportLogon(support, 0, 'Ann', 0);
    if (session === null || !('lppXPLogon' in session)) throw new Error('no logon');
    using logon = session.lppXPLogon;
    expect(await provider.Shutdown(1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect((await logon.TransportNotify(NOTIFY_BEGIN_OUTBOUND, null))[0]).toBe(S_OK);
    expect(await provider.Shutdown(0)).toBe(S_OK);
    expect((await logon.TransportNotify(NOTIFY_BEGIN_OUTBOUND, null))[0]).toBe(MAPI_E_INVALID_OBJECT);
  });
});

describe('IXPLogon', () => {
  /** A session with a server that is away. */
  async function withLogon(use: (logon: IXPLogon, desk: Desk) => Promise<void>): Promise<void> {
    const desk = new Desk(account(await closedPort()));
    await using transport = await loggedOn(desk);
    await use(transport.logon, desk);
  }

  test('AddressTypes tells its types in Unicode, and no MAPIUIDs', () =>
    withLogon(async (logon) => {
      expect(await ok(logon.AddressTypes())).toEqual({
        lpulFlags: MAPI_UNICODE,
        lpppAdrTypeArray: ['SMTP'],
        lpppUIDArray: [],
      });
    }));

  test('SubmitMessage takes what was deferred, and refuses what is no message', async () => {
    await using server = await MailServer.start();
    await using transport = await loggedOn(new Desk(account(server.port)));
    const { logon } = transport;
    await withMessage(async (message) => {
      const [hr, told] = await logon.SubmitMessage(BEGIN_DEFERRED, message);
      expect(hr).toBe(S_OK);
      await ok(logon.EndMessage(told?.lpulMsgRef ?? 0));
    });
    expect((await logon.SubmitMessage(0, null as unknown as Message))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect(server.got).toHaveLength(1);
  });

  test('SubmitMessage leaves alone whom another transport has, and sends them nothing', async () => {
    await using server = await MailServer.start();
    await using transport = await loggedOn(new Desk(account(server.port)));
    const { logon } = transport;
    await withMessage(async (message) => {
      const first = await sent(logon, message);
      await ok(logon.EndMessage(first.lpulMsgRef));
      expect(await responsibility(message)).toEqual({ Bob: true });
      expect((await logon.SubmitMessage(0, message))[0]).not.toBe(S_OK);
    });
    expect(server.got).toHaveLength(1);
  });

  test('EndMessage ends a number: it means nothing afterwards', async () => {
    await using server = await MailServer.start();
    await using transport = await loggedOn(new Desk(account(server.port)));
    const { logon } = transport;
    await withMessage(async (message) => {
      const { lpulMsgRef } = await sent(logon, message);
      expect(lpulMsgRef).toBeGreaterThan(1);
      expect(await logon.EndMessage(lpulMsgRef)).toEqual([S_OK, 0]);
      expect((await logon.EndMessage(lpulMsgRef))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    });
  });

  test.each<[string, number, number, number]>([
    ['NOTIFY_BEGIN_INBOUND', NOTIFY_BEGIN_INBOUND, STATUS_INBOUND_ENABLED, 0],
    ['NOTIFY_END_INBOUND', NOTIFY_END_INBOUND, 0, STATUS_INBOUND_ENABLED],
    ['NOTIFY_BEGIN_INBOUND_FLUSH, which is over at once', NOTIFY_BEGIN_INBOUND_FLUSH, 0, STATUS_INBOUND_FLUSH],
    ['NOTIFY_BEGIN_OUTBOUND', NOTIFY_BEGIN_OUTBOUND, STATUS_OUTBOUND_ENABLED, 0],
    ['NOTIFY_END_OUTBOUND', NOTIFY_END_OUTBOUND, 0, STATUS_OUTBOUND_ENABLED],
    ['NOTIFY_BEGIN_OUTBOUND_FLUSH', NOTIFY_BEGIN_OUTBOUND_FLUSH, STATUS_OUTBOUND_FLUSH, 0],
    ['NOTIFY_ABORT_DEFERRED, though it defers nothing', NOTIFY_ABORT_DEFERRED, 0, 0],
    ['NOTIFY_ABORT_DEFERRED | NOTIFY_CANCEL_MESSAGE', NOTIFY_ABORT_DEFERRED | NOTIFY_CANCEL_MESSAGE, 0, 0],
  ])('TransportNotify hands its flags back unchanged and shows them in the status row: %s', (_, flags, set, clear) =>
    withLogon(async (logon, desk) => {
      expect(await logon.TransportNotify(flags, null)).toEqual([S_OK, flags]);
      expect(desk.code & set).toBe(set);
      expect(desk.code & clear).toBe(0);
    }),
  );

  test('Idle, Poll, StartMessage: nothing comes in, and reserved flags are refused', () =>
    withLogon(async (logon) => {
      expect([await logon.Idle(), await logon.Idle(1)]).toEqual([S_OK, MAPI_E_UNKNOWN_FLAGS]);
      expect(await logon.Poll()).toEqual([S_OK, 0]);
      using store = await newStore();
      using inbox = await inboxOf(store);
      using message = await ok(inbox.CreateMessage(IMessage));
      expect(await logon.StartMessage(0, message)).toEqual([S_OK, 1]);
      expect((await logon.StartMessage(1, message))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await logon.StartMessage(0, null as unknown as Message))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    }));

  test('OpenStatusEntry: NULL is IMAPIStatus; whoever asks to write gets an object to read', () =>
    withLogon(async (logon) => {
      for (const open of [
        () => logon.OpenStatusEntry<StatusObject>(null, 0),
        () => logon.OpenStatusEntry(IMAPIStatus, MAPI_MODIFY),
        () => logon.OpenStatusEntry(IMAPIProp as unknown as Iid<StatusObject>, 0),
      ]) {
        const { lppEntry, lpulObjType } = await ok(open());
        using status = lppEntry as StatusObject;
        expect(lpulObjType).toBe(MAPI_STATUS);
        expect(await propOf(status, PR_STATUS_CODE)).toBe(STATUS_AVAILABLE | STATUS_OUTBOUND_ENABLED);
        expect((await status.SetProps([prop(PR_STATUS_CODE, 0)]))[0]).toBe(MAPI_E_NO_ACCESS);
      }
      expect((await logon.OpenStatusEntry(IMessage))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect((await logon.OpenStatusEntry(null, 2))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('ValidateState with CONFIG_CHANGED reads the profile again, so that a wrong port is mended without a new logon', async () => {
    await using server = await MailServer.start();
    const desk = new Desk(account(await closedPort()));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    await withMessage(async (message) => {
      expect((await logon.SubmitMessage(0, message))[0]).not.toBe(S_OK);
      desk.section.props = new Map(desk.section.props).set(PR_SMTP_PORT >>> 16, prop(PR_SMTP_PORT, server.port));
      expect(await logon.ValidateState(0, CONFIG_CHANGED | SUPPRESS_UI)).toBe(S_OK);
      // The spooler is to ask for the address types again.
      expect(desk.told).toEqual([NOTIFY_CONFIG_CHANGE]);
      const { lpulMsgRef } = await sent(logon, message);
      await ok(logon.EndMessage(lpulMsgRef));
    });
    expect(server.got).toHaveLength(1);
  });

  test('ValidateState is one at a time; what is about headers kept on a server is nothing to do here', async () => {
    let greet = (): void => undefined;
    const knocked = new Promise<void>((knock) => {
      const server = createServer((socket) => {
        greet = () => socket.end('421 closing\r\n');
        knock();
      });
      server.listen(0, '127.0.0.1');
      onTestFinished(() => void server.close());
      listening = new Promise((resolve) =>
        server.once('listening', () => resolve(server.address() as { port: number })),
      );
    });
    const desk = new Desk(account((await listening).port));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    const first = logon.ValidateState(0, FORCE_XP_CONNECT);
    await knocked;
    expect(await logon.ValidateState(0)).toBe(MAPI_E_BUSY);
    greet();
    expect(await first).toBe(S_OK);
    expect(await logon.ValidateState(0, REFRESH_XP_HEADER_CACHE | PROCESS_XP_HEADER_CACHE)).toBe(S_OK);
    expect(await logon.ValidateState(0, FORCE_XP_DISCONNECT)).toBe(S_OK);
  });
  let listening: Promise<{ port: number }>;

  test('FlushQueues shows in the status row what is flushed, and refuses what is reserved', () =>
    withLogon(async (logon, desk) => {
      expect(await logon.FlushQueues(0, null, FLUSH_DOWNLOAD | FLUSH_NO_UI)).toBe(S_OK);
      expect(desk.code & STATUS_OUTBOUND_FLUSH).toBe(0);
      expect(await logon.FlushQueues(0, null, FLUSH_UPLOAD | FLUSH_FORCE)).toBe(S_OK);
      expect(desk.code & STATUS_OUTBOUND_FLUSH).not.toBe(0);
      expect(await logon.FlushQueues(0, new Uint8Array(4), FLUSH_UPLOAD)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await logon.FlushQueues(0, null, 0x100)).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('TransportLogoff may come at any time, ends the session, and takes no flags', () =>
    withLogon(async (logon) => {
      expect(await logon.TransportLogoff(1)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await logon.TransportLogoff()).toBe(S_OK);
      expect(await logon.TransportLogoff()).toBe(S_OK);
      for (const late of [
        (await logon.TransportNotify(NOTIFY_BEGIN_OUTBOUND, null))[0],
        await logon.ValidateState(0),
        await logon.FlushQueues(0, null, FLUSH_UPLOAD),
      ])
        expect(late).toBe(MAPI_E_INVALID_OBJECT);
    }));
});
