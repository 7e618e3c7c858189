import { E_FAIL, type HResult, S_OK } from '../com/index.js';
import { CallbackQueue } from './callbackqueue.js';
import type { ISMTPCallback } from './interfaces/ismtpcallback.js';
import type { ISMTPTransport } from './interfaces/ismtptransport.js';
import type { CMDTYPE } from './types/cmdtype.js';
import type { INETSERVER } from './types/inetserver.js';
import { InOut } from './types/inout.js';
import { IXPRESULT } from './types/ixpresult.js';
import type { IXPSTATUS } from './types/ixpstatus.js';
import { IDCANCEL } from './types/messagebox.js';
import { SMTP_SEND_STREAM, type SMTPCOMMAND } from './types/smtpcommand.js';
import type { SMTPSTREAM } from './types/smtpresponse.js';

/**
 * The callback object as the transport sees it: everything goes through one queue, nothing is called after it was let
 * go, and questions always get an answer.
 */
export class Client {
  readonly queue: CallbackQueue = new CallbackQueue();
  readonly #self: () => ISMTPTransport;
  #callback: ISMTPCallback | null = null;

  /** @param self the transport's own pointer, borrowed, for `pTransport` */
  constructor(self: () => ISMTPTransport) {
    this.#self = self;
  }

  /** Whether there is a callback. */
  get present(): boolean {
    return this.#callback !== null;
  }

  /** The callback, borrowed. */
  get callback(): ISMTPCallback | null {
    return this.#callback;
  }

  /**
   * Takes a callback, and with it the reference, in place of the one before.
   *
   * @param callback a pointer whose reference passes to the client
   */
  take(callback: ISMTPCallback): void {
    this.letGo();
    this.#callback = callback;
    this.queue.resume();
  }

  /**
   * Releases the callback. What it has not heard yet still changes state in its turn, but nobody is called.
   *
   * @returns whether there was one
   */
  letGo(): boolean {
    const callback = this.#callback;
    if (!callback) return false;
    this.#callback = null;
    this.queue.resume();
    callback.Release();
    return true;
  }

  /**
   * Reports a status after storing it, both in their turn.
   *
   * @param status the status
   * @param store puts it where `GetStatus` reads it
   */
  status(status: IXPSTATUS, store: () => void): void {
    this.queue.post(() => {
      store();
      this.#tell((callback, self) => callback.OnStatus(status, self));
    });
  }

  /**
   * Reports an answer.
   *
   * @param command what is answered
   * @param fDone whether the command is finished
   * @param result the answer
   * @param before changes state just before the client hears of it
   */
  response(command: SMTPCOMMAND, fDone: boolean, result: IXPRESULT, before?: () => void): void {
    this.queue.post(() => {
      before?.();
      this.#tell((callback, pTransport) =>
        callback.OnResponse(Object.freeze({ command, fDone, rIxpResult: result, pTransport, rStreamInfo: null })),
      );
    });
  }

  /**
   * Reports progress of a body.
   *
   * @param progress how far it has come
   */
  progress(progress: SMTPSTREAM): void {
    const rStreamInfo = Object.freeze(progress);
    this.queue.post(() => {
      this.#tell((callback, pTransport) => {
        const command = SMTP_SEND_STREAM;
        // Written out like the answers above: an object that is spread and added to has a hidden class of its own.
        return callback.OnResponse(
          Object.freeze({ command, fDone: false, rIxpResult: nothingYet, pTransport, rStreamInfo }),
        );
      });
    });
  }

  /**
   * Reports fatal trouble with the connection.
   *
   * @param status reads the status at the time
   * @param result what happened
   */
  error(status: () => IXPSTATUS, result: IXPRESULT): void {
    this.queue.post(() => this.#tell((callback, self) => callback.OnError(status(), result, self)));
  }

  /**
   * Shows a line.
   *
   * @param type its direction
   * @param line the line, masked
   * @param hr the mapped reply for an answer
   */
  command(type: CMDTYPE, line: string, hr: HResult): void {
    this.queue.post(() => this.#tell((callback, self) => callback.OnCommand(type, line, hr, self)));
  }

  /**
   * Asks whether to wait on.
   *
   * @param seconds how long it was silent
   * @param patience seconds the client may think
   * @returns how long to wait from now on, or null to give up
   */
  async askTimeout(seconds: number, patience: number): Promise<number | null> {
    const box = new InOut(seconds);
    const hr = await this.#ask((callback, self) => callback.OnTimeout(box, self), patience, E_FAIL);
    return hr === S_OK ? Math.max(1, Number(box.value) || seconds) : null;
  }

  /**
   * Asks for a name and a password.
   *
   * @param server written to by the client
   * @param patience seconds the client may think
   * @returns whether to try what is there now
   */
  async askLogon(server: INETSERVER, patience: number): Promise<boolean> {
    const hr = await this.#ask((callback, self) => callback.OnLogonPrompt(server, self), patience, E_FAIL);
    return hr === S_OK;
  }

  /**
   * Puts a question.
   *
   * @param hr why
   * @param text the question
   * @param caption the title
   * @param type `MB_*` bits
   * @param patience seconds the client may think
   * @returns the button; `IDCANCEL` when nobody answers
   */
  askPrompt(hr: HResult, text: string, caption: string, type: number, patience: number): Promise<number> {
    return this.#ask((callback, self) => callback.OnPrompt(hr, text, caption, type, self), patience, IDCANCEL);
  }

  // What a callback answers to being told something does not matter to the transport.
  #tell(say: (callback: ISMTPCallback, self: ISMTPTransport) => unknown): void {
    if (this.#callback) say(this.#callback, this.#self());
  }

  #ask<T>(
    question: (callback: ISMTPCallback, self: ISMTPTransport) => T | Promise<T>,
    patience: number,
    otherwise: T,
  ): Promise<T> {
    return this.queue.ask(
      () => (this.#callback ? question(this.#callback, this.#self()) : otherwise),
      patience,
      otherwise,
    );
  }
}

const nothingYet = IXPRESULT();
