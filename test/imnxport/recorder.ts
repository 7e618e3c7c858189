import { type HResult, type Impl, nameOf, S_FALSE, S_OK } from '../../src/com/index.js';
import {
  CMD_SEND,
  type CMDTYPE,
  IDNO,
  type IInternetTransport,
  type INETSERVER,
  type InOut,
  type ISMTPCallback,
  type IXPRESULT,
  IXPSTATUS,
  SMTP_SEND_STREAM,
  SMTPCOMMAND,
  type SMTPRESPONSE,
} from '../../src/imnxport/index.js';

/** A callback that writes down everything it hears, one line each, with names. */
export class Recorder implements Impl<ISMTPCallback> {
  readonly lines: string[] = [];
  readonly responses: SMTPRESPONSE[] = [];
  readonly errors: IXPRESULT[] = [];
  readonly #waiting: { wanted: RegExp; resolve(line: string): void }[] = [];
  #seen = 0;

  /** Replaced by tests that answer questions. */
  timeout: (seconds: InOut<number>) => HResult | Promise<HResult> = () => S_FALSE;
  logon: (server: INETSERVER) => HResult | Promise<HResult> = () => S_FALSE;
  prompt: (hr: HResult, text: string) => number | Promise<number> = () => IDNO;
  /** Runs inside each OnResponse. */
  onResponse: (response: SMTPRESPONSE) => void = () => undefined;
  /** Runs inside each OnStatus. */
  onStatus: (status: IXPSTATUS, transport: IInternetTransport) => void = () => undefined;

  OnTimeout(pdwTimeout: InOut<number>): HResult | Promise<HResult> {
    this.#add(`timeout ${pdwTimeout}`);
    return this.timeout(pdwTimeout);
  }

  OnLogonPrompt(pInetServer: INETSERVER): HResult | Promise<HResult> {
    this.#add(`logon? ${pInetServer.szUserName}`);
    return this.logon(pInetServer);
  }

  OnPrompt(hrError: HResult, pszText: string): number | Promise<number> {
    this.#add(`prompt ${nameOf(hrError)}`);
    return this.prompt(hrError, pszText);
  }

  OnStatus(ixpstatus: IXPSTATUS, pTransport: IInternetTransport): HResult {
    this.#add(`status ${IXPSTATUS.nameOf(ixpstatus)}`);
    this.onStatus(ixpstatus, pTransport);
    return S_OK;
  }

  OnError(ixpstatus: IXPSTATUS, pResult: IXPRESULT): HResult {
    this.errors.push(pResult);
    this.#add(`error ${nameOf(pResult.hrResult)} at ${IXPSTATUS.nameOf(ixpstatus)}`);
    return S_OK;
  }

  OnCommand(cmdtype: CMDTYPE, pszLine: string): HResult {
    this.#add(`${cmdtype === CMD_SEND ? '>' : '<'} ${pszLine}`);
    return S_OK;
  }

  OnResponse(pResponse: SMTPRESPONSE): HResult {
    this.responses.push(pResponse);
    const { command, fDone, rIxpResult, rStreamInfo } = pResponse;
    const detail =
      command === SMTP_SEND_STREAM
        ? `${rStreamInfo?.cbIncrement} ${rStreamInfo?.cbCurrent}/${rStreamInfo?.cbTotal}`
        : `${nameOf(rIxpResult.hrResult)}${rIxpResult.uiServerError ? ` ${rIxpResult.uiServerError}` : ''}`;
    this.#add(`${SMTPCOMMAND.nameOf(command)} ${detail}${fDone ? '' : ' ...'}`);
    this.onResponse(pResponse);
    return S_OK;
  }

  /** Waits for a line not waited for yet; lines that came before count. */
  until(wanted: RegExp): Promise<string> {
    for (; this.#seen < this.lines.length; this.#seen++) {
      const line = this.lines[this.#seen] ?? '';
      if (wanted.test(line)) {
        this.#seen++;
        return Promise.resolve(line);
      }
    }
    return new Promise((resolve) => this.#waiting.push({ wanted, resolve }));
  }

  /** The lines that match. */
  only(wanted: RegExp): string[] {
    return this.lines.filter((line) => wanted.test(line));
  }

  #add(line: string): void {
    this.lines.push(line);
    const first = this.#waiting[0];
    if (!first) return;
    this.#seen = this.lines.length;
    if (!first.wanted.test(line)) return;
    this.#waiting.shift();
    first.resolve(line);
  }
}
