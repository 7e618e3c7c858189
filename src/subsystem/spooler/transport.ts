import { log } from '../../base/index.js';
import { ComError, describe, failed, type Guid, type HResult, nameOf, ok, type Ret } from '../../com/index.js';
import {
  type EntryId,
  type IMAPIStatus,
  type IMessage,
  type IXPLogon,
  LOGON_SP_IDLE,
  LOGON_SP_POLL,
  MAPI_E_CALL_FAILED,
  MAPI_E_NO_SUPPORT,
  NOTIFY_CANCEL_MESSAGE,
  NOTIFY_END_INBOUND,
  NOTIFY_END_OUTBOUND,
  type OPTIONDATA,
  type OpenedStatus,
  type SubmittedMessage,
} from '../../mapi/index.js';
import type { Taker } from './choose.js';
import { Patience } from './deadline.js';
import { callMs, closingMs, lastWordMs, logoffMs } from './limits.js';

/** A transport that is logged on. */
export class TransportSession implements Taker {
  /** PR_PROVIDER_UID. */
  readonly uid: Guid;
  /** Its name, for people. */
  readonly name: string;
  readonly logon: IXPLogon;
  readonly #flags: number;
  #addressTypes: readonly string[] = [];
  #uids: readonly Guid[] = [];
  #options: readonly OPTIONDATA[] = [];
  #yields = 0;
  readonly #patience = new Patience();
  #givenUp: () => void = () => undefined;
  /** Within a critical section, in which it is neither polled nor let idle. */
  critical = false;
  /** Until when it is not offered anything, in milliseconds: it said that it is busy or can't reach its server. */
  restsUntil = 0;
  /** Why it is not offered anything, for people. */
  restsBecause = '';
  /** Whether it has ended the flush that goes on: what is tried for the flush alone is not offered to it. */
  flushOver = false;
  /** Whether an error ended it; it gets another chance with ValidateState(CONFIG_CHANGED). */
  broken = false;

  /**
   * @param uid PR_PROVIDER_UID
   * @param name its name, for people
   * @param logon its logon, released with the session
   * @param flags what TransportLogon answered
   */
  constructor(uid: Guid, name: string, logon: IXPLogon, flags: number) {
    this.uid = uid;
    this.name = name;
    this.logon = logon;
    this.#flags = flags;
  }

  get addressTypes(): readonly string[] {
    return this.#addressTypes;
  }

  /** What it offers for messages and recipients. */
  get options(): readonly OPTIONDATA[] {
    return this.#options;
  }

  get uids(): readonly Guid[] {
    return this.#uids;
  }

  /** Whether it wants Poll. */
  get polls(): boolean {
    return (this.#flags & LOGON_SP_POLL) !== 0;
  }

  /** Whether it wants Idle. */
  get idles(): boolean {
    return (this.#flags & LOGON_SP_IDLE) !== 0;
  }

  /** How often it has yielded to the spooler. */
  yielded(): number {
    return ++this.#yields;
  }

  /** Asks what it takes. @spec ixplogon-addresstypes */
  async learnAddressTypes(): Promise<void> {
    const [hr, types] = await this.#call('AddressTypes', () => this.logon.AddressTypes());
    if (!types) throw new ComError(hr, `${this.name} does not say what it takes: ${nameOf(hr)}`);
    this.#addressTypes = listed(types.lpppAdrTypeArray, 'lpppAdrTypeArray');
    this.#uids = listed(types.lpppUIDArray, 'lpppUIDArray');
  }

  /** Asks which options it has. One that cannot say so has none. */
  async learnOptions(): Promise<void> {
    const [hr, told] = await this.#call('RegisterOptions', () => this.logon.RegisterOptions());
    if (failed(hr) && hr !== MAPI_E_NO_SUPPORT) log.warn(`${this.name} does not tell its options: ${nameOf(hr)}`);
    this.#options = told ? [...told.lppOptions] : [];
  }

  /** Offers a message. Whatever it does wrong becomes a code, with the words that came along. */
  async submit(
    flags: number,
    message: IMessage,
  ): Promise<readonly [hr: HResult, answer: SubmittedMessage | null, words: string]> {
    const settled = await this.#call('SubmitMessage', () => this.logon.SubmitMessage(flags, message), unknownOutbound);
    return [...settled, failed(settled[0]) ? wordsBehind(settled) : ''];
  }

  /** Ends a message. @returns its answer, 0 when it has none */
  async end(reference: number): Promise<number> {
    const [hr, flags] = await this.#call('EndMessage', () => this.logon.EndMessage(reference), reference);
    if (failed(hr)) log.warn(`EndMessage of ${this.name} answered ${nameOf(hr)}; the message counts as sent`);
    return flags ?? 0;
  }

  /** Tells it of an event; its failures are nobody's concern. */
  async tell(flags: number, data: number | EntryId | null): Promise<void> {
    await this.#call('TransportNotify', () => this.logon.TransportNotify(flags, data));
  }

  /** Whether there is mail. */
  async poll(): Promise<boolean> {
    const [, incoming] = await this.#call('Poll', () => this.logon.Poll());
    return (incoming ?? 0) !== 0;
  }

  /** Has it fill a message. */
  async start(message: IMessage): Promise<HResult> {
    const [hr] = await this.#call('StartMessage', () => this.logon.StartMessage(0, message), unknownInbound);
    return hr;
  }

  /** Lets it do what can wait. */
  async idle(): Promise<void> {
    await this.#call('Idle', async () => [await this.logon.Idle(0), null] as const);
  }

  /** Checks it. */
  async validate(uiParam: number, flags: number): Promise<HResult> {
    const [hr] = await this.#call(
      'ValidateState',
      async () => [await this.logon.ValidateState(uiParam, flags), null] as const,
    );
    return hr;
  }

  /** Asks it to clear its queues. */
  async flush(uiParam: number, flags: number): Promise<HResult> {
    const [hr] = await this.#call(
      'FlushQueues',
      async () => [await this.logon.FlushQueues(uiParam, null, flags), null] as const,
    );
    return hr;
  }

  /** Opens its status object. */
  async openStatus(flags: number): Promise<OpenedStatus<IMAPIStatus>> {
    const [hr, opened] = await this.#call('OpenStatusEntry', () =>
      this.logon.OpenStatusEntry<IMAPIStatus>(null, flags),
    );
    if (!opened) throw new ComError(hr, `${this.name} has no status object: ${nameOf(hr)}`);
    return opened;
  }

  /**
   * The session ends: what it is at work on is waited for a little longer, and then given up.
   *
   * @param givenUp called when it does not return from something even then
   */
  hasten(givenUp: () => void): void {
    this.#givenUp = givenUp;
    this.#patience.shorten(closingMs);
  }

  /** Logs it off, whatever it says to that. */
  async logoff(): Promise<void> {
    this.#patience.shorten(logoffMs);
    await this.tell(NOTIFY_END_INBOUND | NOTIFY_END_OUTBOUND, null);
    await this.#call('TransportLogoff', async () => [await this.logon.TransportLogoff(0), null] as const);
    this.logon.Release();
  }

  /**
   * A call that ends. A transport that takes too long over a message is told to give it up (NOTIFY_CANCEL_MESSAGE); one that does not
   * return then, either, is not waited for, and not used any more.
   *
   * @param message the number of the message that the call is about; null when it is about none
   * @spec ixplogon-transportnotify
   */
  async #call<T>(
    method: string,
    call: () => Promise<readonly [HResult, T | null]>,
    message: number | null = null,
  ): Promise<readonly [HResult, T | null]> {
    try {
      const answer = call();
      let settled = await this.#patience.within(answer, this.broken ? lastWordMs : callMs);
      if (settled === 'late' && message !== null) {
        log.warn(`${this.name} does not return from ${method}; it is told to give the message up`);
        void this.tell(NOTIFY_CANCEL_MESSAGE, message);
        settled = await this.#patience.within(answer, lastWordMs);
      }
      if (settled !== 'late') return settled;
      // Of one that was known not to answer nobody expected more.
      if (!this.broken) this.#givenUp();
      this.broken = true;
      log.error(`${this.name} does not return from ${method}; it gets nothing more to do`);
      return [MAPI_E_CALL_FAILED, null];
    } catch (error) {
      log.error(`${method} of ${this.name} threw`, error);
      return [MAPI_E_CALL_FAILED, null];
    }
  }
}

/** What stands for a message whose SubmitMessage has not answered, and so not told its number. */
const unknownOutbound = 0;

/** What stands for a message whose StartMessage has not answered. */
const unknownInbound = 1;

/** A list that a transport hands out. NULL, as some write it, is an empty one here. */
function listed<T>(list: readonly T[] | null, name: string): readonly T[] {
  if (list !== null && list !== undefined && !Array.isArray(list)) throw new TypeError(`${name} is no list`);
  return [...(list ?? [])];
}

/** What a transport of this process says in words about its code; empty when it says nothing. */
export function wordsBehind(settled: readonly [HResult, unknown]): string {
  try {
    ok(settled as Ret<unknown>);
    return '';
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    const named = `${describe(error.hr)}: `;
    return error.message.startsWith(named) ? error.message.slice(named.length) : '';
  }
}
