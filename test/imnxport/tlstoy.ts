import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { testIdentity } from '../support/certificates/index.js';

/** Greets everything that is said. */
export function speakOver(socket: TLSSocket): void {
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    for (const line of bytes.toString().split('\r\n').filter(Boolean))
      socket.write(line.startsWith('QUIT') ? '221 bye\r\n' : '250 fine\r\n');
  });
}

/** A mail server that speaks TLS from the first byte, with a certificate of some kind. */
export class TlsToy implements AsyncDisposable {
  readonly #server: ReturnType<typeof createTlsServer>;
  private constructor(server: ReturnType<typeof createTlsServer>) {
    this.#server = server;
  }
  static async start(identity: 'server' | 'expired' | 'other' | 'stranger'): Promise<TlsToy> {
    const server = createTlsServer(testIdentity(identity), (socket) => {
      socket.write('220 tls.example ESMTP\r\n');
      speakOver(socket);
    });
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, resolve));
    return new TlsToy(server);
  }
  get port(): number {
    return (this.#server.address() as { port: number }).port;
  }
  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
  }
}
