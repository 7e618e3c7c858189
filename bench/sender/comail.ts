import { fromFile, SmtpPool } from '../../src/wire/index.js';
import type { Contender, SenderSetup } from './contender.js';

/** The engine behind its pool. */
export function openComail(setup: SenderSetup): Contender {
  const pool = new SmtpPool({
    host: '127.0.0.1',
    port: setup.port,
    implicitTls: setup.tls,
    tls: { rejectUnauthorized: false },
    maxConnections: setup.connections,
  });
  return {
    send: ({ from, to, message }) => pool.send({ from, to, body: message.block }),
    sendFile: async ({ from, to }, path) => pool.send({ from, to, body: await fromFile(path) }),
    close: () => pool.close(),
  };
}
