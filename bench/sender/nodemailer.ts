import { createReadStream } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { Contender, Order, SenderSetup } from './contender.js';

/** nodemailer's pool, given finished messages so that no composing is measured. */
export function openNodemailer(setup: SenderSetup): Contender {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port: setup.port,
    secure: setup.tls,
    ignoreTLS: !setup.tls,
    tls: { rejectUnauthorized: false },
    maxConnections: setup.connections,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const send = (order: Order, raw: Buffer | ReturnType<typeof createReadStream>) =>
    transport.sendMail({ envelope: { from: order.from, to: [...order.to] }, raw });
  return {
    send: (order) => send(order, order.message.block),
    sendFile: (order, path) => send(order, createReadStream(path)),
    async close() {
      transport.close();
    },
  };
}
