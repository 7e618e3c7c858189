import { fromFile, SmtpClient } from '../../src/wire/index.js';
import type { Contender, SenderSetup } from './contender.js';

/** The engine itself: a few connections that take turns. */
export async function openComail(setup: SenderSetup): Promise<Contender> {
  const options = {
    host: '127.0.0.1',
    port: setup.port,
    implicitTls: setup.tls,
    tls: { rejectUnauthorized: false },
  };
  const clients = await Promise.all(Array.from({ length: setup.connections }, () => SmtpClient.connect(options)));
  let turn = 0;
  const next = (): SmtpClient => {
    const client = clients[turn++ % clients.length];
    if (client === undefined) throw new Error('no connections');
    return client;
  };
  return {
    async send({ from, to, message }) {
      await next().send({ from, to, body: message.block });
    },
    async sendFile({ from, to }, path) {
      await next().send({ from, to, body: await fromFile(path) });
    },
    async close() {
      for (const client of clients) client.close();
    },
  };
}
