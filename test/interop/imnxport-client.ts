import {
  CLSCTX_INPROC_SERVER,
  CoCreateInstance,
  com,
  createMemoryStream,
  failed,
  type HResult,
  type Impl,
  nameOf,
  ok,
  S_FALSE,
  S_OK,
} from '../../src/com/index.js';
import {
  ADDR_FROM,
  ADDR_TO,
  CLSID_ISMTPTransport,
  IDNO,
  INETSERVER,
  type InOut,
  ISMTPCallback,
  ISMTPTransport2,
  IXP_DISCONNECTED,
  type IXPRESULT,
  IXPSTATUS,
  SMTP_BANNER,
  SMTP_CONNECTED,
  SMTP_SEND_MESSAGE,
  SMTP_SEND_STREAM,
  SMTPCOMMAND,
  type SMTPMESSAGE2,
  type SMTPRESPONSE,
  type SMTPSTREAM,
  setTransportSettings,
} from '../../src/imnxport/index.js';
import type { MailServer } from '../support/servers/index.js';

/** A recipient: its address, or the address with `ADDR_DSN_*` bits. */
type To = string | readonly [address: string, bits: number];

/** What to send besides the addresses. */
interface Extras {
  readonly envelopeId?: string;
  readonly ret?: SMTPMESSAGE2['dsnRet'];
}

/**
 * A client of ISMTPTransport as Outlook Express was one: it starts something and waits until the callback says that it
 * is done.
 */
export class ImnxportClient implements Impl<ISMTPCallback> {
  readonly transport: ISMTPTransport2 = ok(
    CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport2),
  );
  /** What the callback heard, with names. */
  readonly heard: string[] = [];
  readonly progress: SMTPSTREAM[] = [];
  readonly errors: IXPRESULT[] = [];
  /** Answers questions; each test that expects one puts its own. */
  logon: (server: INETSERVER) => HResult = () => S_FALSE;
  prompt: (hr: HResult) => number = () => IDNO;
  #waiting: { readonly command: SMTPCOMMAND; readonly resolve: (result: IXPRESULT) => void } | null = null;
  #gone: (() => void) | null = null;
  #over = false;

  /** Connects; resolves when the transport is ready for messages or the connection has ended. */
  async connect(server: MailServer, fields: Partial<INETSERVER>): Promise<IXPRESULT | null> {
    // The address of the callback's own reference; InitNew takes one for itself.
    using callback = com(this, ISMTPCallback);
    ok(this.transport.InitNew(null, callback));
    const before = setTransportSettings({ tls: { ca: server.ca }, heloName: 'client.example.test' });
    try {
      const target = INETSERVER({ szServerName: server.host, ...fields });
      return await this.#start(SMTP_CONNECTED, () => this.transport.Connect(target, target.szUserName !== '', false));
    } finally {
      setTransportSettings(before);
    }
  }

  /** Connects without a logon and takes the dialog over when the greeting has come. */
  async connectBare(server: MailServer, fields: Partial<INETSERVER>): Promise<void> {
    using callback = com(this, ISMTPCallback);
    ok(this.transport.InitNew(null, callback));
    const target = INETSERVER({ szServerName: server.host, ...fields });
    await this.#start(SMTP_BANNER, () => this.transport.Connect(target, false, false));
  }

  /** Sends a message and waits for the end of its job. */
  async send(from: string, to: readonly To[], message: Uint8Array, extras: Extras = {}): Promise<IXPRESULT | null> {
    using stream = createMemoryStream(message);
    const recipients = to.map((each) => (typeof each === 'string' ? ([each, 0] as const) : each));
    const smtpMsg = {
      cbSize: message.length,
      pstmMsg: stream,
      rAddressList: {
        prgAddress: [
          { addrtype: ADDR_FROM, szEmail: from },
          ...recipients.map(([szEmail, bits]) => ({ addrtype: ADDR_TO | bits, szEmail })),
        ],
      },
    };
    const { envelopeId = null, ret } = extras;
    const plain = envelopeId === null && ret === undefined;
    return await this.#start(SMTP_SEND_MESSAGE, () =>
      plain
        ? this.transport.SendMessage(smtpMsg)
        : this.transport.SendMessage2({
            smtpMsg,
            pszDSNENVID: envelopeId,
            ...(ret === undefined ? {} : { dsnRet: ret }),
          }),
    );
  }

  /** Issues a single command and waits for its answer. */
  command(ends: SMTPCOMMAND, call: (transport: ISMTPTransport2) => HResult): Promise<IXPRESULT | null> {
    return this.#start(ends, () => call(this.transport));
  }

  /** Says goodbye when the connection stands, and lets everything go. */
  async close(): Promise<void> {
    if (!this.#over && !failed(this.transport.Disconnect())) {
      await new Promise<void>((resolve) => {
        this.#gone = resolve;
        if (this.#over) resolve();
      });
    }
    ok(this.transport.HandsOffCallback());
    this.transport.Release();
  }

  OnTimeout(_seconds: InOut<number>): HResult {
    return S_FALSE;
  }

  OnLogonPrompt(pInetServer: INETSERVER): HResult {
    this.heard.push('logon?');
    return this.logon(pInetServer);
  }

  OnPrompt(hrError: HResult): number {
    this.heard.push(`prompt ${nameOf(hrError)}`);
    return this.prompt(hrError);
  }

  OnStatus(ixpstatus: IXPSTATUS): HResult {
    this.heard.push(IXPSTATUS.nameOf(ixpstatus) ?? String(ixpstatus));
    if (ixpstatus === IXP_DISCONNECTED) {
      this.#over = true;
      this.#gone?.();
      this.#waiting?.resolve(this.errors.at(-1) as IXPRESULT);
    }
    return S_OK;
  }

  OnError(_status: IXPSTATUS, pResult: IXPRESULT): HResult {
    this.heard.push(`error ${nameOf(pResult.hrResult)}`);
    this.errors.push(pResult);
    return S_OK;
  }

  OnCommand(): HResult {
    return S_OK;
  }

  OnResponse({ command, fDone, rIxpResult, rStreamInfo }: SMTPRESPONSE): HResult {
    if (command === SMTP_SEND_STREAM && rStreamInfo) this.progress.push(rStreamInfo);
    else if (fDone) this.heard.push(`${SMTPCOMMAND.nameOf(command)} ${rIxpResult.uiServerError}`);
    const waiting = this.#waiting;
    if (!fDone || waiting?.command !== command) return S_OK;
    this.#waiting = null;
    waiting.resolve(rIxpResult);
    return S_OK;
  }

  /** Starts something; null when the connection ends instead without an error of its own. */
  async #start(command: SMTPCOMMAND, call: () => HResult): Promise<IXPRESULT | null> {
    const done = new Promise<IXPRESULT>((resolve) => {
      this.#waiting = { command, resolve };
    });
    ok(call());
    return (await done) ?? null;
  }
}
