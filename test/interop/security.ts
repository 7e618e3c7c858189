import { expect, test } from 'vitest';
import { arrival } from '../support/servers/index.js';
import type { FullPeer } from './full-peer.js';
import { asStored, letter } from './letter.js';
import { type Route, talk } from './wire-sender.js';

const from = 'sender@example.test';

/** TLS, verified: from the first byte and by STARTTLS. */
export function describeSecurity(server: FullPeer): void {
  const ways: readonly Route[] = [
    { security: 'starttls', port: server.ports.smtp },
    { security: 'implicit', port: server.ports.smtps },
  ];

  for (const route of ways) {
    test(`${route.security}: a message goes over verified TLS`, async () => {
      const { client } = await talk(server, route);
      expect(client.connection.secure).toBe(true);
      const to = `tls-${route.security}@example.test`;
      const sent = letter({ subject: 'secret' });
      await client.send({ from, to: [to], body: sent });
      await client.quit();
      expect((await arrival(server, to)).raw.equals(asStored(sent))).toBe(true);
    });

    test(`${route.security}: an unknown authority is refused, unless the caller takes the certificate`, async () => {
      await expect(talk(server, { ...route, tls: {} })).rejects.toMatchObject({ code: 'certificate-untrusted' });
      const asked: string[] = [];
      const { client } = await talk(
        server,
        { ...route, tls: {} },
        {
          onCertificateProblem: (problem) => {
            asked.push(problem.code);
            return true;
          },
        },
      );
      expect(asked).toEqual(['certificate-untrusted']);
      expect(client.connection.secure).toBe(true);
      await client.quit();
    });

    test(`${route.security}: a certificate for another name is refused`, async () => {
      const tls = { ca: server.ca, servername: 'other.example' };
      await expect(talk(server, { ...route, tls })).rejects.toMatchObject({ code: 'certificate-name' });
    });

    test(`${route.security}: TLS 1.2 will do where the caller wants no more`, async () => {
      const { client } = await talk(server, { ...route, tls: { ca: server.ca, maxVersion: 'TLSv1.2' } });
      await client.send({ from, to: [`tls12-${route.security}@example.test`], body: letter() });
      await client.quit();
      await arrival(server, `tls12-${route.security}@example.test`);
    });

    test(`${route.security}: the host may be a name`, async () => {
      const { client } = await talk(server, route, { host: 'localhost' });
      expect(client.connection.secure).toBe(true);
      await client.quit();
    });
  }
}
