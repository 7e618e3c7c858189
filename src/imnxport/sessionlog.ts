import { closeSync, openSync, writeSync } from 'node:fs';
import { log } from '../base/index.js';
import { ComError, E_INVALIDARG } from '../com/index.js';

/**
 * The session log of a transport: the protocol's lines, one each, secrets as asterisks. Bodies are not in it. Lines are
 * written at once, so that what a crashed program did last can be read.
 *
 * @spec oe-ismtptransport-initnew
 */
export class SessionLog {
  readonly #path: string;
  #file: number | null;

  /**
   * Opens the file for appending and writes a heading.
   *
   * @param path the file
   * @throws {ComError} `E_INVALIDARG` when it can't be opened
   */
  constructor(path: string) {
    this.#path = path;
    try {
      this.#file = openSync(path, 'a', 0o600);
    } catch (cause) {
      throw new ComError(E_INVALIDARG, `the log file ${path} cannot be opened for writing`, { cause });
    }
    this.#write(`comail SMTP log started at ${stamp(new Date())}\n`);
  }

  /**
   * Adds one line.
   *
   * @param direction `tx` for what was sent, `rx` for what came
   * @param line the line, already masked
   */
  line(direction: 'tx' | 'rx', line: string): void {
    this.#write(`SMTP: ${stamp(new Date()).slice(11)} [${direction}] ${line.replace(/[\r\n]/g, ' ')}\n`);
  }

  /** Closes the file; later lines are dropped. */
  close(): void {
    if (this.#file === null) return;
    closeSync(this.#file);
    this.#file = null;
  }

  // A log that can't be written must not stop mail. It is reported once, and ends.
  #write(text: string): void {
    if (this.#file === null) return;
    try {
      writeSync(this.#file, text);
    } catch (error) {
      log.error(`the session log ${this.#path} cannot be written and ends here`, error);
      this.close();
    }
  }
}

function stamp(time: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
