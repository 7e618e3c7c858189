import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostConnection } from '../../src/bridge/host/hostconnection.js';
import type { Remote } from '../../src/bridge/host/remote.js';
import { BridgeServer } from '../../src/bridge/index.js';
import { IComailActivation } from '../../src/bridge/roots/declared.js';
import { CLSCTX_INPROC_SERVER, com, type Guid, type Iid, type IUnknown, ok, type Ret } from '../../src/com/index.js';
import { CLSID_ISMTPTransport, INETSERVER, ISMTPCallback, ISMTPTransport2 } from '../../src/imnxport/index.js';
import { Recorder } from '../imnxport/recorder.js';
import { type ToyOptions, ToyServer } from '../wire/smtp/toy-server.js';

/** How long a greeting may take in tests: nothing is concluded from how fast a machine is. */
export const patience = 60_000;

/** A bridge in a folder of its own, and what is needed to knock at it. */
export class BridgeDesk implements AsyncDisposable {
  readonly folder: string;
  readonly bridge: BridgeServer;
  readonly #hosts: HostConnection[] = [];

  private constructor(folder: string, bridge: BridgeServer) {
    this.folder = folder;
    this.bridge = bridge;
  }

  /** @param where the folder of its files; one of its own when it is left out */
  static async open(where?: string): Promise<BridgeDesk> {
    const folder = where ?? mkdtempSync(join(tmpdir(), 'comail-bridge-'));
    return new BridgeDesk(folder, await BridgeServer.open({ file: join(folder, 'bridge'), greetingMs: patience }));
  }

  /** A host that is connected. */
  async host(): Promise<HostConnection> {
    const host = await HostConnection.open(this.bridge.file, patience);
    if (!host) throw new Error('the bridge does not answer');
    this.#hosts.push(host);
    return host;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const host of this.#hosts) host.close();
    await this.bridge.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The functions behind object 0 that make objects. */
export interface Activation {
  CoCreateInstance<I extends IUnknown>(
    rclsid: Guid | null,
    pUnkOuter: IUnknown | null,
    dwClsContext: number,
    riid: Iid<I> | null,
  ): Promise<Ret<Remote<I>>>;
}

/** Makes an object in the service. */
export async function created<I extends IUnknown>(host: HostConnection, clsid: Guid, iid: Iid<I>): Promise<Remote<I>> {
  const activation = host.root<Activation>(IComailActivation);
  return ok(await activation.CoCreateInstance(clsid, null, CLSCTX_INPROC_SERVER, iid));
}

/** A transport of the service with a callback that lives in the host, and a mail server for it. */
export class RemoteDesk implements AsyncDisposable {
  readonly desk: BridgeDesk;
  readonly host: HostConnection;
  readonly toy: ToyServer;
  readonly recorder: Recorder = new Recorder();
  readonly transport: Remote<ISMTPTransport2>;
  readonly #callback: ISMTPCallback;

  private constructor(desk: BridgeDesk, host: HostConnection, toy: ToyServer, transport: Remote<ISMTPTransport2>) {
    this.desk = desk;
    this.host = host;
    this.toy = toy;
    this.transport = transport;
    this.#callback = com(this.recorder, ISMTPCallback);
  }

  static async set(options: ToyOptions = {}): Promise<RemoteDesk> {
    const desk = await BridgeDesk.open();
    const host = await desk.host();
    const transport = await created(host, CLSID_ISMTPTransport, ISMTPTransport2);
    const set = new RemoteDesk(desk, host, await ToyServer.start(options), transport);
    ok(await transport.InitNew(null, set.#callback));
    return set;
  }

  /** A transport that is ready for messages. */
  static async ready(options: ToyOptions = {}, fields: Partial<INETSERVER> = {}, logging = false): Promise<RemoteDesk> {
    const set = await RemoteDesk.set(options);
    ok(await set.transport.Connect(set.server(fields), fields.szUserName !== undefined, logging));
    await set.recorder.until(/^SMTP_CONNECTED|^error/);
    return set;
  }

  server(fields: Partial<INETSERVER> = {}): INETSERVER {
    return INETSERVER({ szServerName: '127.0.0.1', dwPort: this.toy.port, ...fields });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.transport.HandsOffCallback();
    this.transport.Release();
    await this.desk[Symbol.asyncDispose]();
    this.#callback.Release();
    await this.toy.stop();
  }
}
