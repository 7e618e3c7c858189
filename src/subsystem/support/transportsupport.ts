import { ComError, type Guid, type Warning } from '../../com/index.js';
import {
  type AdrList,
  type EntryId,
  type IMessage,
  MAPI_E_INVALID_PARAMETER,
  MAPI_UNICODE,
  type MAPIERROR,
  type NEWMAIL_NOTIFICATION,
  NOTIFY_CONFIG_CHANGE,
  NOTIFY_CRITICAL_ERROR,
  NOTIFY_CRITSEC,
  NOTIFY_NEWMAIL,
  NOTIFY_NONCRIT,
  NOTIFY_READYTOSEND,
  NOTIFY_SENTDEFERRED,
  PR_STATUS_CODE,
  type PropValue,
  STATUS_INBOUND_FLUSH,
  STATUS_OUTBOUND_FLUSH,
} from '../../mapi/index.js';
import { uidOf } from '../profile/profile.js';
import { requireFlags } from '../props/arguments.js';
import { requireEntries } from '../props/setting.js';
import { messageIn, ProviderSupport } from './providersupport.js';

/** The support object of a transport provider. @spec imapisupportiunknown */
export class TransportSupport extends ProviderSupport {
  /** See {@link IMAPISupport.ModifyStatusRow}: the spooler sees there which queues are to be flushed, and no longer. @spec imapisupport-modifystatusrow */
  override ModifyStatusRow(lpColumnVals: readonly PropValue[], ulFlags = 0): void {
    const bits = () =>
      (this.core.status.value(this.uid, PR_STATUS_CODE) ?? 0) & (STATUS_OUTBOUND_FLUSH | STATUS_INBOUND_FLUSH);
    const before = bits();
    super.ModifyStatusRow(lpColumnVals, ulFlags);
    if (bits() !== before) this.core.mail.flushShown(this.uid, bits() & ~before);
  }

  /** See {@link IMAPISupport.RegisterPreprocessor}. @spec imapisupport-registerpreprocessor */
  override RegisterPreprocessor(
    lpMuid: Guid | null,
    lpszAdrType: string | null,
    lpszDLLName: string,
    lpszPreprocess: string | null,
    lpszRemovePreprocessInfo: string | null,
    ulFlags = 0,
  ): void {
    requireFlags(ulFlags, MAPI_UNICODE);
    if (typeof lpszDLLName !== 'string' || lpszDLLName === '')
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'a preprocessor has a DLL');
    // Without a function there is nothing that could be called.
    if (!lpszPreprocess) return;
    this.core.mail.registerPreprocessor({
      transport: this.uid,
      uid: lpMuid === null ? null : uidOf(lpMuid),
      addressType: lpszAdrType,
      dllName: lpszDLLName,
      preprocess: lpszPreprocess,
      remove: lpszRemovePreprocessInfo,
    });
  }

  /** See {@link IMAPISupport.SpoolerYield}. @spec imapisupport-spooleryield */
  override async SpoolerYield(ulFlags = 0): Promise<void | Warning<void>> {
    requireFlags(ulFlags, 0);
    return await this.core.mail.yield(this.uid);
  }

  /** See {@link IMAPISupport.SpoolerNotify}. @spec imapisupport-spoolernotify */
  override async SpoolerNotify(
    ulFlags: number,
    lpvData: EntryId | NEWMAIL_NOTIFICATION | MAPIERROR | null,
  ): Promise<void> {
    const both = NOTIFY_SENTDEFERRED | NOTIFY_CRITICAL_ERROR;
    const others = NOTIFY_CONFIG_CHANGE | NOTIFY_CRITSEC | NOTIFY_NEWMAIL | NOTIFY_NONCRIT | NOTIFY_READYTOSEND;
    const flags = requireFlags(ulFlags, both | others);
    if ((flags & both) === both)
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'NOTIFY_SENTDEFERRED and NOTIFY_CRITICAL_ERROR exclude each other');
    // Taken as it is, the message would wait for ever, and nobody would know why.
    if ((flags & NOTIFY_SENTDEFERRED) !== 0 && !(lpvData instanceof Uint8Array && lpvData.length > 0))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpvData says which message is to be sent: its entry ID');
    await this.core.mail.notify({ kind: 'transport', uid: this.uid }, flags, lpvData);
  }

  /** See {@link IMAPISupport.StatusRecips}. @spec imapisupport-statusrecips */
  override async StatusRecips(lpMessage: IMessage, lpRecipList: AdrList): Promise<void> {
    using message = messageIn(lpMessage);
    requireEntries(lpRecipList, 'lpRecipList');
    await this.core.mail.statusRecips(this.uid, message, lpRecipList);
  }
}
