import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assertLedgerEmpty, createMemoryStream, S_OK } from '../../src/com/index.js';
import {
  ADDR_DSN_SUCCESS,
  DSNRET_HDRS,
  IDYES,
  type INETSERVER,
  ISF_SSLONSAMEPORT,
  IXP_E_SECURE_CONNECT_FAILED,
  IXP_E_SMTP_REJECTED_RECIPIENTS,
  IXP_E_USER_CANCEL,
  SMTP_AUTH,
  SMTP_DATA,
  SMTP_DOT,
  SMTP_EHLO,
  SMTP_MAIL,
  SMTP_RCPT,
} from '../../src/imnxport/index.js';
import { arrival, arrivals } from '../support/servers/index.js';
import type { FullPeer } from './full-peer.js';
import { ImnxportClient } from './imnxport-client.js';
import { asStored, awkwardLines, bulk, letter } from './letter.js';

const from = 'sender@example.test';
/** An authority that has signed nothing here. */
const strangerCa = readFileSync(new URL('../support/certificates/ca.crt', import.meta.url), 'utf8');

/** The same servers, spoken to through ISMTPTransport as Outlook Express' clients did. */
export function describeImnxport(server: FullPeer): void {
  const { user, password } = server.credentials;
  const accessToken = 'accessToken' in server.credentials ? server.credentials.accessToken : null;
  let client: ImnxportClient;

  beforeEach(() => {
    client = new ImnxportClient();
  });
  afterEach(async () => {
    await client.close();
    assertLedgerEmpty();
  });

  /** Connects and expects it to succeed. */
  const connected = async (fields: Partial<INETSERVER> = {}): Promise<void> => {
    const result = await client.connect(server, { dwPort: server.ports.smtp, ...fields });
    expect(result?.hrResult, client.heard.join('\n')).toBe(S_OK);
  };

  test('SendMessage delivers byte for byte', async () => {
    await connected();
    const sent = letter({ body: awkwardLines });
    const result = await client.send(from, ['ixp-plain-a@example.test', 'ixp-plain-b@example.test'], sent);
    expect(result).toMatchObject({ hrResult: S_OK, uiServerError: 250 });
    const copies = await arrivals(server, /^ixp-plain-[ab]@/, 2);
    for (const copy of copies) expect(copy.raw.toString()).toBe(asStored(sent).toString());
  });

  test.each([
    ['fSSL', { fSSL: true }, 'smtps'],
    ['fSSL with ISF_SSLONSAMEPORT', { fSSL: true, dwFlags: ISF_SSLONSAMEPORT }, 'smtp'],
  ] as const)('%s: the message goes over verified TLS', async (what, fields, port) => {
    await connected({ ...fields, dwPort: server.ports[port] });
    expect(client.heard).toContain('IXP_SECURING');
    const to = `ixp-tls-${port}@example.test`;
    const sent = letter({ subject: what });
    expect(await client.send(from, [to], sent)).toMatchObject({ hrResult: S_OK });
    expect((await arrival(server, to)).raw.equals(asStored(sent))).toBe(true);
  });

  test('an unknown authority is put to OnPrompt, and no is no', async () => {
    const stranger = { ...server, ca: strangerCa };
    const result = await client.connect(stranger, { dwPort: server.ports.smtps, fSSL: true });
    expect(client.heard).toContain('prompt IXP_E_SECURE_CONNECT_FAILED');
    expect(result?.hrResult).toBe(IXP_E_SECURE_CONNECT_FAILED);
  });

  test('an unknown authority is put to OnPrompt, and yes goes on', async () => {
    client.prompt = () => IDYES;
    const stranger = { ...server, ca: strangerCa };
    const result = await client.connect(stranger, { dwPort: server.ports.smtps, fSSL: true });
    expect(result?.hrResult).toBe(S_OK);
    expect(client.heard).toContain('prompt IXP_E_SECURE_CONNECT_FAILED');
  });

  test('Connect logs on with the name and password of INETSERVER', async () => {
    await connected({ dwPort: server.ports.authRequired, szUserName: user, szPassword: password });
    expect(client.heard).toContain('IXP_AUTHORIZED');
    expect(client.heard).toContain('SMTP_AUTH 235');
    expect(await client.send(from, ['ixp-auth@example.test'], letter())).toMatchObject({ hrResult: S_OK });
    await arrival(server, 'ixp-auth@example.test');
  });

  test('a wrong password is put to OnLogonPrompt, and the right one is taken', async () => {
    client.logon = (target) => {
      target.szPassword = password;
      return S_OK;
    };
    await connected({ dwPort: server.ports.authRequired, szUserName: user, szPassword: 'wrong' });
    expect(client.heard.filter((each) => /logon|AUTH/.test(each))).toEqual([
      'IXP_AUTHORIZING',
      'SMTP_AUTH 535',
      'IXP_AUTHRETRY',
      'logon?',
      'IXP_AUTHORIZING',
      'SMTP_AUTH 235',
      'IXP_AUTHORIZED',
    ]);
  });

  test('who cancels the logon prompt ends the connection', async () => {
    const fields = { dwPort: server.ports.authRequired, szUserName: user, szPassword: 'wrong' };
    const result = await client.connect(server, fields);
    expect(result).toMatchObject({ hrResult: IXP_E_USER_CANCEL, uiServerError: 535 });
    expect(client.heard.at(-1)).toBe('IXP_DISCONNECTED');
  });

  if (accessToken === null) {
    test('fTrySicily logs on by NTLM', async () => {
      const fields = { dwPort: server.ports.authRequired, szUserName: user, szPassword: password, fTrySicily: true };
      await connected(fields);
      expect(await client.send(from, ['ixp-spa@example.test'], letter())).toMatchObject({ hrResult: S_OK });
      await arrival(server, 'ixp-spa@example.test');
      expect(await server.log()).toMatch(/<= sender@example\.test .* A=ntlm:user/);
    });
  }

  const mechanisms =
    accessToken === null ? ['CRAM-MD5', 'NTLM'] : ['SCRAM-SHA-1', 'SCRAM-SHA-256', 'XOAUTH2', 'OAUTHBEARER'];
  test.each(mechanisms)('the bare commands send a message after CommandAUTH("%s")', async (mechanism) => {
    const szPassword = mechanism.includes('OAUTH') ? (accessToken ?? '') : password;
    const before = { dwPort: server.ports.authRequired, szUserName: user, szPassword };
    const to = `ixp-bare-${mechanism}@example.test`.toLowerCase();
    const sent = letter({ body: '.a dot\r\n..two\r\n' });
    // Without a logon of its own, Connect leaves the dialog to its client.
    await client.connectBare(server, before);
    expect(await client.command(SMTP_EHLO, (transport) => transport.CommandEHLO())).toMatchObject({
      uiServerError: 250,
    });
    const auth = await client.command(SMTP_AUTH, (transport) => transport.CommandAUTH(mechanism));
    expect(auth).toMatchObject({ hrResult: S_OK, uiServerError: 235 });
    expect(await client.command(SMTP_MAIL, (transport) => transport.CommandMAIL(from))).toMatchObject({
      hrResult: S_OK,
    });
    expect(await client.command(SMTP_RCPT, (transport) => transport.CommandRCPT(to))).toMatchObject({ hrResult: S_OK });
    expect(await client.command(SMTP_DATA, (transport) => transport.CommandDATA())).toMatchObject({
      uiServerError: 354,
    });
    using stream = createMemoryStream(sent);
    const dot = await client.command(SMTP_DOT, (transport) => transport.SendDataStream(stream, sent.length));
    expect(dot).toMatchObject({ hrResult: S_OK, uiServerError: 250 });
    expect((await arrival(server, to)).raw.equals(asStored(sent))).toBe(true);
  });

  test('a refused recipient stops the message, is named, and the next message goes', async () => {
    await connected();
    const to = ['ixp-partly@example.test', 'refused@example.test'];
    expect(await client.send(from, to, letter({ subject: 'stopped' }))).toMatchObject({
      hrResult: IXP_E_SMTP_REJECTED_RECIPIENTS,
      pszProblem: 'refused@example.test',
    });
    const second = letter({ subject: 'goes' });
    expect(await client.send(from, to.slice(0, 1), second)).toMatchObject({ hrResult: S_OK });
    const copies = await arrivals(server, 'ixp-partly@example.test', 1);
    expect(copies.map((copy) => copy.raw.toString())).toEqual([asStored(second).toString()]);
  });

  test('SendMessage2 asks for a report with its ENVID', async () => {
    await connected();
    const sender = 'ixp-wants-success@example.test';
    const to = [['ixp-dsn@example.test', ADDR_DSN_SUCCESS]] as const;
    const result = await client.send(sender, to, letter(), { envelopeId: 'ixp-42', ret: DSNRET_HDRS });
    expect(result).toMatchObject({ hrResult: S_OK });
    const report = (await arrival(server, sender)).raw.toString();
    expect(report).toMatch(/^Original-Envelope-Id: ixp-42$/im);
    expect(report).toMatch(/^Final-Recipient: rfc822; ?ixp-dsn@example\.test$/im);
  });

  test('a body of 30 MB is delivered byte for byte, with its progress told', async () => {
    await connected();
    const sent = letter({ body: bulk(30 << 20) });
    expect(await client.send(from, ['ixp-large@example.test'], sent)).toMatchObject({ hrResult: S_OK });
    expect(client.progress.length).toBeGreaterThan(10);
    expect(client.progress.reduce((sum, step) => sum + step.cbIncrement, 0)).toBe(sent.length);
    expect(client.progress.at(-1)).toMatchObject({ cbCurrent: sent.length, cbTotal: sent.length });
    expect((await arrival(server, 'ixp-large@example.test')).raw.equals(asStored(sent))).toBe(true);
  });

  test('1,000 recipients get one message, each once', async () => {
    await connected();
    const to = Array.from({ length: 1000 }, (_, index) => `ixp-many-${index}@example.test`);
    const sent = letter();
    expect(await client.send(from, to, sent)).toMatchObject({ hrResult: S_OK });
    const copies = await arrivals(server, /^ixp-many-/, 1000);
    expect(copies.map((copy) => copy.envelopeTo).sort()).toEqual([...to].sort());
    expect(copies.every((copy) => copy.raw.equals(asStored(sent)))).toBe(true);
  });

  test('fifty messages go one after the other, each waiting for the one before', async () => {
    await connected();
    const letters = Array.from({ length: 50 }, (_, index) => letter({ subject: `ixp ${index}` }));
    for (const [index, sent] of letters.entries()) {
      expect(await client.send(from, [`ixp-row-${index}@example.test`], sent)).toMatchObject({ hrResult: S_OK });
    }
    const copies = await arrivals(server, /^ixp-row-/, 50);
    const expected = letters.map((sent) => asStored(sent).toString());
    expect(copies.map((copy) => copy.raw.toString()).sort()).toEqual([...expected].sort());
  });
}
