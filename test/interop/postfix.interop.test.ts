import { afterAll, describe, expect, test } from 'vitest';
import { failed } from '../../src/com/index.js';
import { IXP_E_CONNECTION_DROPPED, IXP_E_NOT_CONNECTED } from '../../src/imnxport/index.js';
import { SmtpPool } from '../../src/wire/index.js';
import { arrival, arrivals, have, type PostfixServer, startPostfix } from '../support/servers/index.js';
import { describeFullPeer } from './full-peer.js';
import { ImnxportClient } from './imnxport-client.js';
import { asStored, letter } from './letter.js';
import { send, sessionOptions, talk } from './wire-sender.js';

const from = 'sender@example.test';
const started = await have('Postfix', startPostfix);
afterAll(() => started?.stop());

describeFullPeer('Postfix', started);

describe.skipIf(!started)('Postfix: limits and old ways', () => {
  const server = started as PostfixServer;

  test('recipients beyond its limit are named with 452, the others get the message', async () => {
    const to = Array.from({ length: 12 }, (_, index) => `limited-${index}@example.test`);
    for (const chunking of [false, true]) {
      const { result } = await send(
        server,
        { port: server.ports.tenRecipients },
        { from, to, body: letter(), chunking },
      );
      expect(result.accepted).toEqual(to.slice(0, 10));
      expect(result.refused).toMatchObject([
        { address: to[10], reply: { code: 452 } },
        { address: to[11], reply: { code: 452 } },
      ]);
    }
    expect(await arrivals(server, /^limited-/, 20)).toHaveLength(20);
  });

  test('a pool outlives a server that hangs up on idle connections', async () => {
    const pool = new SmtpPool({ ...sessionOptions(server, { port: server.ports.impatient }), maxConnections: 2 });
    for (const round of [1, 2]) {
      const sent = letter({ subject: `round ${round}` });
      await pool.send({ from, to: [`idle-${round}@example.test`], body: sent });
      expect((await arrival(server, `idle-${round}@example.test`)).raw.equals(asStored(sent))).toBe(true);
      while (pool.connections > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await pool.close();
  });

  test('ISMTPTransport: a server that hangs up is told through OnError, and nothing reconnects by itself', async () => {
    const client = new ImnxportClient();
    await client.connect(server, { dwPort: server.ports.impatient });
    while (client.heard.at(-1) !== 'IXP_DISCONNECTED') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(client.errors).toMatchObject([{ hrResult: IXP_E_CONNECTION_DROPPED, uiServerError: 421 }]);
    await expect(client.send(from, ['late@example.test'], letter())).rejects.toMatchObject({ hr: IXP_E_NOT_CONNECTED });
    expect(failed(client.transport.Disconnect())).toBe(true);
    await client.close();
  });

  test('its replies carry enhanced status codes (RFC 2034 section 4)', async () => {
    const { result } = await send(server, {}, { from, to: ['enhanced@example.test'], body: letter() });
    expect(result.reply.enhanced).toBe('2.0.0');
  });

  test('both spellings of AUTH at once name each mechanism once', async () => {
    const { client } = await talk(server, { port: server.ports.oldAuth });
    const { auth } = client.connection.capabilities;
    expect(auth).toContain('SCRAM-SHA-256');
    expect(new Set(auth).size).toBe(auth.length);
    await client.quit();
  });
});
