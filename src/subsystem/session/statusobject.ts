import { type AnyIid, ComError, com, failed, type Guid, type Impl, type IUnknown, ok } from '../../com/index.js';
import {
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
  MAPI_UNICODE,
  type OpenedEntry,
  UI_READONLY,
  ValidateStateFlags,
} from '../../mapi/index.js';
import { ContainerChoices } from '../addressbook/choices.js';
import { requireFlags } from '../props/arguments.js';
import { MemoryBag, MemoryRecord, PropObject } from '../props/index.js';
import type { SessionCore } from './core.js';
import { addressBookKey, spoolerKey, subsystemKey } from './statusrows.js';

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
  return { lpulObjType: MAPI_STATUS, lppUnk: core.handedOut.keep(com(object as Impl<IMAPIStatus>, IMAPIStatus)) };
}

async function openedByProvider(core: SessionCore, key: Guid, ulFlags: number): Promise<OpenedEntry<IUnknown> | null> {
  const logon = core.stores.logon(key) ?? core.addressBooks.logonTo(key);
  if (logon) {
    const [hr, opened] = await logon.OpenStatusEntry(null, ulFlags);
    if (opened) return { lpulObjType: opened.lpulObjType, lppUnk: opened.lppEntry };
    if (hr !== MAPI_E_NO_SUPPORT && failed(hr)) throw new ComError(hr, 'the provider has no status object to open');
    return null;
  }
  if (!core.profile.section(key)) return null;
  const opened = await core.mail.openStatus(key, ulFlags);
  return opened && { lpulObjType: opened.lpulObjType, lppUnk: opened.lppEntry };
}

/**
 * The status object of the subsystem, the spooler or the address book; or of a provider that has a row but no object, which supports
 * nothing.
 *
 * @spec imapistatusimapiprop
 */
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
    const flags = requireFlags(ulFlags, validating);
    const core = this.#core;
    core.requireLife();
    if (this.#key === subsystemKey) return await validateAll(core, ulUIParam, flags);
    if (this.#key === spoolerKey) return await core.mail.validate(ulUIParam, flags);
    if (this.#key === addressBookKey) return await validateAddressBook(core);
    throw new ComError(MAPI_E_NO_SUPPORT, 'the provider has no status object');
  }

  /** See {@link IMAPIStatus.SettingsDialog}. @spec imapistatus-settingsdialog */
  SettingsDialog(_ulUIParam: number, ulFlags = 0): void {
    requireFlags(ulFlags, UI_READONLY);
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; configure by properties');
  }

  /** See {@link IMAPIStatus.ChangePassword}. @spec imapistatus-changepassword */
  ChangePassword(_lpOldPass: string, _lpNewPass: string, ulFlags = 0): void {
    requireFlags(ulFlags, MAPI_UNICODE);
    throw new ComError(MAPI_E_NO_SUPPORT, 'this resource has no password');
  }

  /** See {@link IMAPIStatus.FlushQueues}. @spec imapistatus-flushqueues */
  async FlushQueues(ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags = 0): Promise<void> {
    const flags = requireFlags(ulFlags, FLUSH_UPLOAD | FLUSH_DOWNLOAD | FLUSH_FORCE | FLUSH_NO_UI | FLUSH_ASYNC_OK);
    this.#core.requireLife();
    if (this.#key !== spoolerKey) throw new ComError(MAPI_E_NO_SUPPORT, 'only the spooler and transports have queues');
    await this.#core.mail.flush(ulUIParam, lpTargetTransport, flags);
  }
}

/** All that a client may say to any status object; what is not for MAPI's own is passed on, or means nothing to it. */
const validating = Object.values(ValidateStateFlags.constants).reduce((all, flag) => all | flag, 0);

/** The state of the subsystem is that of all that is its own and its providers'. What one of them says does not spare the others. */
async function validateAll(core: SessionCore, uiParam: number, flags: number): Promise<void> {
  const failures: ComError[] = [];
  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      if (error.hr !== MAPI_E_NO_SUPPORT) failures.push(error);
    }
  };
  await attempt(() => core.mail.validate(uiParam, flags));
  await attempt(() => core.stores.refresh());
  await attempt(() => validateAddressBook(core));
  for (const key of core.status.keys) {
    // The spooler has asked the transports already.
    if (core.stores.logon(key) === null && core.addressBooks.logonTo(key) === null) continue;
    await attempt(async () => {
      const { lppUnk } = await openStatus(core, key, IMAPIStatus, 0);
      using status = lppUnk as IMAPIStatus;
      await ok(status.ValidateState(uiParam, flags));
    });
  }
  const [first] = failures;
  if (first) throw first;
}

async function validateAddressBook(core: SessionCore): Promise<void> {
  await core.addressBooks.again();
  await new ContainerChoices(core).check();
}
