import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type IdentityName, testAuthority, testIdentity } from '../support/certificates/index.js';
import { type Dialog, type NamedBody, type ServerStep, unescaped } from './dialog-file.js';
import { ScramServer } from './scram-server.js';

/** A server that plays the scripts of a dialog, one for each connection. */
export interface ScriptedServer {
  readonly port: number;
  readonly dialog: Dialog;
  /** Settles when every script has been played to its end and every client is gone; rejects at the first mismatch. */
  readonly played: Promise<void>;
  /** What went wrong in a script so far, if anything has; a script that is just ending may still say so. */
  fault(): Promise<Error | null>;
  /** What each connection waits for, for the message when nothing moves any more. */
  where(): string;
  stop(): void;
}

/**
 * Starts the server of a dialog on a free port of 127.0.0.1.
 *
 * @param read answers the dialog whose scripts to play, which may name the port
 */
export async function startScriptedServer(read: (port: number) => Dialog): Promise<ScriptedServer> {
  const server: Server = createServer({ noDelay: true, allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let dialog: Dialog;
  try {
    dialog = read(port);
  } catch (error) {
    server.close();
    throw error;
  }
  const actors: Actor[] = [];
  let fault: Error | null = null;
  const played = new Promise<void>((resolve, reject) => {
    let left = dialog.scripts.length;
    const failed = (error: Error): void => {
      fault ??= error;
      reject(error);
    };
    server.on('connection', (socket) => {
      const script = dialog.scripts[actors.length];
      if (script === undefined) {
        socket.destroy();
        return failed(new Error(`the client opened connection ${actors.length + 1}, the dialog has fewer`));
      }
      const actor = new Actor(socket, script, dialog.bodies);
      actors.push(actor);
      actor.play().then(
        () => {
          left -= 1;
          if (left === 0) resolve();
        },
        (error: Error) => {
          actor.destroy();
          failed(error);
        },
      );
    });
  });
  // Nobody may be listening yet when a script fails.
  played.catch(() => {});
  return {
    port,
    dialog,
    played,
    fault: async () => {
      await turn();
      return fault;
    },
    where: () => actors.map((actor) => actor.where).join('; ') || 'no connection was opened',
    stop: () => {
      for (const actor of actors) actor.destroy();
      server.close();
    },
  };
}

/** Plays one script on one connection. */
class Actor {
  readonly #script: readonly ServerStep[];
  readonly #bodies: ReadonlyMap<string, NamedBody>;
  readonly #taken = new Map<string, number>();
  #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #ended = false;
  #wake: () => void = () => {};
  #outgoing: Buffer[] = [];
  #line = 0;

  constructor(socket: Socket, script: readonly ServerStep[], bodies: ReadonlyMap<string, NamedBody>) {
    this.#socket = socket;
    this.#script = script;
    this.#bodies = bodies;
    this.#listen(socket);
  }

  get where(): string {
    const unread = this.#received.length === 0 ? '' : `, unread: ${shown(this.#received)}`;
    return `the server stands at line ${this.#line}${unread}`;
  }

  async play(): Promise<void> {
    for (const step of this.#script) {
      this.#line = step.line;
      if (step.kind === 'send') this.#outgoing.push(step.bytes);
      else await this.#flush();
      if (step.kind === 'line') await this.#expectLine(step.text);
      else if (step.kind === 'pattern') await this.#expectPattern(step.pattern);
      else if (step.kind === 'directive') await this.#direct(step.words);
    }
    await this.#flush();
    if (!this.#ended) await this.#gone();
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #listen(socket: Socket): void {
    socket.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      this.#wake();
    });
    const ended = (): void => {
      if (socket !== this.#socket) return;
      this.#ended = true;
      this.#wake();
    };
    socket.on('end', ended);
    socket.on('close', ended);
    // A client that goes without ceremony is what many dialogs are about; the script says whether it may.
    socket.on('error', ended);
  }

  /** Consecutive lines leave in one write, as an attacker's or a fast server's do. */
  async #flush(): Promise<void> {
    if (this.#outgoing.length === 0) return;
    const bytes = Buffer.concat(this.#outgoing);
    this.#outgoing = [];
    if (!this.#socket.write(bytes) && !this.#ended) {
      await Promise.race([once(this.#socket, 'drain').catch(() => {}), this.#untilEnded()]);
    }
  }

  async #untilEnded(): Promise<void> {
    while (!this.#ended) await this.#more();
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async #until(found: () => boolean, what: string): Promise<void> {
    while (!found()) {
      if (this.#ended) throw this.#mismatch(what, `the end of the connection after ${shown(this.#received)}`);
      await this.#more();
    }
  }

  #take(length: number): Buffer {
    const bytes = this.#received.subarray(0, length);
    this.#received = this.#received.subarray(length);
    return bytes;
  }

  async #readLine(what: string): Promise<string> {
    await this.#until(() => this.#received.includes('\n'), what);
    const line = this.#take(this.#received.indexOf('\n') + 1).toString('latin1');
    if (!line.endsWith('\r\n')) throw this.#mismatch(what, `a line that ends without CR: ${JSON.stringify(line)}`);
    return line.slice(0, -2);
  }

  async #expectLine(expected: string): Promise<void> {
    const line = await this.#readLine(expected);
    if (line !== expected) throw this.#mismatch(expected, line);
  }

  async #expectPattern(pattern: RegExp): Promise<void> {
    const line = await this.#readLine(String(pattern));
    if (!pattern.test(Buffer.from(line, 'latin1').toString('utf8'))) throw this.#mismatch(String(pattern), line);
  }

  async #direct(words: readonly string[]): Promise<void> {
    const [verb = '', first = '', second = '', third = ''] = words;
    if (verb === 'body') return this.#expectBody(first);
    if (verb === 'bytes') return this.#expectBytes(first, third);
    if (verb === 'starttls' || verb === 'tls') return this.#secure((first || 'server') as IdentityName);
    if (verb === 'close') return this.#close();
    if (verb === 'reset') return this.#reset();
    if (verb === 'gone' || verb === 'stall') return this.#gone();
    if (verb === 'ignore') return this.#ignore();
    if (verb === 'hello') return this.#clientHello();
    if (verb === 'nodot') return this.#noDot();
    if (verb === 'quiet') return this.#quiet();
    if (verb === 'turn') return turn();
    if (verb === 'flood') return this.#flood(Number(first), second, Number(third || 1));
    if (verb === 'scram') return this.#scram(words.slice(1));
    throw new Error(`line ${this.#line}: no such directive: ${verb}`);
  }

  /** A body as DATA carries it, undone by a decoder of its own: RFC 5321 section 4.5.2. */
  async #expectBody(name: string): Promise<void> {
    const end = (): number => {
      if (this.#received.subarray(0, 3).equals(Buffer.from('.\r\n'))) return 0;
      const at = this.#received.indexOf('\r\n.\r\n');
      return at < 0 ? -1 : at + 2;
    };
    await this.#until(() => end() >= 0, `<body ${name}>`);
    const stuffed = this.#take(end()).toString('latin1');
    this.#take(3);
    const body = stuffed
      .split('\r\n')
      .map((line) => (line.startsWith('.') ? line.slice(1) : line))
      .join('\r\n');
    if (/^\.[^.]/m.test(stuffed.replace(/\r/g, '')))
      throw this.#mismatch('leading dots doubled', JSON.stringify(stuffed));
    const expected = this.#body(name).bytes.toString('latin1');
    if (body !== expected)
      throw this.#mismatch(JSON.stringify(expected.slice(0, 300)), JSON.stringify(body.slice(0, 300)));
  }

  async #expectBytes(count: string, name: string): Promise<void> {
    const body = this.#body(name).bytes;
    const from = this.#taken.get(name) ?? 0;
    const length = count === 'all' ? body.length - from : Number(count);
    // The next message of the same body begins again.
    this.#taken.set(name, from + length === body.length ? 0 : from + length);
    await this.#until(() => this.#received.length >= length, `${length} bytes of ${name}`);
    const expected = body.subarray(from, from + length);
    const bytes = this.#take(length);
    if (!bytes.equals(expected)) throw this.#mismatch(shown(expected), shown(bytes));
  }

  async #secure(identity: IdentityName): Promise<void> {
    if (this.#received.length > 0 && this.#received[0] !== 22)
      throw this.#mismatch('a TLS handshake', shown(this.#received));
    const plain = this.#socket;
    plain.removeAllListeners('data');
    if (this.#received.length > 0) plain.unshift(this.#take(this.#received.length));
    const socket = new TLSSocket(plain, {
      isServer: true,
      ...testIdentity(identity),
      requestCert: true,
      rejectUnauthorized: false,
      ca: testAuthority,
    });
    this.#socket = socket;
    this.#listen(socket);
    // A client that doesn't like the certificate goes now; the next line of the script says that it may.
    let secured = false;
    const handshake = (done: boolean) => (): void => {
      if (done) secured = true;
      else this.#ended = true;
      this.#wake();
    };
    socket.once('secure', handshake(true));
    socket.once('_tlsError', handshake(false));
    while (!secured && !this.#ended) await this.#more();
  }

  async #close(): Promise<void> {
    this.#ended = true;
    this.#socket.end();
    // What a client still writes is read and dropped, so that it sees an orderly end and no reset.
    this.#socket.resume();
  }

  async #reset(): Promise<void> {
    this.#ended = true;
    this.#socket.resetAndDestroy();
  }

  async #gone(): Promise<void> {
    while (!this.#ended && this.#received.length === 0) await this.#more();
    if (this.#received.length > 0) throw this.#mismatch('the end of the connection', shown(this.#received));
  }

  async #ignore(): Promise<void> {
    while (!this.#ended) await this.#more();
    this.#received = Buffer.alloc(0);
  }

  /** Reads the client's half of a handshake, so that what follows is an answer to it. */
  async #clientHello(): Promise<void> {
    await this.#until(() => this.#received.length > 5, 'a TLS handshake');
    if (this.#received[0] !== 22) throw this.#mismatch('a TLS handshake', shown(this.#received));
    this.#received = Buffer.alloc(0);
  }

  /** Reads until the client is gone; whatever came, the body never ended. */
  async #noDot(): Promise<void> {
    while (!this.#ended) await this.#more();
    if (this.#received.includes('\r\n.\r\n')) throw this.#mismatch('a body without an end', shown(this.#received));
    this.#received = Buffer.alloc(0);
  }

  /** Nothing unread may be here: a client that sends ahead has mostly sent by now. Never fails a client that waits. */
  async #quiet(): Promise<void> {
    await turn();
    await turn();
    if (this.#received.length > 0) throw this.#mismatch('a client that waits for the reply', shown(this.#received));
  }

  async #flood(count: number, text: string, times: number): Promise<void> {
    const block = unescaped(text.repeat(times));
    for (let index = 0; index < count && !this.#ended; index += 1) {
      this.#outgoing.push(block);
      if (this.#outgoing.length < 64) continue;
      await this.#flush();
      await turn();
    }
  }

  async #scram(words: readonly string[]): Promise<void> {
    const server = new ScramServer(words);
    const command = await this.#readLine(`AUTH ${server.name}`);
    const [verb, name, initial] = command.split(' ');
    if (verb !== 'AUTH' || name !== server.name || initial === undefined)
      throw this.#mismatch(`AUTH ${server.name}`, command);
    this.#outgoing.push(Buffer.from(`334 ${base64(server.first(decoded(initial)))}\r\n`));
    await this.#flush();
    if (server.weak) return;
    const final = server.final(decoded(await this.#readLine('the proof')));
    if (server.mute) return;
    this.#outgoing.push(Buffer.from(`334 ${base64(final)}\r\n`));
    await this.#flush();
  }

  #body(name: string): NamedBody {
    const body = this.#bodies.get(name);
    if (body === undefined) throw new Error(`line ${this.#line}: no body called ${name}`);
    return body;
  }

  #mismatch(expected: string, got: string): Error {
    return new Error(`line ${this.#line}: the server expected ${expected}\nbut got ${got}`);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

function shown(bytes: Buffer): string {
  return JSON.stringify(bytes.subarray(0, 200).toString('latin1'));
}
