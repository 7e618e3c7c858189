import { createServer, type Server, type Socket } from 'node:net';

/** What a toy server took as one message. */
export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly body: string;
}

/** How a toy server behaves. */
export interface ToyOptions {
  /** Keywords after EHLO's first line; null refuses EHLO. */
  readonly offer?: readonly string[] | null;
  /** What a connection is greeted with; null says nothing. Connections count from 1. */
  readonly greeting?: string | null | ((connection: number) => string | undefined);
  /**
   * Overrides the answer to a command. A text is sent (CRLF added); null sends nothing; undefined leaves the answer to
   * the server. `DOT` stands for the end of a body, `BODY` for the first bytes after a 354.
   */
  readonly answer?: (verb: string, line: string, session: ToySession) => string | null | undefined;
}

/** A small SMTP server for tests, with its own decoder of bodies: it shares no code with what it tests. */
export class ToyServer {
  readonly taken: Taken[] = [];
  readonly commands: string[] = [];
  readonly sessions: ToySession[] = [];
  /** What came in one read each, to see what was written together. */
  readonly reads: string[] = [];
  readonly #server: Server;
  readonly options: ToyOptions;

  private constructor(options: ToyOptions) {
    this.options = options;
    this.#server = createServer((socket) => {
      socket.setNoDelay(true);
      this.sessions.push(new ToySession(this, socket));
    });
  }

  static async start(options: ToyOptions = {}): Promise<ToyServer> {
    const toy = new ToyServer(options);
    await new Promise<void>((resolve) => toy.#server.listen(0, '127.0.0.1', resolve));
    return toy;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Only this many sockets are still open. */
  get open(): number {
    return this.sessions.filter((each) => !each.socket.destroyed).length;
  }

  async stop(): Promise<void> {
    for (const each of this.sessions) each.socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

export class ToySession {
  readonly socket: Socket;
  /** Messages taken on this connection. */
  taken = 0;
  readonly #toy: ToyServer;
  #input = Buffer.alloc(0);
  #body: Buffer | null = null;
  #from: string | null = null;
  #to: string[] = [];
  #chunks: Buffer[] = [];
  #chunkLeft = 0;
  #chunkLast = false;
  #failed = false;

  constructor(toy: ToyServer, socket: Socket) {
    this.#toy = toy;
    this.socket = socket;
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      toy.reads.push(bytes.toString('latin1'));
      this.#input = Buffer.concat([this.#input, bytes]);
      this.#work();
    });
    const { greeting } = toy.options;
    const text = typeof greeting === 'function' ? greeting(toy.sessions.length + 1) : greeting;
    if (text !== null) this.say(text ?? '220 toy.example ESMTP');
  }

  say(text: string): void {
    if (!this.socket.destroyed) this.socket.write(Buffer.from(`${text}\r\n`, 'latin1'));
  }

  #work(): void {
    for (;;) {
      if (this.socket.destroyed) return;
      if (this.#chunkLeft > 0 || this.#chunkLast) {
        if (this.#input.length < this.#chunkLeft) return;
        this.#endChunk();
        continue;
      }
      if (this.#body !== null) {
        // The end is a dot alone on its line, at the very start or behind a CRLF, and nothing else.
        const text = this.#input;
        const at = text.subarray(0, 3).equals(Buffer.from('.\r\n')) ? 0 : text.indexOf('\r\n.\r\n');
        if (at < 0) return;
        const raw = text.subarray(0, at === 0 ? 0 : at + 2);
        this.#input = text.subarray(at === 0 ? 3 : at + 5);
        this.#body = null;
        this.#finish('DOT', '.', raw.toString('latin1').replace(/(^|\r\n)\./g, '$1'));
        continue;
      }
      const end = this.#input.indexOf('\r\n');
      if (end < 0) return;
      const line = this.#input.toString('utf8', 0, end);
      this.#input = this.#input.subarray(end + 2);
      this.#command(line);
    }
  }

  #command(line: string): void {
    const toy = this.#toy;
    toy.commands.push(line);
    const verb = line.split(' ', 1)[0]?.toUpperCase() ?? '';
    const override = verb === 'BDAT' ? undefined : toy.options.answer?.(verb, line, this);
    const say = (text: string): boolean => {
      if (override === null) return false;
      this.say(override ?? text);
      return (override ?? text).startsWith('2') || (override ?? text).startsWith('3');
    };
    if (verb === 'EHLO') {
      const offer = toy.options.offer === undefined ? ['PIPELINING', '8BITMIME'] : toy.options.offer;
      if (offer === null) say('502 5.5.2 what?');
      else
        say(
          ['toy.example', ...offer].map((each, n, all) => `250${n === all.length - 1 ? ' ' : '-'}${each}`).join('\r\n'),
        );
    } else if (verb === 'HELO') say('250 toy.example');
    else if (verb === 'MAIL') {
      if (this.#from !== null) return void say('503 5.5.1 nested MAIL');
      if (say('250 2.1.0 ok')) this.#from = /<(.*?)>/.exec(line)?.[1] ?? '';
    } else if (verb === 'RCPT') {
      if (this.#from === null) return void say('503 5.5.1 MAIL first');
      if (say('250 2.1.5 ok')) this.#to.push(/<(.*?)>/.exec(line)?.[1] ?? '');
    } else if (verb === 'DATA') {
      const ready = this.#from !== null && this.#to.length > 0;
      if (say(ready ? '354 go ahead' : '503 5.5.1 RCPT first') && (ready || override?.startsWith('354'))) {
        this.#body = Buffer.alloc(0);
        toy.options.answer?.('BODY', '', this);
      }
    } else if (verb === 'BDAT') {
      this.#chunkLeft = Number(line.split(' ')[1]);
      this.#chunkLast = / LAST$/.test(line);
      if (this.#chunkLeft === 0 && !this.#chunkLast) this.#chunkReply();
    } else if (verb === 'RSET') {
      this.#reset();
      say('250 2.0.0 reset');
    } else if (verb === 'QUIT') {
      say('221 2.0.0 bye');
      this.socket.end();
    } else say('250 2.0.0 fine');
  }

  #endChunk(): void {
    this.#chunks.push(Buffer.from(this.#input.subarray(0, this.#chunkLeft)));
    this.#input = this.#input.subarray(this.#chunkLeft);
    this.#chunkLeft = 0;
    const last = this.#chunkLast;
    this.#chunkLast = false;
    if (!last) {
      this.#chunkReply();
      return;
    }
    this.#finish('LAST', 'BDAT LAST', Buffer.concat(this.#chunks).toString('latin1'));
  }

  #chunkReply(): void {
    const override = this.#toy.options.answer?.('BDAT', 'BDAT', this);
    if (override === null) return;
    const ready = this.#from !== null && this.#to.length > 0;
    const text = override ?? (ready ? '250 2.0.0 chunk' : '503 5.5.1 RCPT first');
    if (!text.startsWith('2')) this.#failed = true;
    this.say(text);
  }

  #finish(verb: string, line: string, body: string): void {
    const ready = this.#from !== null && this.#to.length > 0 && !this.#failed;
    const override = this.#toy.options.answer?.(verb, line, this);
    const text = override === undefined ? (ready ? '250 2.0.0 taken' : '503 5.5.1 no') : override;
    if (ready && (text === null || text.startsWith('2'))) {
      this.taken++;
      this.#toy.taken.push({ from: this.#from ?? '', to: this.#to, body });
      this.#reset();
    } else if (verb === 'DOT') this.#reset();
    // A refused BDAT leaves the transaction as it is: the strict reading of RFC 3030, which asks for RSET.
    if (text !== null) this.say(text);
  }

  #reset(): void {
    this.#from = null;
    this.#to = [];
    this.#chunks = [];
    this.#failed = false;
  }
}
