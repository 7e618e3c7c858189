import {
  CLSCTX_INPROC_SERVER,
  CoCreateInstance,
  com,
  createMemoryStream,
  type IStream,
  ok,
} from '../../src/com/index.js';
import {
  ADDR_FROM,
  ADDR_TO,
  CLSID_ISMTPTransport,
  INETSERVER,
  ISMTPCallback,
  ISMTPTransport,
  ISMTPTransport2,
  type SMTPMESSAGE,
} from '../../src/imnxport/index.js';
import { type ToyOptions, ToyServer } from '../wire/smtp/toy-server.js';
import { Recorder } from './recorder.js';

/** A transport with a recording callback and a toy server it may connect to; closed with everything it holds. */
export class Desk implements AsyncDisposable {
  readonly toy: ToyServer;
  readonly recorder: Recorder = new Recorder();
  readonly transport: ISMTPTransport2;
  readonly #base: ISMTPTransport;
  readonly #callback: ISMTPCallback;

  private constructor(toy: ToyServer, logFile: string | null) {
    this.toy = toy;
    this.#base = ok(CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport));
    this.transport = ok(this.#base.QueryInterface(ISMTPTransport2));
    this.#callback = com(this.recorder, ISMTPCallback);
    ok(this.transport.InitNew(logFile, this.#callback));
  }

  /** A transport that has not connected yet. */
  static async set(options: ToyOptions = {}, logFile: string | null = null): Promise<Desk> {
    return new Desk(await ToyServer.start(options), logFile);
  }

  /** A transport that is ready for messages. */
  static async ready(options: ToyOptions = {}, fields: Partial<INETSERVER> = {}, logging = false): Promise<Desk> {
    const desk = await Desk.set(options);
    ok(desk.transport.Connect(desk.server(fields), fields.szUserName !== undefined, logging));
    await desk.recorder.until(/^SMTP_CONNECTED|^error/);
    return desk;
  }

  server(fields: Partial<INETSERVER> = {}): INETSERVER {
    return INETSERVER({ szServerName: '127.0.0.1', dwPort: this.toy.port, ...fields });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.transport.HandsOffCallback();
    this.transport.Release();
    this.#base.Release();
    this.#callback.Release();
    await this.toy.stop();
  }
}

/** A message whose stream is released by `dispose`, as a caller does right after the call. */
export function letter(
  text = 'Subject: hi\r\n\r\nhello\r\n',
  to: readonly string[] = ['ada@example.org'],
): SMTPMESSAGE & Disposable {
  const stream: IStream = createMemoryStream(Buffer.from(text, 'latin1'));
  return {
    cbSize: text.length,
    pstmMsg: stream,
    rAddressList: {
      cAddress: to.length + 1,
      prgAddress: [
        { addrtype: ADDR_FROM, szEmail: 'bob@example.org' },
        ...to.map((szEmail) => ({ addrtype: ADDR_TO, szEmail })),
      ],
    },
    [Symbol.dispose]: () => void stream.Release(),
  };
}
