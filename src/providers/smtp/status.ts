import { ComError, ok } from '../../com/index.js';
import { MAPI_E_NO_ACCESS, MAPI_MODIFY, MAPI_UNICODE, type PropValue, prop } from '../../mapi/index.js';
import { requireFlags, TransportStatus } from '../../subsystem/index.js';
import type { SmtpLogon } from './logon.js';
import { PR_SMTP_SECRET } from './tags.js';

/** The status object of an account, whose password it changes. @spec status-object-implementation */
export class SmtpStatus extends TransportStatus {
  readonly #logon: SmtpLogon;

  /**
   * @param logon whose status it is
   * @param facts what MAPI says of the account
   */
  constructor(logon: SmtpLogon, facts: readonly PropValue[]) {
    super([...logon.row.columns, ...facts], logon);
    this.#logon = logon;
  }

  /** See {@link IMAPIStatus.ChangePassword}. @spec imapistatus-changepassword */
  override async ChangePassword(lpOldPass: string, lpNewPass: string, ulFlags = 0): Promise<void> {
    requireFlags(ulFlags, MAPI_UNICODE);
    {
      using section = await ok(this.#logon.support.OpenProfileSection(null, MAPI_MODIFY));
      const [old] = await ok(section.GetProps([PR_SMTP_SECRET], 0));
      if ((old ?? '') !== lpOldPass) throw new ComError(MAPI_E_NO_ACCESS, 'the old password is another one');
      await ok(section.SetProps([prop(PR_SMTP_SECRET, lpNewPass)]));
    }
    await this.#logon.reconfigure();
  }
}
