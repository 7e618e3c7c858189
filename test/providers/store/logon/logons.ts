import { type HResult, ok } from '../../../../src/com/index.js';
import {
  CURRENT_SPI_VERSION,
  type EntryId,
  type IMSLogon,
  type IMSProvider,
  MAPI_UNICODE,
  MDB_NO_DIALOG,
  MDB_WRITE,
  prop,
  type IMsgStore as Store,
} from '../../../../src/mapi/index.js';
import { MSProviderInit, openStore, PR_COMAIL_STORE_PATH_W } from '../../../../src/providers/store/index.js';
import { newPath } from '../mailbox/stores.js';
import { RecordingSupport, TestProfile } from './support.js';

/** The flags of a usual logon. */
export const usual: number = MDB_NO_DIALOG | MDB_WRITE | MAPI_UNICODE;

/** A provider. The caller releases it. */
export const newProvider = async (): Promise<IMSProvider> =>
  (await ok(MSProviderInit(0, CURRENT_SPI_VERSION))).lppMSProvider;

/** The path of a store that exists. */
export async function newFile(): Promise<string> {
  const path = newPath();
  (await openStore(path, { mode: 'create' })).Release();
  return path;
}

/** One logon of a test. */
export interface Logon {
  readonly support: RecordingSupport;
  readonly store: Store;
  readonly logon: IMSLogon | null;
  readonly security: Uint8Array;
  readonly hr: HResult;
}

/** A session of a test: a provider, and what was logged on with it. It ends all of it when the test has ended. */
export class TestSession {
  readonly provider: IMSProvider;
  readonly path: string;
  readonly #logons: Logon[] = [];
  readonly #released = new Set<Logon>();

  private constructor(provider: IMSProvider, path: string) {
    this.provider = provider;
    this.path = path;
  }

  /** Begins a session with a new store. */
  static async begin(path?: string): Promise<TestSession> {
    return new TestSession(await newProvider(), path ?? (await newFile()));
  }

  /** A profile that says where the store lies. */
  get profile(): TestProfile {
    return new TestProfile([prop(PR_COMAIL_STORE_PATH_W, this.path)]);
  }

  /** Logs a client on. */
  async client(flags = usual, support = new RecordingSupport(this.profile), entryId: EntryId | null = null) {
    using side = support.publish();
    const [hr, answer] = await this.provider.Logon(side, 0, 'Test', entryId, flags, null);
    if (!answer || !('lppMDB' in answer)) throw new Error(`the logon failed with ${hr}`);
    return this.#kept({
      support,
      hr,
      store: answer.lppMDB as Store,
      logon: answer.lppMSLogon,
      security: answer.lppbSpoolSecurity,
    });
  }

  /** Logs the spooler on. */
  async spooler(security: Uint8Array | null, support = new RecordingSupport(new TestProfile(null))) {
    using side = support.publish();
    const [hr, answer] = await this.provider.SpoolerLogon(side, 0, 'Test', null, usual, null, security);
    if (!answer || !('lppMDB' in answer)) throw new Error(`the logon failed with ${hr}`);
    return this.#kept({
      support,
      hr,
      store: answer.lppMDB as Store,
      logon: answer.lppMSLogon,
      security: new Uint8Array(),
    });
  }

  /** Releases all stores, waits until MAPI has been told, and ends the provider. */
  async end(): Promise<void> {
    for (const logon of this.#logons) if (!this.#released.has(logon)) this.release(logon);
    for (const { support, logon } of this.#logons) if (logon) await support.loggedOff();
    await ok(this.provider.Shutdown(0));
    this.provider.Release();
  }

  /** Releases a store. */
  release(logon: Logon): void {
    this.#released.add(logon);
    logon.store.Release();
  }

  #kept(logon: Logon): Logon {
    logon.support.logon = logon.logon;
    this.#logons.push(logon);
    return logon;
  }
}

/** A session that the test ends by `await using`. */
export async function session(path?: string): Promise<TestSession & AsyncDisposable> {
  const begun = await TestSession.begin(path);
  return Object.assign(begun, { [Symbol.asyncDispose]: () => begun.end() });
}
