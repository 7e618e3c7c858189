import {
  ComError,
  com,
  type FinalRelease,
  type Guid,
  type HResult,
  type Impl,
  type IUnknown,
  invalidate,
  newGuid,
  ok,
} from '../../../../src/com/index.js';
import {
  type AdrEntry,
  type EntryId,
  IMAPISupport,
  type IMessage,
  type IMSLogon,
  IProfSect,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_NOT_FOUND,
  MAPI_MODIFY,
  MAPI_P1,
  MAPI_SUBMITTED,
  type MAPIERROR,
  MODRECIP_MODIFY,
  PR_MESSAGE_CLASS_W,
  PR_RECIPIENT_TYPE,
  PR_RESPONSIBILITY,
  PR_ROWID,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SUBJECT_W,
  type PropValue,
  prop,
  STATUSROW_UPDATE,
} from '../../../../src/mapi/index.js';
import {
  createOneOffEntryId,
  defaultCodePage,
  lastErrorAnswer,
  MemoryBag,
  MemoryRecord,
  PropObject,
} from '../../../../src/subsystem/index.js';
import { propOf, recipient, rowsOf } from '../mailbox/stores.js';

/** What a profile keeps of one provider, for as long as a test lasts. */
export class TestProfile {
  readonly record: MemoryRecord | null;

  /** @param props what the section holds; null for a profile that has no such section */
  constructor(props: readonly PropValue[] | null = []) {
    this.record = props && new MemoryRecord(props);
  }

  /** What the section holds now. */
  get props(): readonly PropValue[] {
    return [...(this.record?.props.values() ?? [])];
  }
}

/** One call of the provider, with what a test may want to know of it. */
export type Call = readonly [method: string, ...what: unknown[]];

/**
 * MAPI's side of a store in a test: it does what the pages say and writes down what it was asked. What a store has no need of is
 * not here and answers `E_NOTIMPL`. When the store has released it for the last time it logs the store off, as MAPI does.
 */
export class RecordingSupport implements FinalRelease {
  readonly calls: Call[] = [];
  /** The columns of the status row. */
  readonly status = new Map<number, PropValue>();
  /** The methods that fail, and how. */
  readonly failing = new Map<string, HResult>();
  /** What ExpandRecips answers. */
  needs = 0;
  /** What is done with a sent message, besides. */
  sent: ((message: IMessage) => Promise<void>) | null = null;
  /** What ExpandRecips does besides. */
  expanding: ((message: IMessage) => Promise<void>) | null = null;
  /** Whether it knows whom a report goes to. */
  reports = true;
  /** The logon object, which MAPI releases when the store has let go of MAPI. */
  logon: IMSLogon | null = null;
  released = false;
  readonly #profile: TestProfile;
  #ended: (() => void) | null = null;

  constructor(profile: TestProfile = new TestProfile()) {
    this.#profile = profile;
  }

  /** Publishes it; the pointer is the caller's. */
  publish(): IMAPISupport {
    return com(this as unknown as Impl<IMAPISupport>, IMAPISupport);
  }

  /** The calls of some methods. */
  of(...methods: readonly string[]): readonly Call[] {
    return this.calls.filter(([method]) => methods.includes(method));
  }

  /** Answers when the provider was logged off. */
  async loggedOff(): Promise<void> {
    if (!this.released) await new Promise<void>((resolve) => (this.#ended = resolve));
  }

  finalRelease(): void {
    const { logon } = this;
    this.logon = null;
    void (async () => {
      if (logon) {
        await ok(logon.Logoff(0));
        logon.Release();
      }
      this.released = true;
      this.#ended?.();
    })();
  }

  GetLastError(hResult: HResult, ulFlags = 0): MAPIERROR {
    return lastErrorAnswer(this, hResult, ulFlags, defaultCodePage);
  }
  ModifyStatusRow(columns: readonly PropValue[], ulFlags = 0): void {
    this.#note('ModifyStatusRow', ulFlags);
    if ((ulFlags & STATUSROW_UPDATE) === 0) this.status.clear();
    for (const entry of columns) this.status.set(entry[0], entry);
  }
  OpenProfileSection(lpUid: Guid | null, ulFlags = 0): IProfSect {
    this.#note('OpenProfileSection', lpUid, ulFlags);
    const { record } = this.#profile;
    if (!record) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such section');
    const writable = (ulFlags & MAPI_MODIFY) !== 0;
    return com(new PropObject({ bag: new MemoryBag(record, true), transacted: false, writable }), IProfSect);
  }
  NewUID(): Guid {
    return newGuid();
  }
  MakeInvalid(_ulFlags: number, lpObject: IUnknown, ulRefCount: number, cMethods: number): void {
    this.#note('MakeInvalid', ulRefCount, cMethods);
    invalidate(lpObject, MAPI_E_INVALID_OBJECT);
  }
  SpoolerNotify(ulFlags: number, lpvData: unknown): void {
    this.#note('SpoolerNotify', ulFlags, lpvData);
  }
  CreateOneOff(name: string | null, addressType: string, address: string): EntryId {
    return createOneOffEntryId({ name: name ?? '', addressType, address, richInfo: false });
  }
  SetProviderUID(lpProviderID: Guid, ulFlags = 0): void {
    this.#note('SetProviderUID', lpProviderID, ulFlags);
  }
  WrapStoreEntryID(lpOrigEntry: EntryId): EntryId {
    this.#note('WrapStoreEntryID', lpOrigEntry);
    return wrapped(lpOrigEntry);
  }
  ModifyProfile(ulFlags = 0): void {
    this.#note('ModifyProfile', ulFlags);
  }
  StoreLogoffTransports(lpulFlags: number): number {
    this.#note('StoreLogoffTransports', lpulFlags);
    return 0x10000;
  }
  async PrepareSubmit(lpMessage: IMessage, lpulFlags: number): Promise<number> {
    this.#note('PrepareSubmit', lpulFlags);
    await eachRecipient(lpMessage, (entry) => {
      const type = entry.find(([tag]) => tag === PR_RECIPIENT_TYPE)?.[1] as number;
      const again = (type & MAPI_P1) !== 0;
      return [
        ...entry.filter(([tag]) => tag !== PR_RECIPIENT_TYPE && tag !== PR_RESPONSIBILITY),
        prop(PR_RECIPIENT_TYPE, type & ~MAPI_SUBMITTED),
        prop(PR_RESPONSIBILITY, !again),
      ];
    });
    return 0;
  }
  async ExpandRecips(lpMessage: IMessage): Promise<number> {
    this.#note('ExpandRecips');
    await this.expanding?.(lpMessage);
    return this.needs;
  }
  async DoSentMail(_ulFlags: number, lpMessage: IMessage): Promise<void> {
    using message = lpMessage;
    this.#note('DoSentMail', await propOf(message, PR_SUBJECT_W));
    await this.sent?.(message);
  }
  async ReadReceipt(ulFlags: number, read: IMessage, empty: IMessage | null): Promise<IMessage | null> {
    this.#note('ReadReceipt', ulFlags, await propOf(read, PR_SUBJECT_W));
    if (!this.reports || !empty) return null;
    const kind = ulFlags === 0 ? 'IPNRN' : 'IPNNRN';
    const messageClass = `REPORT.${await propOf(read, PR_MESSAGE_CLASS_W)}.${kind}`;
    const to = (await propOf(read, PR_SENDER_EMAIL_ADDRESS_W)) ?? 'sender@x.test';
    await ok(
      empty.SetProps([
        prop(PR_MESSAGE_CLASS_W, messageClass),
        prop(PR_SUBJECT_W, `${kind}: ${await propOf(read, PR_SUBJECT_W)}`),
      ]),
    );
    await ok(empty.ModifyRecipients(0, [recipient(to)]));
    empty.AddRef();
    return empty;
  }
  CompleteMsg(_ulFlags: number, lpEntryID: EntryId): void {
    this.#note('CompleteMsg', lpEntryID);
  }

  #note(method: string, ...what: readonly unknown[]): void {
    this.calls.push([method, ...what]);
    const hr = this.failing.get(method);
    if (hr !== undefined) throw new ComError(hr, `the test has ${method} fail`);
  }
}

/** A store's entry identifier as clients see it in a test. */
export const wrapped = (entryId: EntryId): EntryId => Uint8Array.of(...entryId, 0xee);

/** What wraps a store's entry identifier off again. */
export const unwrapped = (entryId: EntryId): EntryId => entryId.slice(0, -1);

/** Replaces every recipient of a message. */
async function eachRecipient(message: IMessage, step: (entry: AdrEntry) => AdrEntry): Promise<void> {
  using table = await ok(message.GetRecipientTable());
  const columns = await ok(table.QueryColumns(1));
  const rows = await rowsOf(table, columns);
  const entries = rows.map((row) =>
    columns.flatMap((tag, index): PropValue[] =>
      row[index] === null || row[index] === undefined ? [] : [[tag, row[index]] as unknown as PropValue],
    ),
  );
  await ok(
    message.ModifyRecipients(
      MODRECIP_MODIFY,
      entries.map((entry) => {
        const id = entry.find(([tag]) => tag === PR_ROWID) as PropValue;
        return [...step(entry.filter(([tag]) => tag !== PR_ROWID)), id];
      }),
    ),
  );
}
