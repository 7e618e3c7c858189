import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { type ByteSource, SmtpClient } from '../../../src/wire/index.js';

/**
 * A server in a thread of its own, so that it can go while the client's thread does nothing: it takes a little of the
 * body, says what it is told to say, and resets the connection. It sets the flag when all of that has happened.
 */
const server = `
  const { createServer } = require('node:net');
  const { createServer: createTlsServer } = require('node:tls');
  const { parentPort, workerData } = require('node:worker_threads');
  const flag = new Int32Array(workerData.flag);
  const serve = (socket) => {
    let input = '';
    socket.on('error', () => undefined);
    socket.on('close', () => { Atomics.store(flag, 0, 1); Atomics.notify(flag, 0); });
    socket.write('220 toy\\r\\n');
    socket.on('data', (bytes) => {
      input += bytes.toString('latin1');
      if (input.includes('DATA\\r\\n') && input.endsWith('first\\r\\n')) {
        const end = () => (workerData.tls ? socket._parent ?? socket : socket).resetAndDestroy();
        workerData.says === '' ? end() : socket.write(workerData.says, end);
      } else if (input.endsWith('DATA\\r\\n')) socket.write('354 go\\r\\n');
      else if (input.endsWith('\\r\\n')) socket.write('250 ok\\r\\n');
    });
  };
  const listener = workerData.tls ? createTlsServer(workerData.tls, serve) : createServer(serve);
  listener.listen(0, '127.0.0.1', () => parentPort.postMessage(listener.address().port));
`;

const pem = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../support/certificates/${name}`, import.meta.url)), 'latin1');

/** Sends a body whose second half is written after the server has spoken and gone, and before anything was read. */
async function sendBlindly(says: string, tls: boolean): Promise<unknown> {
  const flag = new SharedArrayBuffer(4);
  const keys = tls ? { cert: pem('server.crt'), key: pem('server.key') } : null;
  const worker = new Worker(server, { eval: true, workerData: { flag, says, tls: keys } });
  try {
    const port = await new Promise<number>((resolve) => worker.once('message', resolve));
    const options = { host: '127.0.0.1', port, implicitTls: tls, tls: { rejectUnauthorized: false } };
    const client = await SmtpClient.connect({ ...options, hello: 'helo', name: 'client.example' });
    const body: ByteSource = {
      async *chunks() {
        yield Buffer.from('first\r\n');
        await new Promise((resolve) => setImmediate(resolve));
        Atomics.wait(new Int32Array(flag), 0, 0);
        for (let n = 0; n < 40; n++) yield Buffer.alloc(16_384, 'x');
      },
    };
    return await client.send({ from: 'a@x.example', to: ['b@y.example'], body }).catch((error: unknown) => error);
  } finally {
    await worker.terminate();
  }
}

describe.each([
  ['TCP', false],
  ['TLS', true],
] as const)('a server that resets the connection within a body (%s)', (_name, tls) => {
  test('is heard when it has said why (RFC 5321 section 4.2.5)', async () => {
    expect(await sendBlindly('552 5.3.4 Too much\r\n', tls)).toMatchObject({
      code: 'rejected-message',
      reply: { code: 552 },
    });
  });

  test('is reported as gone when it has said nothing', async () => {
    expect(await sendBlindly('', tls)).toMatchObject({ code: 'dropped' });
  });

  test('is reported as gone when it broke off within a word', async () => {
    expect(await sendBlindly('552 5.3', tls)).toMatchObject({ code: 'dropped' });
  });
});
