import { type AnyIid, ComError, com, failed, type Guid, type Impl, type IUnknown } from '../../com/index.js';
import {
  CONFIG_CHANGED,
  type EntryId,
  FLUSH_ASYNC_OK,
  FLUSH_DOWNLOAD,
  FLUSH_FORCE,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  IMAPIProp,
  IMAPIStatus,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_STATUS,
  type OpenedEntry,
  SUPPRESS_UI,
  UI_READONLY,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';
import { MemoryBag, MemoryRecord, PropObject } from '../props/index.js';
import type { SessionCore } from './core.js';
import { spoolerKey, subsystemKey } from './statusrows.js';

/**
 * Opens the object behind a row of the status table: MAPI's own, or the provider's.
 *
 * @param core the session
 * @param key the row
 * @param iid `IMAPIStatus`, or null
 * @param ulFlags passed to the provider
 * @throws {ComError} `MAPI_E_NOT_FOUND` when there is no such row any more
 * @spec status-table-and-status-objects
 */
export async function openStatus(
  core: SessionCore,
  key: Guid,
  iid: AnyIid | null,
  ulFlags: number,
): Promise<OpenedEntry<IUnknown>> {
  const props = core.status.props(key);
  if (!props) throw new ComError(MAPI_E_NOT_FOUND, 'the resource is not in the session any more');
  if (iid !== null && iid.guid !== IMAPIStatus.guid && iid.guid !== IMAPIProp.guid)
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'a status object is an IMAPIStatus');
  const own = await openedByProvider(core, key, ulFlags);
  if (own) return own;
  const object = new StatusObject(core, key, new MemoryBag(new MemoryRecord(props)));
  return { lpulObjType: MAPI_STATUS, lppUnk: com(object as Impl<IMAPIStatus>, IMAPIStatus) };
}

async function openedByProvider(core: SessionCore, key: Guid, ulFlags: number): Promise<OpenedEntry<IUnknown> | null> {
  const store = core.stores.logon(key);
  if (store) {
    const [hr, opened] = await store.OpenStatusEntry(null, ulFlags);
    if (opened) return { lpulObjType: opened.lpulObjType, lppUnk: opened.lppEntry };
    if (hr !== MAPI_E_NO_SUPPORT && failed(hr)) throw new ComError(hr, 'the store has no status object to open');
    return null;
  }
  if (!core.profile.section(key)) return null;
  const opened = await core.mail.openStatus(key, ulFlags);
  return opened && { lpulObjType: opened.lpulObjType, lppUnk: opened.lppEntry };
}

/** The status object of the subsystem, the spooler or the address book. @spec imapistatusimapiprop */
class StatusObject extends PropObject implements Impl<IMAPIStatus> {
  readonly #core: SessionCore;
  readonly #key: Guid;

  constructor(core: SessionCore, key: Guid, bag: MemoryBag) {
    super({ bag, transacted: false, writable: false, names: null });
    this.#core = core;
    this.#key = key;
  }

  /** See {@link IMAPIStatus.ValidateState}. @spec imapistatus-validatestate */
  async ValidateState(ulUIParam: number, ulFlags = 0): Promise<void> {
    const flags = requireFlags(ulFlags, SUPPRESS_UI | CONFIG_CHANGED);
    if (this.#key === spoolerKey || this.#key === subsystemKey) await this.#core.mail.validate(ulUIParam, flags);
    if (this.#key === subsystemKey) await this.#core.stores.refresh();
  }

  /** See {@link IMAPIStatus.SettingsDialog}. @spec imapistatus-settingsdialog */
  SettingsDialog(_ulUIParam: number, ulFlags = 0): void {
    requireFlags(ulFlags, UI_READONLY);
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; configure by properties');
  }

  /** See {@link IMAPIStatus.ChangePassword}. @spec imapistatus-changepassword */
  ChangePassword(_lpOldPass: string, _lpNewPass: string, _ulFlags = 0): void {
    throw new ComError(MAPI_E_NO_SUPPORT, 'this resource has no password');
  }

  /** See {@link IMAPIStatus.FlushQueues}. @spec imapistatus-flushqueues */
  async FlushQueues(ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags = 0): Promise<void> {
    const flags = requireFlags(ulFlags, FLUSH_UPLOAD | FLUSH_DOWNLOAD | FLUSH_FORCE | FLUSH_NO_UI | FLUSH_ASYNC_OK);
    if (this.#key !== spoolerKey) throw new ComError(MAPI_E_NO_SUPPORT, 'only the spooler and transports have queues');
    await this.#core.mail.flush(ulUIParam, lpTargetTransport, flags);
  }
}
