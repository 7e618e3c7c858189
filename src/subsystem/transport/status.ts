import { ComError, type Impl } from '../../com/index.js';
import {
  type EntryId,
  FLUSH_ASYNC_OK,
  type IMAPIStatus,
  MAPI_E_NO_SUPPORT,
  MAPI_STATUS,
  MAPI_UNICODE,
  PR_OBJECT_TYPE,
  type PropValue,
  prop,
  UI_READONLY,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';
import type { Awaitable } from '../props/awaitable.js';
import { MemoryBag, MemoryRecord, PropObject } from '../props/index.js';

/** What a session does that its status object is told to do. */
export interface StatusOrders {
  /**
   * Confirms what the status row says.
   *
   * @param ulUIParam the parent window of dialogs, unused
   * @param ulFlags the flags of the page
   * @spec imapistatus-validatestate
   */
  ValidateState(ulUIParam: number, ulFlags?: number): Awaitable<void>;
  /**
   * Sends and fetches at once what waits.
   *
   * @param ulUIParam the parent window of dialogs, unused
   * @param lpTargetTransport the transport that is meant, null for all
   * @param ulFlags the flags of the page
   * @spec imapistatus-flushqueues
   */
  FlushQueues(ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags?: number): Awaitable<void>;
}

/** The status object of a transport, to be read and to be given orders. @spec status-object-implementation */
export class TransportStatus extends PropObject implements Impl<IMAPIStatus> {
  readonly #session: StatusOrders;

  /**
   * @param columns the transport's row of the status table, with what MAPI says of it there
   * @param session whose status it is
   */
  constructor(columns: readonly PropValue[], session: StatusOrders) {
    const all = [...columns, prop(PR_OBJECT_TYPE, MAPI_STATUS)];
    super({ bag: new MemoryBag(new MemoryRecord(all)), transacted: false, writable: false });
    this.#session = session;
  }

  /** See {@link IMAPIStatus.ValidateState}. @spec imapistatus-validatestate */
  async ValidateState(ulUIParam: number, ulFlags = 0): Promise<void> {
    await this.#session.ValidateState(ulUIParam, ulFlags);
  }

  /** There are no dialogs. See {@link IMAPIStatus.SettingsDialog}. @spec imapistatus-settingsdialog */
  SettingsDialog(_ulUIParam: number, ulFlags = 0): void {
    requireFlags(ulFlags, UI_READONLY);
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; configure the message service by properties');
  }

  /** Not every transport has a password. See {@link IMAPIStatus.ChangePassword}. @spec imapistatus-changepassword */
  ChangePassword(_lpOldPass: string, _lpNewPass: string, ulFlags = 0): Awaitable<void> {
    requireFlags(ulFlags, MAPI_UNICODE);
    throw new ComError(MAPI_E_NO_SUPPORT, 'this transport has no password');
  }

  /** Only whether to wait is for MAPI to heed; a transport never does. See {@link IMAPIStatus.FlushQueues}. @spec imapistatus-flushqueues */
  async FlushQueues(ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags = 0): Promise<void> {
    await this.#session.FlushQueues(ulUIParam, lpTargetTransport, ulFlags & ~FLUSH_ASYNC_OK);
  }
}
