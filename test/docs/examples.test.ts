import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as exact from '../../docs/examples/exact.js';
import * as exactOk from '../../docs/examples/exact-ok.js';
import * as nodemailer from '../../docs/examples/nodemailer.js';
import * as smtp from '../../docs/examples/smtp.js';
import { ComError, createMemoryStream, E_INVALIDARG, type HResult, S_OK } from '../../src/com/index.js';
import {
  ADDR_FROM,
  ADDR_TO,
  INETSERVER,
  IXP_E_FAILED_TO_CONNECT,
  IXP_E_SMTP_REJECTED_RECIPIENTS,
  IXP_E_USER_CANCEL,
} from '../../src/imnxport/index.js';
import { closedPort, MailServer } from '../client/mail-server.js';
import { testAuthority } from '../support/certificates/index.js';
import { useLedger } from '../support/ledger.js';

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
