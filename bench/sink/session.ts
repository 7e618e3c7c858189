import type { Look, Referee } from './judge.js';

const terminator = Buffer.from('\r\n.\r\n', 'latin1');
const lineEnd = Buffer.from('\r\n', 'latin1');
const longestLine = 4096;

/**
 * The server's half of one SMTP connection, without the socket: bytes in, replies out. It accepts everything and
 * gives what it received to a {@link Referee}. Replies to commands that came together leave together, as
 * RFC 2920 section 3.2 asks of a server.
 */
export class SinkSession {
  /** The client said QUIT. */
  finished = false;
  readonly #judge: Referee;
  readonly #capabilities: string;
  #state: 'command' | 'data' | 'chunk' = 'command';
  #rest: Buffer | null = null;
  #trial: Look | null = null;
  #recipients = 0;
  #carry: Buffer = lineEnd;
  #chunkLeft = 0;
  #chunkLast = false;

  /**
   * @param judge what looks at the messages
   * @param chunking offer CHUNKING
   */
  constructor(judge: Referee, chunking: boolean) {
    this.#judge = judge;
    // The same offer as smtp-sink makes, so that a message takes the same octets at either.
    this.#capabilities = `250-sink\r\n250-PIPELINING\r\n${chunking ? '250-CHUNKING\r\n' : ''}250 8BITMIME\r\n`;
  }

  /** What the server says first. */
  greeting(): string {
    return '220 sink ESMTP\r\n';
  }

  /**
   * Bytes of the client.
   *
   * @returns the replies to be written, possibly none
   */
  feed(bytes: Buffer): string {
    const input = this.#rest === null ? bytes : Buffer.concat([this.#rest, bytes]);
    this.#rest = null;
    let replies = '';
    for (let at = 0; at < input.length && !this.finished; ) {
      if (this.#state === 'data') {
        const end = this.#data(input, at);
        if (end < 0) break;
        replies += '250 2.0.0 taken\r\n';
        at = end;
      } else if (this.#state === 'chunk') {
        const end = Math.min(input.length, at + this.#chunkLeft);
        this.#trial?.take(input.subarray(at, end));
        this.#chunkLeft -= end - at;
        at = end;
        if (this.#chunkLeft === 0) replies += this.#chunkDone();
      } else {
        const end = input.indexOf(10, at);
        if (end < 0) {
          this.#keep(input.subarray(at));
          break;
        }
        replies += this.#command(input.toString('latin1', at, end).trimEnd());
        at = end + 1;
      }
    }
    return replies;
  }

  /** Takes message bytes from `at`; answers where the next command begins, -1 when the message goes on. */
  #data(input: Buffer, at: number): number {
    const joint = Buffer.concat([this.#carry, input.subarray(at, at + 4)]);
    const across = joint.indexOf(terminator);
    const found = across >= 0 ? at + across - this.#carry.length : input.indexOf(terminator, at);
    if (found < 0 && across < 0) {
      this.#trial?.take(input.subarray(at));
      const tail = input.length - at >= 4 ? input.subarray(input.length - 4) : joint.subarray(-4);
      this.#carry = Buffer.from(tail);
      return -1;
    }
    const end = found + terminator.length;
    this.#trial?.take(input.subarray(at, end));
    this.#messageDone();
    return end;
  }

  #command(line: string): string {
    switch (line.slice(0, 4).toUpperCase()) {
      case 'MAIL':
        this.#recipients = 0;
        return '250 2.1.0 sender\r\n';
      case 'RCPT':
        this.#recipients++;
        return '250 2.1.5 recipient\r\n';
      case 'DATA':
        this.#trial = this.#judge.begin('stuffed', this.#recipients);
        this.#carry = lineEnd;
        this.#state = 'data';
        return '354 go on\r\n';
      case 'BDAT':
        return this.#startChunk(line);
      case 'EHLO':
        return this.#capabilities;
      case 'HELO':
      case 'NOOP':
        return '250 sink\r\n';
      case 'RSET':
        this.#trial = null;
        return '250 2.0.0 reset\r\n';
      case 'QUIT':
        this.finished = true;
        return '221 2.0.0 bye\r\n';
      default:
        return '500 5.5.1 unknown command\r\n';
    }
  }

  #startChunk(line: string): string {
    const [, octets, last] = line.split(' ');
    this.#trial ??= this.#judge.begin('plain', this.#recipients);
    this.#chunkLeft = Number(octets);
    this.#chunkLast = last !== undefined && last.toUpperCase() === 'LAST';
    this.#state = 'chunk';
    return this.#chunkLeft === 0 ? this.#chunkDone() : '';
  }

  #chunkDone(): string {
    this.#state = 'command';
    if (this.#chunkLast) this.#messageDone();
    return '250 2.0.0 octets taken\r\n';
  }

  #messageDone(): void {
    if (this.#trial !== null) this.#judge.end(this.#trial);
    this.#trial = null;
    this.#state = 'command';
  }

  #keep(rest: Buffer): void {
    if (rest.length > longestLine) throw new Error(`a command line of more than ${longestLine} octets`);
    this.#rest = Buffer.from(rest);
  }
}
