import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { failed, ok, S_OK } from '../../../src/com/index.js';
import {
  CONFIG_CHANGED,
  CURRENT_SPI_VERSION,
  END_RESEND_LATER,
  FLUSH_DOWNLOAD,
  FLUSH_UPLOAD,
  FORCE_XP_CONNECT,
  type IMAPIFolder as Folder,
  IMAPIFolder,
  IMAPIStatus,
  IMessage,
  MAPI_DIAG_LENGTH_CONSTRAINT_VIOLATD,
  MAPI_DIAG_MAIL_ADDRESS_INCORRECT,
  MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN,
  MAPI_DIAG_MAIL_REFUSED,
  MAPI_E_BUSY,
  MAPI_E_CANCEL,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_ME,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_VERSION,
  MAPI_E_WAIT,
  MAPI_STATUS,
  type IMessage as Message,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_BEGIN_INBOUND_FLUSH,
  NOTIFY_BEGIN_OUTBOUND,
  NOTIFY_CANCEL_MESSAGE,
  NOTIFY_END_OUTBOUND,
  NOTIFY_END_OUTBOUND_FLUSH,
  PR_ADDRTYPE_W,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_MESSAGE_CLASS_W,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_RECIPIENT_TYPE,
  PR_RESPONSIBILITY,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_STATUS_CODE,
  PR_SUBJECT_W,
  PR_TRANSPORT_STATUS,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  STATUS_FAILURE,
  STATUS_INBOUND_ENABLED,
  STATUS_OFFLINE,
  STATUS_OUTBOUND_ENABLED,
  STATUS_OUTBOUND_FLUSH,
} from '../../../src/mapi/index.js';
import {
  PR_SMTP_SECRET,
  PR_SMTP_SENDER_ADDRESS,
  PR_SMTP_SERVER,
  PR_SMTP_USER,
  SMTP_TRANSPORT_IN_DOUBT,
  XPProviderInit,
} from '../../../src/providers/smtp/index.js';
import { closedPort, MailServer } from '../../client/mail-server.js';
import { attach, letter, to } from '../../convert/mime/letters.js';
import { useLedger } from '../../support/ledger.js';
import { inboxOf, newStore, propOf } from '../store/mailbox/stores.js';
import { account, Desk, loggedOn, responsibility, sent } from './desk.js';

useLedger();

type Recipients = readonly (readonly PropValue[])[];

/** Runs `use` with a message of a new store. */
async function withMessage<T>(
  recipients: Recipients,
  props: readonly PropValue[],
  use: (message: Message, folder: Folder) => Promise<T>,
): Promise<T> {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await letter(inbox, [prop(PR_BODY_W, 'Hello'), ...props], recipients);
  await ok(message.SaveChanges(2));
  return await use(message, inbox);
}

describe('XPProviderInit', () => {
  test('answers a provider of the current version, and MAPI_E_VERSION to an older MAPI', async () => {
    const { lpulProviderVer, lppXPProvider } = await ok(XPProviderInit(0, CURRENT_SPI_VERSION));
    using _ = lppXPProvider;
    expect(lpulProviderVer).toBe(CURRENT_SPI_VERSION);
    expect(await XPProviderInit(0, 0x10000)).toEqual([MAPI_E_VERSION, null]);
  });
});

describe('IXPProvider::TransportLogon', () => {
  test.each([
    ['no server', [prop(PR_SMTP_SENDER_ADDRESS, 'ann@example.org')], /PR_SMTP_SERVER/],
    ['no sender', [prop(PR_SMTP_SERVER, 'mail.example.org')], /PR_SMTP_SENDER_ADDRESS/],
    ['a user without a secret', [...account(25), prop(PR_SMTP_USER, 'ann')], /PR_SMTP_SECRET/],
    ['a sender that is no address', [...account(25).slice(0, 3), prop(PR_SMTP_SENDER_ADDRESS, 'a b')], /no address/],
    ['a port that is none', [...account(70_000)], /PR_SMTP_PORT/],
  ])('answers MAPI_E_UNCONFIGURED and says why: %s', async (_, props, words) => {
    using provider = (await ok(XPProviderInit(0, CURRENT_SPI_VERSION))).lppXPProvider;
    using support = new Desk(props).support();
    const [hr, told] = await provider.TransportLogon(support, 0, 'Ann', 0);
    expect(hr).toBe(MAPI_E_UNCONFIGURED);
    expect(told?.lppMAPIError?.lpszError).toMatch(words);
    expect((await provider.TransportLogon(support, 0, null, 0x8000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('logs on though the server is down, and puts a row into the status table', async () => {
    const desk = new Desk(account(await closedPort()));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    expect(desk.code).toBe(STATUS_AVAILABLE | STATUS_OUTBOUND_ENABLED);
    expect((await ok(logon.AddressTypes())).lpppAdrTypeArray).toEqual(['SMTP']);
    expect((await ok(logon.AddressTypes())).lpppUIDArray).toEqual([]);
    expect((await ok(logon.RegisterOptions())).lppOptions).toEqual([]);
  });
});

describe('IXPLogon::SubmitMessage', () => {
  test('sends and takes responsibility; EndMessage says that it was sent', async () => {
    await using server = await MailServer.start();
    const desk = new Desk(account(server.port));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    await withMessage(
      [to('Bob', 'bob@example.org'), to('Hidden', 'hidden@example.org', 3)],
      [prop(PR_SUBJECT_W, 'By MAPI')],
      async (message) => {
        const { lpulMsgRef, lpulReturnParm } = await sent(logon, message);
        expect(lpulReturnParm).toBe(0);
        expect(await responsibility(message)).toEqual({ Bob: true, Hidden: true });
        expect(await ok(logon.EndMessage(lpulMsgRef))).toBe(0);
        expect((await logon.EndMessage(lpulMsgRef))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      },
    );
    expect(server.got).toMatchObject([{ from: 'ann@example.org', to: ['bob@example.org', 'hidden@example.org'] }]);
    expect(server.got[0]?.text).toContain('Subject: By MAPI\r\n');
    expect(server.got[0]?.text).not.toMatch(/hidden/i);
    expect(desk.reports).toEqual([]);
  });

  test('sends only to those whose PR_RESPONSIBILITY is false, MAPI_P1 recipients among them', async () => {
    await using server = await MailServer.start();
    await using transport = await loggedOn(new Desk(account(server.port)));
    const { logon } = transport;
    const recipients = [
      to('Done', 'done@example.org', 1, prop(PR_RESPONSIBILITY, true)),
      to('Again', 'again@example.org', 0x10000000, prop(PR_RESPONSIBILITY, false)),
    ];
    await withMessage(recipients, [], async (message) => {
      await sent(logon, message);
    });
    expect(server.got[0]?.to).toEqual(['again@example.org']);
    expect(server.got[0]?.text).toContain('To: Done <done@example.org>\r\n');
    expect(server.got[0]?.text).not.toMatch(/again@/);
  });

  test.each(['NDR', 'IPNRN'])(
    'sends a report (%s) from nobody, so that nobody answers it with another one',
    async (kind) => {
      await using server = await MailServer.start();
      await using transport = await loggedOn(new Desk(account(server.port)));
      const props = [
        prop(PR_MESSAGE_CLASS_W, `REPORT.IPM.Note.${kind}`),
        prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true),
      ];
      await withMessage([to('Bob', 'bob@example.org')], props, async (message) => {
        await sent(transport.logon, message);
      });
      expect(server.got).toMatchObject([{ from: '', to: ['bob@example.org'] }]);
      expect(server.got[0]?.text).toContain('From: Ann Author <ann@example.org>\r\n');
      expect(server.got[0]?.text).toContain('Auto-Submitted: auto-replied\r\n');
    },
  );

  test('answers MAPI_E_NOT_ME when no recipient is one of SMTP', async () => {
    await using transport = await loggedOn(new Desk(account(await closedPort())));
    const { logon } = transport;
    const fax = [prop(PR_DISPLAY_NAME_W, 'Fax'), prop(PR_RECIPIENT_TYPE, 1), prop(PR_ADDRTYPE_W, 'FAX')];
    await withMessage([fax], [], async (message) => {
      expect((await logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_NOT_ME);
      expect(await responsibility(message)).toEqual({ Fax: null });
    });
  });

  test('reports who is refused for good, and delivers to the others', async () => {
    await using server = await MailServer.start();
    const desk = new Desk(account(server.port));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    const recipients = [to('Bob', 'bob@example.org'), to('Nobody', 'nobody@example.org'), to('Odd', 'no address')];
    await withMessage(recipients, [], async (message) => {
      await sent(logon, message);
      expect(await responsibility(message)).toEqual({ Bob: true, Nobody: true, Odd: true });
    });
    expect(server.got[0]?.to).toEqual(['bob@example.org']);
    expect(desk.reports).toEqual([
      { name: 'Nobody', text: expect.stringMatching(/^550 /), diagnostic: MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN },
      { name: 'Odd', text: expect.any(String), diagnostic: MAPI_DIAG_MAIL_ADDRESS_INCORRECT },
    ]);
  });

  test('leaves who was put off for later, and keeps what it did', async () => {
    await using server = await MailServer.start();
    const desk = new Desk(account(server.port));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    const recipients = [
      to('Bob', 'bob@example.org'),
      to('Later', 'later@example.org'),
      to('Nobody', 'nobody@example.org'),
    ];
    await withMessage(recipients, [], async (message) => {
      const [hr, told] = await logon.SubmitMessage(0, message);
      expect(hr).toBe(MAPI_E_WAIT);
      expect(told).toEqual({ lpulMsgRef: 0, lpulReturnParm: 300 });
      expect(await responsibility(message)).toEqual({ Bob: true, Later: null, Nobody: true });
      expect(await ok(logon.EndMessage(0))).toBe(END_RESEND_LATER);
      // What it did lasts although the spooler saves nothing after a failure: the next attempt leaves Bob alone.
      expect((await logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_WAIT);
    });
    expect(server.got.map((got) => got.to)).toEqual([['bob@example.org']]);
    expect(desk.reports.map(({ name }) => name)).toEqual(['Nobody']);
  });

  test('leaves for later who is one too many, as RFC 821 has it', async () => {
    await using server = await MailServer.start({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('bob@') ? null : Object.assign(new Error('no'), { responseCode: 552 })),
    });
    const desk = new Desk(account(server.port));
    await using transport = await loggedOn(desk);
    await withMessage([to('Bob', 'bob@example.org'), to('Carl', 'carl@example.org')], [], async (message) => {
      expect((await transport.logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_WAIT);
      expect(await responsibility(message)).toEqual({ Bob: true, Carl: null });
    });
    // Where nobody is accepted it is the mailbox that is meant.
    await withMessage([to('Carl', 'carl@example.org')], [], async (message) => {
      await sent(transport.logon, message);
      expect(await responsibility(message)).toEqual({ Carl: true });
    });
    expect(desk.reports).toMatchObject([{ name: 'Carl' }]);
  });

  test('keeps who can not be reported yet, and sends nobody a second copy', async () => {
    await using server = await MailServer.start();
    const desk = new Desk(account(server.port));
    await using transport = await loggedOn(desk);
    desk.speechless = true;
    const recipients = [to('Bob', 'bob@example.org'), to('Nobody', 'nobody@example.org')];
    await withMessage(recipients, [], async (message) => {
      expect((await transport.logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_WAIT);
      expect(await responsibility(message)).toEqual({ Bob: true, Nobody: null });
      desk.speechless = false;
      await sent(transport.logon, message);
      expect(await responsibility(message)).toEqual({ Bob: true, Nobody: true });
    });
    expect(server.got).toHaveLength(1);
    expect(desk.reports).toMatchObject([{ name: 'Nobody' }]);
  });

  test('reports everybody when the sender or the message is refused', async () => {
    await using server = await MailServer.start();
    const desk = new Desk(account(server.port));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    await withMessage([to('Bob', 'bob@example.org')], [prop(PR_SUBJECT_W, 'poison')], async (message) => {
      expect((await logon.SubmitMessage(0, message))[0]).toBe(S_OK);
      expect(await responsibility(message)).toEqual({ Bob: true });
    });
    const spammer = [prop(PR_SENDER_ADDRTYPE_W, 'SMTP'), prop(PR_SENDER_EMAIL_ADDRESS_W, 'spammer@example.org')];
    await withMessage([to('Bob', 'bob@example.org')], spammer, async (message) => {
      expect((await logon.SubmitMessage(0, message))[0]).toBe(S_OK);
    });
    expect(server.got).toEqual([]);
    expect(desk.reports).toMatchObject([
      { name: 'Bob', text: expect.stringContaining('poison'), diagnostic: MAPI_DIAG_MAIL_REFUSED },
      { name: 'Bob', text: expect.stringContaining('not welcome'), diagnostic: MAPI_DIAG_MAIL_ADDRESS_INCORRECT },
    ]);
  });

  test('reports a message that is larger than the server takes', async () => {
    await using server = await MailServer.start({ size: 1000 });
    const desk = new Desk(account(server.port));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    await withMessage([to('Bob', 'bob@example.org')], [], async (message) => {
      await attach(message, 'large.bin', Buffer.alloc(100_000));
      await ok(message.SaveChanges(2));
      await sent(logon, message);
    });
    expect(desk.reports).toMatchObject([{ name: 'Bob', diagnostic: MAPI_DIAG_LENGTH_CONSTRAINT_VIOLATD }]);
  });

  test('answers MAPI_E_NETWORK_ERROR while the server is down, and sends when it is back', async () => {
    await using server = await MailServer.start();
    const desk = new Desk(account(await closedPort()));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    await withMessage([to('Bob', 'bob@example.org')], [], async (message) => {
      const [hr, told] = await logon.SubmitMessage(0, message);
      expect(hr).toBe(MAPI_E_NETWORK_ERROR);
      expect(told).toEqual({ lpulMsgRef: 0, lpulReturnParm: 60 });
      expect(await responsibility(message)).toEqual({ Bob: null });
      expect(desk.code & STATUS_OFFLINE).toBe(STATUS_OFFLINE);
      desk.section.props = new Map(account(server.port).map((entry) => [entry[0] >>> 16, entry]));
      await ok(logon.ValidateState(0, CONFIG_CHANGED));
      await sent(logon, message);
      expect(server.got).toHaveLength(1);
      expect(desk.code & STATUS_AVAILABLE).toBe(STATUS_AVAILABLE);
    });
  });

  test('waits for a person when the account is wrong, and loses nothing', async () => {
    await using server = await MailServer.start();
    const desk = new Desk(account(server.port, prop(PR_SMTP_USER, 'ann'), prop(PR_SMTP_SECRET, 'wrong')));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    await withMessage([to('Bob', 'bob@example.org')], [], async (message) => {
      const [hr, told] = await logon.SubmitMessage(0, message);
      expect(hr).toBe(MAPI_E_WAIT);
      expect(told?.lpulReturnParm).toBe(600);
      expect(desk.code & STATUS_FAILURE).toBe(STATUS_FAILURE);
      expect(desk.words).toContain('535');
      const { lppEntry } = await ok(logon.OpenStatusEntry(null));
      using status = lppEntry;
      expect(await status.ChangePassword('another', 'right')).toBe(MAPI_E_NO_ACCESS);
      await ok(status.ChangePassword('wrong', 'right'));
      await sent(logon, message);
    });
    expect(server.got).toMatchObject([{ user: 'ann' }]);
    expect(desk.reports).toEqual([]);
  });

  test('records that a message may have arrived, and sends it again under the same Message-ID', async () => {
    // A server that has the whole message and hangs up before it says so.
    const texts: string[] = [];
    let polite = false;
    const server = createServer((socket) => {
      let body: string | null = null;
      socket.on('error', () => undefined);
      socket.write('220 x\r\n');
      socket.on('data', (chunk) => {
        if (body !== null) {
          body += chunk.toString();
          if (!body.endsWith('\r\n.\r\n')) return;
          texts.push(body);
          body = null;
          if (polite) socket.write('250 taken\r\n');
          else socket.destroy();
          return;
        }
        for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
          if (line === 'DATA') {
            body = '';
            socket.write('354 go\r\n');
          } else socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    await using transport = await loggedOn(new Desk(account((server.address() as AddressInfo).port)));
    const { logon } = transport;
    await withMessage([to('Bob', 'bob@example.org')], [], async (message) => {
      expect((await logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_NETWORK_ERROR);
      expect(await responsibility(message)).toEqual({ Bob: null });
      expect(await propOf(message, PR_TRANSPORT_STATUS)).toBe(SMTP_TRANSPORT_IN_DOUBT);
      polite = true;
      await sent(logon, message);
      expect(await propOf(message, PR_TRANSPORT_STATUS)).toBeNull();
      expect(await responsibility(message)).toEqual({ Bob: true });
    });
    expect(texts).toHaveLength(2);
    expect(texts[0]).toBe(texts[1]);
  });

  test('keeps several messages in flight', async () => {
    let arrived: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let open = false;
    const waiting: (() => void)[] = [];
    await using server = await MailServer.start({
      onRcptTo: (_address, _session, done) => {
        if (open) done(null);
        else waiting.push(() => done(null));
        arrived();
      },
    });
    await using transport = await loggedOn(new Desk(account(server.port)));
    const { logon } = transport;
    using store = await newStore();
    using inbox = await inboxOf(store);
    let answered = 0;
    const sending = ['one', 'two', 'three'].map(async (subject) => {
      using message = await letter(inbox, [prop(PR_SUBJECT_W, subject)]);
      await ok(message.SaveChanges(2));
      const { lpulMsgRef } = await sent(logon, message);
      answered++;
      return lpulMsgRef;
    });
    await begun;
    expect(answered).toBe(0);
    open = true;
    for (const go of waiting) go();
    const numbers = await Promise.all(sending);
    expect(new Set(numbers).size).toBe(3);
    for (const number of numbers) expect(await ok(logon.EndMessage(number))).toBe(0);
    expect(server.got.map(({ text }) => /^Subject: (.*)\r$/m.exec(text)?.[1]).sort()).toEqual(['one', 'three', 'two']);
  });

  test('goes in several transactions to more recipients than every server takes at once', async () => {
    await using server = await MailServer.start();
    await using transport = await loggedOn(new Desk(account(server.port)));
    const { logon } = transport;
    const many = Array.from({ length: 130 }, (_, index) => to(`N${index}`, `n${index}@example.org`));
    await withMessage([...many, to('Twice', 'n0@example.org', 2)], [], async (message) => {
      await sent(logon, message);
      expect(Object.values(await responsibility(message)).every((done) => done === true)).toBe(true);
    });
    expect(server.got.map((got) => got.to.length)).toEqual([100, 30]);
  });

  test('reports deliveries itself where the server does not', async () => {
    await using server = await MailServer.start({ hideDSN: true });
    const desk = new Desk(account(server.port));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    await withMessage(
      [to('Bob', 'bob@example.org')],
      [prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true)],
      async (message) => {
        await sent(logon, message);
      },
    );
    expect(server.got).toHaveLength(1);
    expect(desk.reports).toEqual([{ name: 'Bob', text: expect.stringMatching(/^250 /), diagnostic: null }]);
  });

  test('is busy while sending is off', async () => {
    await using transport = await loggedOn(new Desk(account(await closedPort())));
    const { logon } = transport;
    await ok(logon.TransportNotify(NOTIFY_END_OUTBOUND, null));
    await withMessage([to('Bob', 'bob@example.org')], [], async (message) => {
      expect((await logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_BUSY);
      expect((await logon.SubmitMessage(0x80, message))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    });
  });
});

describe('IXPLogon::TransportNotify', () => {
  test('shows the directions in the status row, and refuses what contradicts itself', async () => {
    const desk = new Desk(account(await closedPort()));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    expect(await ok(logon.TransportNotify(NOTIFY_BEGIN_INBOUND, null))).toBe(NOTIFY_BEGIN_INBOUND);
    expect(desk.code & STATUS_INBOUND_ENABLED).not.toBe(0);
    await ok(logon.FlushQueues(0, null, FLUSH_UPLOAD | FLUSH_DOWNLOAD));
    expect(desk.code & STATUS_OUTBOUND_FLUSH).not.toBe(0);
    await ok(logon.TransportNotify(NOTIFY_END_OUTBOUND_FLUSH | NOTIFY_BEGIN_INBOUND_FLUSH, null));
    expect(desk.code).toBe(STATUS_AVAILABLE | STATUS_INBOUND_ENABLED | STATUS_OUTBOUND_ENABLED);
    expect((await logon.TransportNotify(NOTIFY_BEGIN_OUTBOUND | NOTIFY_END_OUTBOUND, null))[0]).toBe(
      MAPI_E_INVALID_PARAMETER,
    );
    expect((await logon.TransportNotify(0x100, null))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('NOTIFY_CANCEL_MESSAGE ends the call that is at work on the message', async () => {
    let arrived: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let go: () => void = () => undefined;
    await using server = await MailServer.start({
      onRcptTo: (_address, _session, done) => {
        go = () => done(null);
        arrived();
      },
    });
    await using transport = await loggedOn(new Desk(account(server.port)));
    const { logon } = transport;
    await withMessage([to('Bob', 'bob@example.org')], [], async (message) => {
      await attach(message, 'large.bin', Buffer.alloc(200_000));
      await ok(message.SaveChanges(2));
      const sending = logon.SubmitMessage(0, message);
      await begun;
      await ok(logon.TransportNotify(NOTIFY_CANCEL_MESSAGE, 0));
      go();
      expect((await sending)[0]).toBe(MAPI_E_CANCEL);
      expect(await responsibility(message)).toEqual({ Bob: null });
    });
    expect(server.got).toEqual([]);
  });

  test('MAPI_W_CANCEL_MESSAGE of SpoolerYield ends it, too', async () => {
    const desk = new Desk(account(await closedPort()));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    desk.cancel = true;
    await withMessage([to('Bob', 'bob@example.org')], [], async (message) => {
      expect((await logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_CANCEL);
    });
  });
});

describe('the rest of IXPLogon', () => {
  test('fetches nothing: Poll answers 0, StartMessage leaves the message unsaved', async () => {
    await using transport = await loggedOn(new Desk(account(await closedPort())));
    const { logon } = transport;
    expect(await ok(logon.Poll())).toBe(0);
    expect(await logon.Idle()).toBe(S_OK);
    expect(failed(await logon.Idle(1))).toBe(true);
    await withMessage([], [], async (_, folder) => {
      using empty = await ok(folder.CreateMessage(IMessage));
      expect(await ok(logon.StartMessage(0, empty))).toBe(1);
      expect(await propOf(empty, PR_SUBJECT_W)).toBeNull();
    });
  });

  test('OpenStatusEntry opens a status object to read, which takes orders', async () => {
    const desk = new Desk(account(await closedPort()));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    const opened = await ok(logon.OpenStatusEntry(IMAPIStatus));
    expect(opened.lpulObjType).toBe(MAPI_STATUS);
    using status = opened.lppEntry;
    expect(await propOf(status, PR_STATUS_CODE)).toBe(STATUS_AVAILABLE | STATUS_OUTBOUND_ENABLED);
    expect(await propOf(status, PR_DISPLAY_NAME_W)).toBe('SMTP: ann@example.org');
    expect(await status.SettingsDialog(0)).toBe(MAPI_E_NO_SUPPORT);
    await ok(status.FlushQueues(0, null, FLUSH_UPLOAD));
    expect(desk.code & STATUS_OUTBOUND_FLUSH).not.toBe(0);
    expect((await logon.OpenStatusEntry(IMAPIFolder))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
  });

  test('ValidateState tries the server, and the status row tells how it went', async () => {
    await using server = await MailServer.start();
    const desk = new Desk(account(server.port));
    await using transport = await loggedOn(desk);
    const { logon } = transport;
    await ok(logon.ValidateState(0, FORCE_XP_CONNECT));
    expect(desk.code & STATUS_AVAILABLE).not.toBe(0);
    const gone = new Desk(account(await closedPort()));
    await using absent = await loggedOn(gone);
    await ok(absent.logon.ValidateState(0));
    expect(gone.code & STATUS_FAILURE).not.toBe(0);
    expect(gone.words).not.toBe('');
    expect(await logon.ValidateState(0, 0x80)).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('TransportLogoff stops what is under way', async () => {
    let arrived: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    await using server = await MailServer.start({ onRcptTo: () => arrived() });
    await using transport = await loggedOn(new Desk(account(server.port)));
    const { logon } = transport;
    await withMessage([to('Bob', 'bob@example.org')], [], async (message) => {
      const sending = logon.SubmitMessage(0, message);
      await begun;
      await ok(logon.TransportLogoff());
      expect((await sending)[0]).toBe(MAPI_E_NETWORK_ERROR);
      expect((await logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_BUSY);
    });
  });
});
