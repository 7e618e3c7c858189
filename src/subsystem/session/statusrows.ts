import { com, type Guid, guid, guidFromBytes, guidToBytes } from '../../com/index.js';
import {
  type EntryId,
  IMAPITable,
  MAPI_AB,
  MAPI_SPOOLER,
  MAPI_STATUS,
  MAPI_SUBSYSTEM,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_A,
  PR_PROVIDER_DLL_NAME_W,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_METHODS,
  PR_RESOURCE_TYPE,
  PR_ROWID,
  PR_STATUS_CODE,
  PR_STATUS_STRING_W,
  type PropTag,
  type PropValue,
  prop,
  propId,
  STATUS_AVAILABLE,
  STATUS_FLUSH_QUEUES,
  STATUS_VALIDATE_STATE,
  TBLTYPE_DYNAMIC,
} from '../../mapi/index.js';
import { kept } from '../props/setting.js';
import { MemoryRows, Table } from '../tables/index.js';

/** The rows that MAPI itself has in each status table, by their keys. */
export const subsystemKey: Guid = guid('6F4C1A60-5B0E-4D0B-9F5B-0A0D6B1E0001');
export const spoolerKey: Guid = guid('6F4C1A60-5B0E-4D0B-9F5B-0A0D6B1E0002');
export const addressBookKey: Guid = guid('6F4C1A60-5B0E-4D0B-9F5B-0A0D6B1E0003');

/** The UID within the entry IDs of status objects. */
const statusUid = guidToBytes(guid('6F4C1A60-5B0E-4D0B-9F5B-0A0D6B1E0000'));

/** The status table of a session. @spec status-tables */
export class StatusRows {
  readonly #rows = new MemoryRows({ index: PR_INSTANCE_KEY, columns: wide, tableType: TBLTYPE_DYNAMIC });
  readonly #values = new Map<Guid, Map<number, PropValue>>();
  #lastRow = 0;

  /** @param spoolerStatus PR_STATUS_CODE of the spooler */
  constructor(spoolerStatus: number) {
    const methods = STATUS_VALIDATE_STATE;
    this.#own(subsystemKey, 'MAPI Subsystem', MAPI_SUBSYSTEM, STATUS_AVAILABLE, methods);
    this.#own(spoolerKey, 'MAPI Spooler', MAPI_SPOOLER, spoolerStatus, methods | STATUS_FLUSH_QUEUES);
    this.#own(addressBookKey, 'MAPI Address Book', MAPI_AB, STATUS_AVAILABLE, methods);
  }

  /** Opens the table. */
  open(unicode: boolean): IMAPITable {
    return com(new Table(this.#rows, { columns: unicode ? wide : narrow }), IMAPITable);
  }

  /**
   * Adds a row, or merges into one.
   *
   * @param key names it: the provider's UID
   * @param props its columns
   */
  put(key: Guid, props: readonly PropValue[]): void {
    const values = this.#values.get(key) ?? this.#fresh(key);
    for (const entry of props) if (!given.has(propId(entry[0]))) values.set(propId(entry[0]), kept(entry));
    this.#rows.put([[...values.values()]]);
  }

  /** What MAPI itself says of a row, which providers cannot. */
  putOwn(key: Guid, props: readonly PropValue[]): void {
    const values = this.#values.get(key) ?? this.#fresh(key);
    for (const entry of props) values.set(propId(entry[0]), kept(entry));
    this.#rows.put([[...values.values()]]);
  }

  /** Removes a row. */
  remove(key: Guid): void {
    if (this.#values.delete(key)) this.#rows.remove([[prop(PR_INSTANCE_KEY, guidToBytes(key))]]);
  }

  /** The columns of a row; undefined when there is none. */
  props(key: Guid): readonly PropValue[] | undefined {
    const values = this.#values.get(key);
    return values && [...values.values()];
  }

  /** One column of a row; null when it is not there. */
  value<T>(key: Guid, tag: PropTag<T>): T | null {
    return (this.#values.get(key)?.get(propId(tag))?.[1] as T | undefined) ?? null;
  }

  /** The keys of all rows. */
  get keys(): readonly Guid[] {
    return [...this.#values.keys()];
  }

  #own(key: Guid, name: string, type: number, status: number, methods: number): void {
    this.putOwn(key, [
      prop(PR_DISPLAY_NAME_W, name),
      prop(PR_PROVIDER_DISPLAY_W, 'comail'),
      prop(PR_PROVIDER_DLL_NAME_W, 'comail'),
      prop(PR_RESOURCE_TYPE, type),
      prop(PR_RESOURCE_FLAGS, 0),
      prop(PR_STATUS_CODE, status),
      prop(PR_STATUS_STRING_W, ''),
      prop(PR_RESOURCE_METHODS, methods),
    ]);
  }

  #fresh(key: Guid): Map<number, PropValue> {
    const values = new Map<number, PropValue>();
    const own = [
      prop(PR_INSTANCE_KEY, guidToBytes(key)),
      prop(PR_ENTRYID, statusEntryId(key)),
      prop(PR_OBJECT_TYPE, MAPI_STATUS),
      prop(PR_ROWID, this.#lastRow++),
    ];
    for (const entry of own) values.set(propId(entry[0]), entry);
    this.#values.set(key, values);
    return values;
  }
}

/** The entry ID of a status object. */
export const statusEntryId = (key: Guid): EntryId =>
  new Uint8Array(Buffer.concat([Buffer.alloc(4), statusUid, guidToBytes(key)]));

/** The key of a status object; null when the entry ID is none of one. */
export const statusKeyOf = (entryId: EntryId): Guid | null =>
  entryId instanceof Uint8Array && entryId.length === 36 && statusUid.every((byte, at) => entryId[at + 4] === byte)
    ? guidFromBytes(entryId.subarray(20))
    : null;

/** What MAPI computes for each row. */
const given: ReadonlySet<number> = new Set([PR_INSTANCE_KEY, PR_ENTRYID, PR_OBJECT_TYPE, PR_ROWID].map(propId));

const wide: readonly PropTag[] = [
  PR_DISPLAY_NAME_W,
  PR_PROVIDER_DLL_NAME_W,
  PR_STATUS_CODE,
  PR_RESOURCE_METHODS,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_OBJECT_TYPE,
  PR_ROWID,
];

const narrow: readonly PropTag[] = wide.map((tag) =>
  tag === PR_DISPLAY_NAME_W ? PR_DISPLAY_NAME_A : tag === PR_PROVIDER_DLL_NAME_W ? PR_PROVIDER_DLL_NAME_A : tag,
);
