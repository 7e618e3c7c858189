import { ComError, type Impl, ok } from '../../com/index.js';
import {
  type EntryId,
  FLUSH_ASYNC_OK,
  FLUSH_DOWNLOAD,
  FLUSH_FORCE,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  type IMAPIStatus,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_MODIFY,
  MAPI_STATUS,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  PR_OBJECT_TYPE,
  PR_RESOURCE_TYPE,
  prop,
} from '../../mapi/index.js';
import { MemoryBag, MemoryRecord, PropObject } from '../../subsystem/index.js';
import { requireFlags } from './flags.js';
import type { SmtpLogon } from './logon.js';
import { PR_SMTP_SECRET } from './tags.js';

/** The transport's status object, to be read and to be given orders. @spec status-object-implementation */
export class SmtpStatus extends PropObject implements Impl<IMAPIStatus> {
  readonly #logon: SmtpLogon;

  /**
   * @param logon whose status it is
   */
  constructor(logon: SmtpLogon) {
    const columns = [
      ...logon.row.columns,
      prop(PR_OBJECT_TYPE, MAPI_STATUS),
      prop(PR_RESOURCE_TYPE, MAPI_TRANSPORT_PROVIDER),
    ];
    super({ bag: new MemoryBag(new MemoryRecord(columns)), transacted: false, writable: false });
    this.#logon = logon;
  }

  /** See {@link IMAPIStatus.ValidateState}. @spec imapistatus-validatestate */
  ValidateState(ulUIParam: number, ulFlags = 0): Promise<void> {
    return this.#logon.ValidateState(ulUIParam, ulFlags);
  }

  /** There are no dialogs. See {@link IMAPIStatus.SettingsDialog}. @spec imapistatus-settingsdialog */
  SettingsDialog(_ulUIParam: number, _ulFlags = 0): void {
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; configure the message service by properties');
  }

  /** See {@link IMAPIStatus.ChangePassword}. @spec imapistatus-changepassword */
  async ChangePassword(lpOldPass: string, lpNewPass: string, ulFlags = 0): Promise<void> {
    requireFlags(ulFlags, MAPI_UNICODE);
    {
      using section = await ok(this.#logon.support.OpenProfileSection(null, MAPI_MODIFY));
      const [old] = await ok(section.GetProps([PR_SMTP_SECRET], 0));
      if ((old ?? '') !== lpOldPass) throw new ComError(MAPI_E_NO_ACCESS, 'the old password is another one');
      await ok(section.SetProps([prop(PR_SMTP_SECRET, lpNewPass)]));
    }
    await this.#logon.reconfigure();
  }

  /** See {@link IMAPIStatus.FlushQueues}. @spec imapistatus-flushqueues */
  FlushQueues(ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags = 0): Promise<void> {
    const known = FLUSH_UPLOAD | FLUSH_DOWNLOAD | FLUSH_FORCE | FLUSH_NO_UI;
    // Only whether to wait is for MAPI to heed; the transport never does.
    return this.#logon.FlushQueues(ulUIParam, lpTargetTransport, requireFlags(ulFlags, known | FLUSH_ASYNC_OK) & known);
  }
}
