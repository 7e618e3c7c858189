import { expect, test } from 'vitest';
import type { Credentials } from '../../src/wire/index.js';
import { arrival } from '../support/servers/index.js';
import type { FullPeer } from './full-peer.js';
import { letter } from './letter.js';
import { send, talk } from './wire-sender.js';

const from = 'sender@example.test';
const readable: ReadonlySet<string> = new Set(['PLAIN', 'LOGIN', 'XOAUTH2', 'OAUTHBEARER']);

/** Every mechanism that the server offers over TLS, with the right secret and a wrong one. */
export function describeAccounts(server: FullPeer): void {
  const { user, password } = server.credentials;
  const accessToken = 'accessToken' in server.credentials ? server.credentials.accessToken : null;
  const port = server.ports.authRequired;
  const mechanisms =
    accessToken === null
      ? ['PLAIN', 'LOGIN', 'CRAM-MD5', 'NTLM']
      : ['PLAIN', 'LOGIN', 'CRAM-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'XOAUTH2', 'OAUTHBEARER'];
  const right = (mechanism: string): Credentials =>
    mechanism.includes('OAUTH') && accessToken !== null ? { user, accessToken } : { user, password };
  const wrong = (mechanism: string): Credentials =>
    mechanism.includes('OAUTH') ? { user, accessToken: `${accessToken}x` } : { user, password: `${password}x` };

  test('the mechanisms tested here are all that the server offers', async () => {
    const { client } = await talk(server, { security: 'starttls' });
    expect([...client.connection.capabilities.auth].sort()).toEqual([...mechanisms].sort());
    await client.quit();
  });

  test('who has not logged on may not send where that is required', async () => {
    const stopped = send(server, { port }, { from, to: ['nobody@example.test'], body: letter() });
    await expect(stopped).rejects.toMatchObject({ code: expect.stringMatching(/^rejected-(?:sender|recipients)$/) });
  });

  for (const mechanism of mechanisms) {
    test(`${mechanism}: logs on over TLS and sends`, async () => {
      const to = `auth-${mechanism}@example.test`.toLowerCase();
      const route = { port, security: 'starttls', mechanism, credentials: right(mechanism) } as const;
      const { client, lines } = await talk(server, route);
      expect(client.connection.authenticated).toBe(true);
      await client.send({ from, to: [to], body: letter() });
      await client.quit();
      await arrival(server, to);
      expect(lines.find((line) => line.startsWith('AUTH '))?.split(' ')[1]).toBe(mechanism);
      for (const secret of [password, accessToken ?? password]) {
        expect(lines.join('\n')).not.toContain(secret);
        expect(lines.join('\n')).not.toContain(Buffer.from(secret).toString('base64'));
      }
    });

    test(`${mechanism}: a wrong secret is refused, and the right one is taken on the same connection`, async () => {
      const failures: unknown[] = [];
      const route = { port, security: 'starttls', mechanism, credentials: wrong(mechanism) } as const;
      const { client } = await talk(server, route, {
        onLogon: (failure) => {
          failures.push(failure);
          return right(mechanism);
        },
      });
      expect(failures).toMatchObject([{ code: 'auth-failed', reply: { code: 535 } }]);
      expect(client.connection.authenticated).toBe(true);
      await client.quit();
    });

    test(`${mechanism}: ${readable.has(mechanism) ? 'is not spoken' : 'may be spoken'} in clear text`, async () => {
      const logon = talk(server, { mechanism, credentials: right(mechanism) });
      if (readable.has(mechanism)) return expect(logon).rejects.toMatchObject({ code: 'plaintext-refused' });
      const { client } = await logon;
      expect(client.connection.authenticated).toBe(true);
      await client.quit();
    });
  }

  test('a wrong secret alone ends the logon with auth-failed', async () => {
    const route = { port, security: 'starttls', credentials: { user, password: 'wrong' } } as const;
    await expect(talk(server, route)).rejects.toMatchObject({ code: 'auth-failed', reply: { code: 535 } });
  });

  test('without a wish, the strongest mechanism is chosen', async () => {
    const { client, lines } = await talk(server, { security: 'starttls', credentials: { user, password } });
    expect(lines.find((line) => line.startsWith('AUTH '))?.split(' ')[1]).toBe(
      mechanisms.includes('SCRAM-SHA-256') ? 'SCRAM-SHA-256' : 'CRAM-MD5',
    );
    await client.quit();
  });
}
