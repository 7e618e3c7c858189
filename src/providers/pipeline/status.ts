import { ComError, type Impl } from '../../com/index.js';
import {
  type EntryId,
  FLUSH_ASYNC_OK,
  type IMAPIStatus,
  MAPI_E_NO_SUPPORT,
  MAPI_STATUS,
  MAPI_TRANSPORT_PROVIDER,
  PR_DISPLAY_NAME_W,
  PR_IDENTITY_DISPLAY_W,
  PR_IDENTITY_ENTRYID,
  PR_IDENTITY_SEARCH_KEY,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_W,
  PR_RESOURCE_METHODS,
  PR_RESOURCE_TYPE,
  PR_STATUS_CODE,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  STATUS_FLUSH_QUEUES,
  STATUS_INBOUND_ENABLED,
  STATUS_OUTBOUND_ENABLED,
  STATUS_VALIDATE_STATE,
} from '../../mapi/index.js';
import { MemoryBag, MemoryRecord, PropObject } from '../../subsystem/index.js';
import type { PipelineLogon } from './logon.js';
import type { Settings } from './settings.js';

/**
 * The transport's row of the status table.
 *
 * @param settings what the profile says
 * @param entryId who uses it
 * @spec status-tables
 */
export const statusColumns = ({ address, name }: Settings, entryId: EntryId): readonly PropValue[] => [
  prop(PR_DISPLAY_NAME_W, `Mail system: ${address}`),
  prop(PR_PROVIDER_DISPLAY_W, 'Mail system'),
  prop(PR_RESOURCE_METHODS, STATUS_VALIDATE_STATE | STATUS_FLUSH_QUEUES),
  prop(PR_STATUS_CODE, STATUS_AVAILABLE | STATUS_INBOUND_ENABLED | STATUS_OUTBOUND_ENABLED),
  prop(PR_IDENTITY_DISPLAY_W, name || address),
  prop(PR_IDENTITY_ENTRYID, entryId as Uint8Array),
  prop(PR_IDENTITY_SEARCH_KEY, Buffer.from(`SMTP:${address.toUpperCase()}\0`)),
];

/** The transport's status object. @spec status-object-implementation */
export class PipelineStatus extends PropObject implements Impl<IMAPIStatus> {
  readonly #logon: PipelineLogon;

  /**
   * @param columns its row
   * @param logon whose status it is
   */
  constructor(columns: readonly PropValue[], logon: PipelineLogon) {
    const all = [...columns, prop(PR_OBJECT_TYPE, MAPI_STATUS), prop(PR_RESOURCE_TYPE, MAPI_TRANSPORT_PROVIDER)];
    super({ bag: new MemoryBag(new MemoryRecord(all)), transacted: false, writable: false });
    this.#logon = logon;
  }

  /** See {@link IMAPIStatus.ValidateState}. @spec imapistatus-validatestate */
  ValidateState(ulUIParam: number, ulFlags = 0): void {
    this.#logon.ValidateState(ulUIParam, ulFlags);
  }

  /** There are no dialogs. See {@link IMAPIStatus.SettingsDialog}. @spec imapistatus-settingsdialog */
  SettingsDialog(_ulUIParam: number, _ulFlags = 0): void {
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; configure the message service by properties');
  }

  /** A mailbox of this system has no password. See {@link IMAPIStatus.ChangePassword}. @spec imapistatus-changepassword */
  ChangePassword(_lpOldPass: string, _lpNewPass: string, _ulFlags = 0): void {
    throw new ComError(MAPI_E_NO_SUPPORT, 'a mailbox of this system has no password');
  }

  /** See {@link IMAPIStatus.FlushQueues}. @spec imapistatus-flushqueues */
  FlushQueues(ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags = 0): Promise<void> {
    return this.#logon.FlushQueues(ulUIParam, lpTargetTransport, ulFlags & ~FLUSH_ASYNC_OK);
  }
}
