import {
  CLSCTX_INPROC_SERVER,
  CoCreateInstance,
  com,
  createMemoryStream,
  type HResult,
  type Impl,
  type IStream,
  ok,
  S_FALSE,
  S_OK,
} from '../../../src/com/index.js';
import {
  ADDR_FROM,
  ADDR_TO,
  CLSID_ISMTPTransport,
  DSNRET_HDRS,
  IDNO,
  type INETADDR,
  INETSERVER,
  type InOut,
  ISMTPCallback,
  ISMTPTransport2,
  type IXPISSTATE,
  type IXPRESULT,
  type IXPSTATUS,
  SMTP_SEND_STREAM,
  type SMTPMESSAGE,
  type SMTPMESSAGE2,
  type SMTPRESPONSE,
} from '../../../src/imnxport/index.js';

/**
 * Does with the TypeScript API what native/test/programs/imnxport-host.cc does with the DLL, and prints the same lines.
 *
 * @param steps the arguments of the program
 */
export async function hosted(steps: readonly string[]): Promise<readonly string[]> {
  const host = new Host();
  const decoded = steps.map((step) => step.split(' ').map(decodeURIComponent));
  // Before the first step: making them would let the event loop turn where the program goes straight on.
  for (const words of decoded) await host.prepare(words);
  // Nothing is awaited but what the program waits for by pumping messages.
  for (const words of decoded) {
    const waiting = host.step(words);
    if (waiting) await waiting;
  }
  return host.end();
}

const hex = (hr: number): string => `0x${(hr >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
const text = (value: string | null): string => (value === null ? 'null' : `"${value}"`);
const result = (one: IXPRESULT): string =>
  `${hex(one.hrResult)} ${one.uiServerError} ${hex(one.hrServerError)} socket=${one.dwSocketError} ` +
  `response=${text(one.pszResponse)} problem=${text(one.pszProblem)}`;

class Host implements Impl<ISMTPCallback> {
  readonly #lines: string[] = [];
  readonly #bodies: { readonly stream: IStream; readonly size: number }[] = [];
  readonly #transport: ISMTPTransport2;
  readonly #callback: ISMTPCallback;
  #passwords: string[] = [];
  #seconds: number[] = [];
  #button = IDNO;
  #waited: { readonly kind: string; readonly number: number; readonly come: () => void } | null = null;

  constructor() {
    const [hr, transport] = CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport2);
    this.#told('CoCreateInstance', hr);
    this.#transport = ok([hr, transport] as [HResult, ISMTPTransport2]);
    this.#callback = com(this, ISMTPCallback);
  }

  /** Makes the stream that a step sends. */
  async prepare([name, first = '', , words = '']: readonly string[]): Promise<void> {
    if (name !== 'send' && name !== 'stream') return;
    const body = Buffer.from(bodyOf(name === 'send' ? words : first), 'latin1');
    this.#bodies.push({ stream: await streamOf(body), size: body.length });
  }

  step(words: readonly string[]): Promise<void> | undefined {
    const [name = '', first = '', second = ''] = words;
    const argument = (first === 'null' ? null : first) as string;
    const transport = this.#transport;
    const plain: Readonly<Record<string, () => HResult>> = {
      init: () => transport.InitNew(null, first === 'null' ? (null as unknown as ISMTPCallback) : this.#callback),
      connect: () => this.#connect(words.slice(1)),
      mail: () => transport.CommandMAIL(argument),
      rcpt: () => transport.CommandRCPT(argument),
      rcpt2: () => transport.CommandRCPT2(argument, Number(second)),
      ehlo: () => transport.CommandEHLO(),
      helo: () => transport.CommandHELO(),
      auth: () => transport.CommandAUTH(argument),
      quit: () => transport.CommandQUIT(),
      rset: () => transport.CommandRSET(),
      data: () => transport.CommandDATA(),
      dot: () => transport.CommandDOT(),
      setwindow: () => transport.SetWindow(),
      resetwindow: () => transport.ResetWindow(),
      isstate: () => transport.IsState(Number(first) as IXPISSTATE),
      ixptype: () => transport.GetIXPType() as unknown as HResult,
      handsoff: () => transport.HandsOffCallback(),
      disconnect: () => transport.Disconnect(),
      drop: () => transport.DropConnection(),
    };
    const call = plain[name];
    if (call) this.#told(name, call());
    else if (name === 'wait') return this.#wait(first, Number(second));
    else if (name === 'passwords') this.#passwords = first.split(',');
    else if (name === 'seconds') this.#seconds = first.split(',').map(Number);
    else if (name === 'button') this.#button = Number(first) as typeof IDNO;
    else if (name === 'send') this.#send(words);
    else if (name === 'stream') this.#stream();
    else if (name === 'status') this.#status();
    else if (name === 'serverinfo') this.#serverInfo();
    else if (name === 'nulls') this.#nulls();
    else throw new Error(`no step ${name}`);
    return undefined;
  }

  end(): readonly string[] {
    const left = this.#transport.Release();
    this.#callback.Release();
    this.#lines.push(`left ${left} callbacks 0`);
    return this.#lines;
  }

  #told(name: string, hr: number): void {
    this.#lines.push(`> ${name} -> ${hex(hr)}`);
  }

  #heard(kind: string, number: number, line: string): void {
    this.#lines.push(line);
    if (this.#waited?.kind !== kind || this.#waited.number !== number) return;
    this.#waited.come();
    this.#waited = null;
  }

  #wait(kind: string, number: number): Promise<void> {
    return new Promise((come) => {
      this.#waited = { kind, number, come };
    });
  }

  #connect(words: readonly string[]): HResult {
    const given = new Map(words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]));
    const number = (key: string): number => Number(given.get(key) ?? 0);
    const server = INETSERVER({
      szAccount: 'account',
      szServerName: given.get('host') ?? '127.0.0.1',
      szUserName: given.get('user') ?? '',
      szPassword: given.get('password') ?? '',
      dwPort: number('port'),
      dwFlags: number('flags'),
      fSSL: number('ssl') !== 0,
      dwTimeout: number('timeout'),
    });
    return this.#transport.Connect(server, number('auth') !== 0, number('log') !== 0);
  }

  #send([, from = '', to = '', , envelope]: readonly string[]): void {
    const { stream, size } = this.#body();
    using held = stream;
    const address = (addrtype: number, szEmail: string): INETADDR => ({ addrtype, szEmail });
    const recipients = to.split(',').filter((one) => one !== '-' && one !== '');
    const message: SMTPMESSAGE = {
      cbSize: size,
      pstmMsg: held,
      rAddressList: {
        prgAddress: [
          ...(from === '-' ? [] : [address(ADDR_FROM, from)]),
          ...recipients.map((one) => address(ADDR_TO, one)),
        ],
      },
    };
    if (envelope === undefined) this.#told('send', this.#transport.SendMessage(message));
    else {
      const second: SMTPMESSAGE2 = { smtpMsg: message, pszDSNENVID: envelope, dsnRet: DSNRET_HDRS };
      this.#told('send2', this.#transport.SendMessage2(second));
    }
  }

  #stream(): void {
    const { stream, size } = this.#body();
    using held = stream;
    this.#told('stream', this.#transport.SendDataStream(held, size));
  }

  #body(): { readonly stream: IStream; readonly size: number } {
    const next = this.#bodies.shift();
    if (!next) throw new Error('no stream was made for this step');
    return next;
  }

  #status(): void {
    const [hr, status] = this.#transport.GetStatus();
    this.#told(`status ${status}`, hr);
  }

  #serverInfo(): void {
    const [hr, server] = this.#transport.GetServerInfo();
    const { szServerName, szUserName, szPassword, dwFlags } = server ?? INETSERVER();
    this.#told(`serverinfo ${text(szServerName)} ${text(szUserName)} ${text(szPassword)} ${dwFlags}`, hr);
  }

  #nulls(): void {
    const none = null as never;
    const transport = this.#transport;
    this.#told('connect null', transport.Connect(none, true, false));
    this.#told('send null', transport.SendMessage(none));
    this.#told('send without stream', transport.SendMessage({ pstmMsg: none, rAddressList: { prgAddress: [] } }));
    this.#told('send2 null', transport.SendMessage2(none));
    this.#told('mail null', transport.CommandMAIL(none));
    this.#told('rcpt null', transport.CommandRCPT(none));
    this.#told('rcpt2 null', transport.CommandRCPT2(none, ADDR_TO));
    this.#told('auth null', transport.CommandAUTH(none));
    this.#told('stream null', transport.SendDataStream(none, 0));
    // What the callee writes to is no parameter here: C++ alone can get it wrong.
    for (const name of ['status', 'serverinfo', 'account'])
      this.#told(`${name} null`, transport.GetServerInfo(none)[0]);
  }

  OnTimeout(pdwTimeout: InOut<number>): HResult {
    this.#heard('timeout', 0, `OnTimeout ${pdwTimeout}`);
    const answer = this.#seconds.shift() ?? 0;
    if (answer === 0) return S_FALSE;
    pdwTimeout.value = answer;
    return S_OK;
  }

  OnLogonPrompt(server: INETSERVER): HResult {
    this.#heard('prompt', 0, `OnLogonPrompt ${text(server.szUserName)} ${text(server.szPassword)}`);
    const answer = this.#passwords.shift();
    if (!answer) return S_FALSE;
    server.szPassword = answer;
    return S_OK;
  }

  OnPrompt(hrError: HResult, pszText: string, pszCaption: string, uType: number): number {
    this.#heard('question', 0, `OnPrompt ${hex(hrError)} ${text(pszText)} ${text(pszCaption)} ${uType}`);
    return this.#button;
  }

  OnStatus(status: IXPSTATUS): HResult {
    this.#heard('status', status, `OnStatus ${status}`);
    return S_OK;
  }

  OnError(status: IXPSTATUS, error: IXPRESULT): HResult {
    this.#heard('error', 0, `OnError ${status} ${result(error)}`);
    return S_OK;
  }

  OnCommand(type: number, line: string, hr: HResult): HResult {
    this.#heard('command', type, `OnCommand ${type} ${hex(hr)} ${text(line)}`);
    return S_OK;
  }

  OnResponse({ command, fDone, rIxpResult, rStreamInfo }: SMTPRESPONSE): HResult {
    const progress =
      command === SMTP_SEND_STREAM && rStreamInfo
        ? ` stream=${rStreamInfo.cbIncrement}/${rStreamInfo.cbCurrent}/${rStreamInfo.cbTotal}`
        : '';
    const line = `OnResponse ${command} ${fDone ? 'done' : 'more'} ${result(rIxpResult)}${progress}`;
    if (fDone) this.#heard('response', command, line);
    else this.#lines.push(line);
    return S_OK;
  }
}

function bodyOf(word: string): string {
  if (!word.startsWith('size:')) return word;
  let text = 'Subject: large\r\n\r\n';
  while (text.length < Number(word.slice(5))) text += '.a line of the large body, as long as lines are: 0123456789\r\n';
  return text;
}

async function streamOf(body: Uint8Array): Promise<IStream> {
  const stream = createMemoryStream();
  await ok(stream.Write(body));
  await ok(stream.Seek(0n, 0));
  return stream;
}
