import {
  CLSCTX_INPROC_SERVER,
  CoCreateInstance,
  ComError,
  check,
  com,
  describe,
  E_FAIL,
  failed,
  type HResult,
  type Impl,
  type IStream,
  ok,
  S_FALSE,
  S_OK,
} from '../com/index.js';
import {
  CLSID_ISMTPTransport,
  type CMDTYPE,
  type DSNRET,
  DSNRET_DEFAULT,
  IDNO,
  IDYES,
  type INETADDR,
  type INETSERVER,
  type InOut,
  ISMTPCallback,
  ISMTPTransport2,
  IXP_DISCONNECTED,
  IXPRESULT,
  type IXPSTATUS,
  iitENABLE_ONCOMMAND,
  SMTP_AUTH,
  SMTP_CONNECTED,
  SMTP_RCPT,
  SMTP_SEND_MESSAGE,
  type SMTPRESPONSE,
} from '../imnxport/index.js';
import type { Watcher } from './watcher.js';

/** One message, and all that must be known to send it. */
export interface Order {
  /** Where to connect, and as whom; no logon without a user name. */
  readonly server: INETSERVER;
  /** The only SASL mechanism to log on by; null for the best one that the server offers. */
  readonly mechanism: string | null;
  /** The message; the caller keeps its reference. */
  readonly stream: IStream;
  /** Its size in bytes, 0 when it is not known. */
  readonly size: number;
  /** The sender and the recipients. */
  readonly addresses: readonly INETADDR[];
  /** What delivery status notifications need; null for none, and for a server without them. */
  readonly reports: { readonly envelopeId: string | null; readonly ret: DSNRET } | null;
  /** The session log; null for none. */
  readonly logFile: string | null;
  /** Answers OnLogonPrompt: writes into the server data, and says whether to try what is there now. */
  readonly logon: (server: INETSERVER) => boolean;
  /** Answers OnPrompt: whether to go on in spite of this. */
  readonly goOn: (hr: HResult) => boolean;
}

/** Which question a sending stopped at. */
export type Stopper = 'logon' | 'prompt' | 'timeout' | null;

/** How it ended. */
export interface Outcome {
  /** `S_OK`, or what failed. */
  readonly hr: HResult;
  /** The last result that says why, with the server's reply. */
  readonly result: IXPRESULT;
  /** The recipients that the server refused, each with its reply. */
  readonly refused: readonly { readonly address: string; readonly reply: string }[];
  /** The question whose answer was no, if that is why. */
  readonly stopper: Stopper;
  /** What SendMessage itself answered: `S_OK`, or a success that says more. */
  readonly warning: HResult;
}

/**
 * Sends one message through `ISMTPTransport` as a program of Outlook Express' time did: each step is begun in answer to
 * the callback that ended the one before. Lines are always shown, so that watchers see a dialog in its order.
 *
 * @param order what to send, where to
 * @param watchers see every callback
 * @returns how it ended, when the connection is closed
 */
export async function deliver(order: Order, watchers: readonly Watcher[]): Promise<Outcome> {
  using transport = ok(CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport2));
  const client = new SendingClient(order, watchers, transport);
  const callback = com(client, ISMTPCallback);
  try {
    check(transport.InitNew(order.logFile, callback));
    const atOnce = order.server.szUserName !== '' && order.mechanism === null;
    check(transport.Connect(order.server, atOnce, iitENABLE_ONCOMMAND));
    return await client.ended;
  } catch (error) {
    return refusedAtOnce(error);
  } finally {
    transport.HandsOffCallback();
    callback.Release();
  }
}

class SendingClient implements Impl<ISMTPCallback> {
  readonly ended: Promise<Outcome>;
  readonly #order: Order;
  readonly #watchers: readonly Watcher[];
  readonly #transport: ISMTPTransport2;
  readonly #refused: { address: string; reply: string }[] = [];
  #resolve: (outcome: Outcome) => void = () => {};
  #waitsFor: SMTPRESPONSE['command'] | null = SMTP_CONNECTED;
  #result: IXPRESULT | null = null;
  #stopper: Stopper = null;
  #warning: HResult = S_OK;

  constructor(order: Order, watchers: readonly Watcher[], transport: ISMTPTransport2) {
    this.#order = order;
    this.#watchers = watchers;
    this.#transport = transport;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  OnResponse(response: SMTPRESPONSE): void {
    for (const each of this.#watchers) each.response?.(response);
    const { command, fDone, rIxpResult } = response;
    const bad = failed(rIxpResult.hrResult);
    if (command === SMTP_RCPT && bad)
      this.#refused.push({ address: rIxpResult.pszProblem ?? '', reply: rIxpResult.pszResponse ?? '' });
    if (!fDone || command !== this.#waitsFor) {
      // A refusal on the way to being connected may be the last that is heard before the end.
      if (bad && this.#waitsFor !== null) this.#result = rIxpResult;
      return;
    }
    if (bad || command === SMTP_SEND_MESSAGE) {
      if (command === SMTP_AUTH) this.#stopper = 'logon';
      this.#conclude(rIxpResult);
    } else this.#next(command);
  }

  OnError(status: IXPSTATUS, result: IXPRESULT): void {
    for (const each of this.#watchers) each.error?.(status, result);
    if (this.#waitsFor !== null) this.#result = result;
  }

  OnStatus(status: IXPSTATUS): void {
    for (const each of this.#watchers) each.status?.(status);
    if (status !== IXP_DISCONNECTED) return;
    const result = this.#result ?? IXPRESULT({ hrResult: E_FAIL, pszProblem: 'the connection ended' });
    this.#resolve({
      hr: result.hrResult,
      result,
      refused: this.#refused,
      stopper: this.#stopper,
      warning: this.#warning,
    });
  }

  OnCommand(type: CMDTYPE, line: string, hr: HResult): void {
    for (const each of this.#watchers) each.command?.(type, line, hr);
  }

  OnLogonPrompt(server: INETSERVER): HResult {
    const yes = this.#order.logon(server);
    if (!yes) this.#stopper = 'logon';
    return this.#answered('OnLogonPrompt', `user ${server.szUserName}`, yes);
  }

  OnPrompt(hr: HResult, text: string): number {
    const yes = this.#order.goOn(hr);
    if (!yes) this.#stopper = 'prompt';
    for (const each of this.#watchers) each.question?.('OnPrompt', text, yes ? 'IDYES' : 'IDNO');
    return yes ? IDYES : IDNO;
  }

  OnTimeout(seconds: InOut<number>): HResult {
    this.#stopper = 'timeout';
    return this.#answered('OnTimeout', `${seconds} s of silence`, false);
  }

  #answered(method: string, about: string, yes: boolean): HResult {
    for (const each of this.#watchers) each.question?.(method, about, yes ? 'S_OK' : 'S_FALSE');
    return yes ? S_OK : S_FALSE;
  }

  #next(after: SMTPRESPONSE['command']): void {
    try {
      const { mechanism } = this.#order;
      if (after === SMTP_CONNECTED && mechanism !== null) {
        this.#waitsFor = SMTP_AUTH;
        check(this.#transport.CommandAUTH(mechanism));
      } else {
        this.#waitsFor = SMTP_SEND_MESSAGE;
        this.#send();
      }
    } catch (error) {
      this.#conclude(refusedAtOnce(error).result);
    }
  }

  #send(): void {
    const { stream, size, addresses, reports } = this.#order;
    const message = { pstmMsg: stream, cbSize: size, rAddressList: { prgAddress: addresses } };
    if (reports === null) this.#warning = check(this.#transport.SendMessage(message));
    else
      check(
        this.#transport.SendMessage2({
          smtpMsg: message,
          pszDSNENVID: reports.envelopeId,
          dsnRet: reports.ret ?? DSNRET_DEFAULT,
        }),
      );
  }

  #conclude(result: IXPRESULT): void {
    this.#result = result;
    this.#waitsFor = null;
    // When the connection is gone already, its end is on its way.
    this.#transport.Disconnect();
  }
}

/** A call that was refused before anything was sent: the code, and the words that came with it. */
function refusedAtOnce(error: unknown): Outcome {
  if (!(error instanceof ComError)) throw error;
  // The code is told beside the words, so they need not begin with it.
  const words = error.message.replace(`${describe(error.hr)}: `, '');
  const result = IXPRESULT({ hrResult: error.hr, pszProblem: words });
  return { hr: error.hr, result, refused: [], stopper: null, warning: S_OK };
}
