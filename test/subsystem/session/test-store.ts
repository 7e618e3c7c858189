import {
  ComError,
  com,
  type Guid,
  guidToBytes,
  type HResult,
  type Impl,
  newGuid,
  ok,
  S_OK,
} from '../../../src/com/index.js';
import {
  CURRENT_SPI_VERSION,
  type EntryId,
  type IMAPIAdviseSink,
  IMAPIStatus,
  type IMAPISupport,
  IMSLogon,
  IMSProvider,
  IMsgStore,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_STATUS,
  MAPI_STORE_PROVIDER,
  type MAPIERROR,
  MDB_WRITE,
  type MSGSERVICEENTRY,
  PR_DISPLAY_NAME_W,
  PR_MDB_PROVIDER,
  PR_RESOURCE_METHODS,
  PR_STATUS_CODE,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_STORE_SUPPORT_MASK,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  STORE_CREATE_OK,
  STORE_MODIFY_OK,
  STORE_SUBMIT_OK,
} from '../../../src/mapi/index.js';
import { MemoryBag, MemoryRecord, type MessageService, PropObject } from '../../../src/subsystem/index.js';

/** What a store of the test's own does. */
export interface StoreBehaviour {
  /** The answer of Logon; 0 without it. */
  logon?(support: IMAPISupport, flags: number): HResult | Promise<HResult>;
  /** What Logon tells beside its code. */
  readonly error?: MAPIERROR;
  /** The answer of MSProviderInit. */
  readonly init?: HResult;
  /** The entry point of its service. */
  readonly entry?: MSGSERVICEENTRY;
  /** PR_RESOURCE_FLAGS of the provider. */
  readonly flags?: number;
  /** PR_STORE_SUPPORT_MASK; what a default store needs without it. */
  readonly mask?: number;
  /** ValidateState of its status object; it has none without it. */
  validate?(flags: number): void;
  /** Columns of the status row besides those that all have. */
  readonly status?: readonly PropValue[];
}

/** The UID in the entry IDs of test stores, which each of them registers. */
const itemUid: Guid = newGuid();

/** The entry ID of something in a test store. */
export const itemEntryId = (text: string): EntryId =>
  new Uint8Array(Buffer.concat([Buffer.alloc(4), guidToBytes(itemUid), Buffer.from(text)]));

/** The store's own entry ID. */
export const storeEntryId = (name: string): EntryId => new Uint8Array(Buffer.from(`0000a test store ${name}`));

/**
 * A message service with stores of the test's own.
 *
 * @param name the service and its first store; further stores follow
 * @param log what is called
 */
export function testStore(
  name: string,
  behaviour: StoreBehaviour,
  log: string[] = [],
  ...more: readonly [string, StoreBehaviour][]
): MessageService {
  return {
    name,
    displayName: name,
    dllName: 'teststore',
    ...(behaviour.entry ? { entry: { name: 'ServiceEntry', call: behaviour.entry } } : {}),
    providers: [[name, behaviour] as const, ...more].map(([own, how]) => ({
      resourceType: MAPI_STORE_PROVIDER,
      name: own,
      displayName: own,
      providerDisplay: `${own} stores`,
      resourceFlags: how.flags ?? 0,
      init: async () => {
        log.push(`MSProviderInit ${own}`);
        if (how.init) return [how.init, null];
        const provider = com(new TestProvider(own, how, log) as unknown as Impl<IMSProvider>, IMSProvider);
        return [S_OK, { lpulProviderVer: CURRENT_SPI_VERSION, lppMSProvider: provider }];
      },
    })),
  };
}

class TestProvider {
  readonly #name: string;
  readonly #behaviour: StoreBehaviour;
  readonly #log: string[];
  #open = false;

  constructor(name: string, behaviour: StoreBehaviour, log: string[]) {
    this.#name = name;
    this.#behaviour = behaviour;
    this.#log = log;
  }

  async Logon(support: IMAPISupport, _ui: number, _profile: string, _entryId: EntryId | null, flags: number) {
    this.#log.push(`Logon ${this.#name}`);
    const hr = (await this.#behaviour.logon?.(support, flags)) ?? S_OK;
    const lppMAPIError = this.#behaviour.error ?? null;
    if (hr < 0) throw new ComError(hr, 'as the test says', { value: { lppMAPIError } });
    const held = {
      lppMAPIError,
      lppbSpoolSecurity: new Uint8Array(),
      lppMDB: this.#store(flags),
    };
    // A store that is open already is not logged on again.
    if (this.#open) return { ...held, lppMSLogon: null };
    this.#open = true;
    await ok(support.SetProviderUID(itemUid, 0));
    const row = [
      prop(PR_DISPLAY_NAME_W, this.#name),
      prop(PR_STATUS_CODE, STATUS_AVAILABLE),
      prop(PR_RESOURCE_METHODS, 0),
      ...(this.#behaviour.status ?? []),
    ];
    await ok(support.ModifyStatusRow(row, 0));
    support.AddRef();
    const logon = new TestLogon(this.#name, support, this.#log, this.#behaviour, () => {
      this.#open = false;
    });
    return { ...held, lppMSLogon: com(logon as unknown as Impl<IMSLogon>, IMSLogon) };
  }

  #store(flags: number): IMsgStore {
    const mask = this.#behaviour.mask ?? STORE_SUBMIT_OK | STORE_CREATE_OK | STORE_MODIFY_OK;
    const bag = new MemoryBag(
      new MemoryRecord([
        prop(PR_STORE_ENTRYID, storeEntryId(this.#name)),
        prop(PR_DISPLAY_NAME_W, this.#name),
        prop(PR_STORE_RECORD_KEY, new Uint8Array(Buffer.from(this.#name))),
        prop(PR_MDB_PROVIDER, guidToBytes(itemUid)),
        prop(PR_STORE_SUPPORT_MASK, mask),
      ]),
    );
    const store = new PropObject({ bag, transacted: false, writable: (flags & MDB_WRITE) !== 0, names: null });
    return com(store as unknown as Impl<IMsgStore>, IMsgStore);
  }

  async SpoolerLogon(): Promise<never> {
    throw new ComError(MAPI_E_NO_SUPPORT, 'there is nothing to send in test stores');
  }

  CompareStoreIDs(one: EntryId, other: EntryId): number {
    return Buffer.compare(one, other) === 0 ? 1 : 0;
  }

  Shutdown(): void {
    this.#log.push(`Shutdown ${this.#name}`);
  }
}

class TestLogon {
  readonly #name: string;
  readonly #support: IMAPISupport;
  readonly #log: string[];
  readonly #behaviour: StoreBehaviour;
  readonly #closed: () => void;

  constructor(name: string, support: IMAPISupport, log: string[], behaviour: StoreBehaviour, closed: () => void) {
    this.#behaviour = behaviour;
    this.#name = name;
    this.#support = support;
    this.#log = log;
    this.#closed = closed;
  }

  Logoff(): void {
    this.#log.push(`Logoff ${this.#name}`);
    this.#closed();
  }

  OpenEntry(): never {
    throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'test stores are empty');
  }

  CompareEntryIDs(one: EntryId, other: EntryId): number {
    return Buffer.from(one).toString().toLowerCase() === Buffer.from(other).toString().toLowerCase() ? 1 : 0;
  }

  async Advise(entryId: EntryId | null, mask: number, sink: IMAPIAdviseSink): Promise<number> {
    this.#log.push(`Advise ${entryId ? Buffer.from(entryId).toString('latin1').slice(-8) : 'null'} ${mask}`);
    return await ok(this.#support.Subscribe(new Uint8Array([1]), mask, 0, sink));
  }

  async Unadvise(connection: number): Promise<void> {
    this.#log.push('Unadvise');
    await ok(this.#support.Unsubscribe(connection));
  }

  OpenStatusEntry() {
    const { validate } = this.#behaviour;
    if (!validate) throw new ComError(MAPI_E_NO_SUPPORT, 'no status object');
    const bag = new MemoryBag(new MemoryRecord([prop(PR_DISPLAY_NAME_W, this.#name)]));
    const object = Object.assign(new PropObject({ bag, transacted: false, writable: false, names: null }), {
      ValidateState: (_ui: number, flags: number) => validate(flags),
    });
    return { lpulObjType: MAPI_STATUS, lppEntry: com(object as unknown as Impl<IMAPIStatus>, IMAPIStatus) };
  }

  finalRelease(): void {
    this.#support.Release();
  }
}
