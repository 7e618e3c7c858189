import { ComError, com, type Impl, isPublished, ok } from '../../../com/index.js';
import {
  ABORT_XP_HEADER_OPERATION,
  CONFIG_CHANGED,
  type EntryId,
  FLUSH_ASYNC_OK,
  FLUSH_DOWNLOAD,
  FLUSH_FORCE,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  FORCE_XP_CONNECT,
  FORCE_XP_DISCONNECT,
  IMAPIStatus,
  MAPI_E_NO_SUPPORT,
  MAPI_STATUS,
  MAPI_STORE_PROVIDER,
  MAPI_UNICODE,
  NOTIFY_CONFIG_CHANGE,
  PR_DISPLAY_NAME_W,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_W,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_METHODS,
  PR_RESOURCE_PATH_W,
  PR_RESOURCE_TYPE,
  PR_STATUS_CODE,
  PR_STATUS_STRING_W,
  PR_STORE_RECORD_KEY,
  PROCESS_XP_HEADER_CACHE,
  type PropValue,
  prop,
  propId,
  REFRESH_XP_HEADER_CACHE,
  SHOW_XP_SESSION_UI,
  STATUS_AVAILABLE,
  STATUS_FAILURE,
  STATUS_VALIDATE_STATE,
  STATUSROW_UPDATE,
  SUPPRESS_UI,
  UI_READONLY,
} from '../../../mapi/index.js';
import { MemoryBag, MemoryRecord, PropObject, requireFlags, statusFacts } from '../../../subsystem/index.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import { folder } from '../sql/index.js';
import { displayName, providerDisplay } from './profile.js';

/** What is told of a store in its status row. */
export interface StatusFacts {
  /** Path of the file. */
  readonly path: string;
  /** PR_DISPLAY_NAME; null for that of the file. */
  readonly name: string | null;
}

/**
 * The columns of a store's row in the status table, as it is after a logon.
 *
 * @param mailbox the logon
 * @param facts what is told of the store
 * @spec status-tables
 */
export const statusRow = (mailbox: Mailbox, { path, name }: StatusFacts): readonly PropValue[] => [
  prop(PR_DISPLAY_NAME_W, name ?? displayName(path)),
  prop(PR_PROVIDER_DISPLAY_W, providerDisplay),
  prop(PR_RESOURCE_METHODS, STATUS_VALIDATE_STATE),
  prop(PR_RESOURCE_PATH_W, path),
  prop(PR_STORE_RECORD_KEY, mailbox.ids.uid),
  ...stateOf(null),
];

/** What MAPI says of a store that it has logged on, of one that a program opens alone. */
const alone: readonly PropValue[] = [
  prop(PR_PROVIDER_DLL_NAME_W, 'comail'),
  prop(PR_RESOURCE_FLAGS, 0),
  prop(PR_RESOURCE_TYPE, MAPI_STORE_PROVIDER),
];

const stateOf = (failure: ComError | null): readonly PropValue[] => [
  prop(PR_STATUS_CODE, failure ? STATUS_FAILURE : STATUS_AVAILABLE),
  prop(PR_STATUS_STRING_W, failure ? failure.message : 'Available'),
];

const remote =
  REFRESH_XP_HEADER_CACHE |
  PROCESS_XP_HEADER_CACHE |
  FORCE_XP_CONNECT |
  FORCE_XP_DISCONNECT |
  ABORT_XP_HEADER_OPERATION |
  SHOW_XP_SESSION_UI;

/**
 * What can be done with an open store besides its own methods: its state can be checked. It has no dialogs and no password,
 * and its queues are the spooler's.
 * @spec imapistatusimapiprop
 */
export class StoreStatus extends PropObject implements Impl<IMAPIStatus> {
  readonly #mailbox: Mailbox;
  readonly #record: MemoryRecord;

  /**
   * Makes the object; publish it with {@link StoreStatus.publish}.
   *
   * @param mailbox the logon
   * @param facts what is told of the store
   */
  constructor(mailbox: Mailbox, facts: StatusFacts) {
    const record = new MemoryRecord([...statusRow(mailbox, facts), ...alone, prop(PR_OBJECT_TYPE, MAPI_STATUS)]);
    super({ bag: new MemoryBag(record, true), transacted: false, writable: false });
    this.#mailbox = mailbox;
    this.#record = record;
  }

  /** Publishes it, with what MAPI says of the store where it was logged on by MAPI. */
  async publish(): Promise<IMAPIStatus> {
    const { support } = this.#mailbox.caller;
    if (support) this.#set(await statusFacts(support, MAPI_STORE_PROVIDER));
    if (!isPublished(this)) this.#mailbox.enter(this, IMAPIStatus);
    return com(this as Impl<IMAPIStatus>, IMAPIStatus);
  }

  /**
   * See {@link IMAPIStatus.ValidateState}: reads the store, brings the status row in line with what came of it, and with
   * `CONFIG_CHANGED` passes that on to the spooler. A store fetches no headers: `MAPI_E_NO_SUPPORT` for the flags of remote
   * transports.
   * @spec imapistatus-validatestate
   */
  async ValidateState(_ulUIParam: number, ulFlags = 0): Promise<void> {
    const flags = requireFlags(ulFlags, SUPPRESS_UI | CONFIG_CHANGED | remote);
    if ((flags & remote) !== 0) throw new ComError(MAPI_E_NO_SUPPORT, 'a store has no connection and no headers');
    const { support } = this.#mailbox.caller;
    const failure = this.#failure();
    const state = stateOf(failure);
    this.#set(state);
    if (support) await ok(support.ModifyStatusRow(state, STATUSROW_UPDATE));
    if (failure) throw failure;
    if (support && (flags & CONFIG_CHANGED) !== 0) await ok(support.SpoolerNotify(NOTIFY_CONFIG_CHANGE, null));
  }

  /** See {@link IMAPIStatus.SettingsDialog}: there are no dialogs. @spec imapistatus-settingsdialog */
  SettingsDialog(_ulUIParam: number, ulFlags = 0): never {
    requireFlags(ulFlags, UI_READONLY);
    throw new ComError(MAPI_E_NO_SUPPORT, 'the store has no dialogs: its profile section says where it lies');
  }

  /** See {@link IMAPIStatus.ChangePassword}: there is none. @spec imapistatus-changepassword */
  ChangePassword(_lpOldPass: string, _lpNewPass: string, ulFlags = 0): never {
    requireFlags(ulFlags, MAPI_UNICODE);
    throw new ComError(MAPI_E_NO_SUPPORT, 'the store has no password');
  }

  /** See {@link IMAPIStatus.FlushQueues}: that is for transports and the spooler. @spec imapistatus-flushqueues */
  FlushQueues(_ulUIParam: number, _lpTargetTransport: EntryId | null, ulFlags = 0): never {
    requireFlags(ulFlags, FLUSH_UPLOAD | FLUSH_DOWNLOAD | FLUSH_FORCE | FLUSH_NO_UI | FLUSH_ASYNC_OK);
    throw new ComError(MAPI_E_NO_SUPPORT, 'the outgoing queue is flushed through the status object of the spooler');
  }

  /** Ends its use of the store. */
  override finalRelease(): void {
    this.#mailbox.leave(this);
  }

  #set(props: readonly PropValue[]): void {
    this.#record.props = new Map([...this.#record.props, ...props.map((entry) => [propId(entry[0]), entry] as const)]);
    this.#record.version++;
  }

  #failure(): ComError | null {
    try {
      this.#mailbox.read((db) => folder(db, this.#mailbox.folders.root));
      return null;
    } catch (error) {
      if (error instanceof ComError) return error;
      throw error;
    }
  }
}
