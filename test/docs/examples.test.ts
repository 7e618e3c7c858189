import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import * as exact from '../../docs/examples/exact.js';
import * as exactOk from '../../docs/examples/exact-ok.js';
import { answerAll } from '../../docs/examples/mail-answer.js';
import * as mailClient from '../../docs/examples/mail-client.js';
import * as mailExact from '../../docs/examples/mail-exact.js';
import * as mailOk from '../../docs/examples/mail-ok.js';
import { whoHas } from '../../docs/examples/mail-trace.js';
import * as nodemailer from '../../docs/examples/nodemailer.js';
import { registerPager } from '../../docs/examples/own-transport.js';
import { watchOver } from '../../docs/examples/pipeline-policy.js';
import { makeProfile } from '../../docs/examples/profile-create.js';
import * as smtp from '../../docs/examples/smtp.js';
import { listFolders } from '../../docs/examples/store-browse.js';
import { fileMessage } from '../../docs/examples/store-create.js';
import { findUnread } from '../../docs/examples/store-find.js';
import { onMessage } from '../../docs/examples/store-listen.js';
import { logon } from '../../src/client/index.js';
import { ComError, createMemoryStream, E_INVALIDARG, type HResult, ok, S_OK } from '../../src/com/index.js';
import {
  ADDR_FROM,
  ADDR_TO,
  INETSERVER,
  IXP_E_FAILED_TO_CONNECT,
  IXP_E_SMTP_REJECTED_RECIPIENTS,
  IXP_E_USER_CANCEL,
} from '../../src/imnxport/index.js';
import { MAPI_E_NOT_FOUND, MAPI_E_UNCONFIGURED } from '../../src/mapi/index.js';
import { openStore } from '../../src/providers/store/index.js';
import { MAPIAdminProfiles, MAPIInitialize, MAPIUninitialize } from '../../src/subsystem/index.js';
import { deliver, storeWith } from '../cli/mailbox.js';
import { closedPort, MailServer } from '../client/mail-server.js';
import { Desk } from '../flows/desk.js';
import { exchange, steps, Town } from '../providers/pipeline/town.js';
import { testAuthority } from '../support/certificates/index.js';
import { useLedger } from '../support/ledger.js';
import { submit } from '../support/store-programs/client.js';

const folder = mkdtempSync(join(tmpdir(), 'comail-examples-'));
const file = join(folder, 'letter.eml');
writeFileSync(file, 'Subject: Hello\r\n\r\nHow are you?\r\n');
afterAll(() => rmSync(folder, { recursive: true }));

useLedger();

describe('docs/examples/exact.ts', () => {
  async function send(server: Partial<INETSERVER>, to = 'bob@example.org'): Promise<HResult> {
    using pstmMsg = createMemoryStream(Buffer.from('Subject: Hello\r\n\r\nHow are you?\r\n'));
    const prgAddress = [
      { addrtype: ADDR_FROM, szEmail: 'ann@example.org' },
      { addrtype: ADDR_TO, szEmail: to },
    ];
    const data = INETSERVER({ szServerName: '127.0.0.1', szUserName: 'ann', szPassword: 'right', ...server });
    return await new Promise((ended, refused) => {
      const hr = exact.sendLetter(data, { pstmMsg, rAddressList: { prgAddress } }, ended);
      if (hr !== S_OK) refused(new ComError(hr, 'refused at once'));
    });
  }

  test('sends', async () => {
    await using server = await MailServer.start();
    expect(await send({ dwPort: server.port })).toBe(S_OK);
    expect(server.got).toMatchObject([{ to: ['bob@example.org'], user: 'ann' }]);
  });

  test('hears of a refused recipient, a refused logon, a server that is not there', async () => {
    await using server = await MailServer.start();
    const dwPort = server.port;
    expect(await send({ dwPort }, 'nobody@example.org')).toBe(IXP_E_SMTP_REJECTED_RECIPIENTS);
    expect(await send({ dwPort, szPassword: 'wrong' })).toBe(IXP_E_USER_CANCEL);
    expect(await send({ dwPort: await closedPort() })).toBe(IXP_E_FAILED_TO_CONNECT);
    expect(server.got).toEqual([]);
  });

  test('answers at once what Connect refuses', async () => {
    await expect(send({ dwPort: 70_000 })).rejects.toMatchObject({ hr: E_INVALIDARG });
  });
});

describe('docs/examples/exact-ok.ts', () => {
  test('sends, and throws what failed', async () => {
    await using server = await MailServer.start();
    await exactOk.sendLetter('127.0.0.1', server.port);
    expect(server.got).toMatchObject([{ from: 'ann@example.org', to: ['bob@example.org'] }]);
    await expect(exactOk.sendLetter('127.0.0.1', await closedPort())).rejects.toThrow('IXP_E_FAILED_TO_CONNECT');
  });
});

describe('docs/examples/smtp.ts', () => {
  test('sends over STARTTLS, and not without', async () => {
    await using server = await MailServer.start({ hideSTARTTLS: false });
    const place = { host: 'localhost', port: server.port };
    const accepted = await smtp.sendLetter({ ...place, tls: { ca: testAuthority } }, file);
    expect(accepted).toEqual(['bob@example.org', 'carol@example.org']);
    expect(server.got).toMatchObject([{ secure: true }]);
    await expect(smtp.sendLetter(place, file)).rejects.toMatchObject({ code: 'certificate-untrusted' });
  });
});

describe('docs/examples/nodemailer.ts', () => {
  test('sends, and throws what failed', async () => {
    await using server = await MailServer.start();
    expect(await nodemailer.sendLetter('127.0.0.1', server.port)).toBe('250 taken');
    expect(server.got[0]?.text).toContain('filename=figures.csv');
    await expect(nodemailer.sendLetter('127.0.0.1', await closedPort())).rejects.toMatchObject({ code: 'ESOCKET' });
  });
});

describe('docs/examples/store-create.ts and store-browse.ts', () => {
  test('make a store, its folders and a message, and see them', async () => {
    const path = join(folder, 'mail.store');
    await fileMessage(path, 'Plan', 'What we do next.');
    await fileMessage(path, 'Minutes', 'What we did.');
    expect(await listFolders(path)).toEqual([
      'Deleted Items: 0, 0 unread',
      'Drafts: 0, 0 unread',
      'Inbox: 0, 0 unread',
      '  Projects: 2, 2 unread',
      'Outbox: 0, 0 unread',
      'Sent Items: 0, 0 unread',
    ]);
    await expect(listFolders(join(folder, 'none.store'))).rejects.toMatchObject({ hr: MAPI_E_NOT_FOUND });
  });
});

describe('docs/examples/store-find.ts', () => {
  test('finds unread messages, newest first', async () => {
    const path = await storeWith(async (inbox) => {
      await deliver(inbox, { subject: 'Figures for October', at: '2026-11-01T00:00:00Z' });
      await deliver(inbox, { subject: 'Lunch' });
      await deliver(inbox, { subject: 'Figures for May', read: true });
      await deliver(inbox, { subject: 'The figures', from: 'Dora', at: '2026-11-02T00:00:00Z' });
    });
    expect(await findUnread(path, 'figures')).toEqual(['Dora: The figures', 'Ann Archer: Figures for October']);
    expect(await findUnread(path, 'cake')).toEqual([]);
  });
});

describe('docs/examples/store-listen.ts', () => {
  test('hears of messages until it is told to stop', async () => {
    const path = join(folder, 'heard.store');
    using store = await openStore(path, { mode: 'create' });
    const heard: string[] = [];
    const stop = await onMessage(store, (subject) => heard.push(subject));
    await fileMessage(path, 'one', '');
    await vi.waitFor(() => expect(heard).toEqual(['one']));
    await stop();
    await fileMessage(path, 'two', '');
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual(['one']);
  });
});

describe('docs/examples/mail-client.ts, mail-ok.ts and mail-exact.ts', () => {
  /** Sends what these programs have left in the Outbox when they ended. */
  async function flush(): Promise<void> {
    await using session = await logon({ profile: 'Work' });
    await session.sendAndReceive();
  }

  test('send through a profile, and tell what failed', async () => {
    await using desk = await Desk.open();
    expect(await mailClient.sendLetter('Work', 'bob@example.org')).toBe('sent');
    expect(await mailClient.sendLetter('Work', 'later@example.org')).toMatch(/^waiting: .*450/);
    await mailOk.sendLetter('Work', 'carol@example.org');
    await flush();
    expect(await mailExact.sendLetter('Work', 'dora@example.org')).toBe(S_OK);
    await flush();
    expect(desk.server.got.map(({ to }) => to)).toEqual([
      ['bob@example.org'],
      ['carol@example.org'],
      ['dora@example.org'],
    ]);
    expect(desk.server.got[0]?.text).toContain('filename=figures.csv');
    await expect(mailClient.sendLetter('Play', 'bob@example.org')).rejects.toMatchObject({ hr: MAPI_E_NOT_FOUND });
    await expect(mailOk.sendLetter('Play', 'bob@example.org')).rejects.toMatchObject({ hr: MAPI_E_NOT_FOUND });
    expect(await mailExact.sendLetter('Play', 'bob@example.org')).toBe(MAPI_E_NOT_FOUND);
  });
});

describe('docs/examples/mail-answer.ts', () => {
  test('answers what it can, and takes back what it cannot', async () => {
    await using desk = await Desk.open();
    {
      await using session = await logon({ profile: 'Work', mail: false });
      await deliver(session.inbox.raw, { subject: 'Order 1', from: 'Ann Archer' });
      await deliver(session.inbox.raw, { subject: 'Order 2', from: 'later Lou' });
      await deliver(session.inbox.raw, { subject: 'Order 3', from: 'Carol', read: true });
      await deliver(session.inbox.raw, { subject: 'Lunch', from: 'Dora' });
    }
    expect(await answerAll('Work', 'Order', 'It is on its way.')).toEqual(['ann@example.org']);
    expect(desk.server.got.map(({ to }) => to)).toEqual([['ann@example.org']]);
    expect(desk.server.got[0]?.text).toContain('Subject: RE: Order 1');
    await using session = await logon({ profile: 'Work', mail: false });
    const unread: string[] = [];
    for await (const { subject } of session.inbox.messages({ where: { unread: true } })) unread.push(subject);
    expect(unread.sort()).toEqual(['Lunch', 'Order 2']);
  });
});

describe('docs/examples/profile-create.ts', () => {
  test('makes a profile that sends; one that cannot be made leaves nothing behind', async () => {
    await using desk = await Desk.open({ profile: false });
    const wanted = { store: desk.storePath, server: '127.0.0.1', port: desk.server.port, from: 'ann@example.org' };
    await expect(makeProfile('Broken', { ...wanted, server: '' })).rejects.toMatchObject({ hr: MAPI_E_UNCONFIGURED });
    await makeProfile('Made', wanted);
    expect(await mailClient.sendLetter('Made', 'bob@example.org')).toBe('sent');
    expect(desk.server.got).toMatchObject([{ from: 'ann@example.org', to: ['bob@example.org'] }]);
    await expect(logon({ profile: 'Broken' })).rejects.toMatchObject({ hr: MAPI_E_NOT_FOUND });
  });
});

describe('docs/examples/own-transport.ts', () => {
  test('rings up its recipients once each, reports numbers that nobody has, and waits while the line is busy', async () => {
    await using _desk = await Desk.open();
    const rung: string[] = [];
    let busy = true;
    const unregister = registerPager(async (number) => {
      if (number === '2' && busy) return 'busy';
      rung.push(number);
      return number === '3' ? 'unknown' : 'done';
    });
    try {
      MAPIInitialize(null);
      using profiles = await ok(MAPIAdminProfiles(0));
      using services = await ok(profiles.AdminServices('Work', null, 0, 0));
      await ok(services.CreateMsgService('PAGER', null, 0, 0));
      MAPIUninitialize();
      await using session = await logon({ profile: 'Work' });
      const entryId = await submit(session.store, 'Call home', ['PAGER:1', 'PAGER:2', 'PAGER:3']);
      await session.sendAndReceive();
      expect(rung).toEqual(['1']);
      expect(await session.cancel(entryId)).toBeUndefined();
      busy = false;
      rung.length = 0;
      await submit(session.store, 'Call home again', ['PAGER:1', 'PAGER:2', 'PAGER:3']);
      await session.sendAndReceive();
      expect(rung).toEqual(['1', '2', '3']);
      const reports: string[] = [];
      for await (const { subject } of session.inbox.messages()) reports.push(subject);
      expect(reports).toEqual(['Undeliverable: Call home again']);
    } finally {
      unregister();
    }
  });
});

describe('docs/examples/pipeline-policy.ts', () => {
  test('keeps a project inside, and marks and archives what goes outside', async () => {
    await using town = await Town.open();
    const end = watchOver('Zeppelin', 'town.example', 'archive@far.example');
    try {
      await town.with(['ann'], async (ann) => {
        for (const subject of ['Zeppelin', 'Lunch'])
          await submit(ann.store, subject, ['bob@town.example', 'carl@far.example']);
        await exchange(ann);
      });
    } finally {
      end();
    }
    const traces = town.look((system) => system.recent().flatMap((id) => system.trace(id) ?? []));
    const of = (title: string) => steps(traces.find(({ subject }) => subject === title) ?? { events: [] });
    expect(of('Zeppelin').filter((step) => /^5/.test(step))).toEqual([
      '5 rejected carl@far.example',
      '5 routed bob@town.example',
    ]);
    expect(of('Lunch')).toContain('5 copied archive@far.example');
    const outside = town.server.got.map(({ to, text }) => `${to.join()} ${text.includes('X-Sent-Outside: yes\r\n')}`);
    expect(outside.sort()).toEqual(['archive@far.example false', 'carl@far.example true']);
  });
});

describe('docs/examples/mail-trace.ts', () => {
  test('tells who has a message, who gets none of it, and why', async () => {
    await using town = await Town.open();
    await town.with(['ann'], async (ann) => {
      await submit(ann.store, 'Plans', ['carl@far.example', 'nobody@far.example', 'bob@town.example']);
      await exchange(ann);
    });
    expect(await whoHas('ann', 'Plans')).toEqual({
      'carl@far.example': 'relayed: 250 taken',
      'nobody@far.example': expect.stringMatching(/^rejected: 550/),
      'bob@town.example': 'routed',
    });
    expect(await whoHas('ann', 'No such plans')).toEqual({});
  });
});
