import { ComError, type Guid, type Warning } from '../../com/index.js';
import {
  type EntryId,
  type IMessage,
  LOGOFF_ABORT,
  LOGOFF_NO_WAIT,
  LOGOFF_ORDERLY,
  LOGOFF_PURGE,
  LOGOFF_QUIET,
  MAPI_E_INVALID_PARAMETER,
  type MAPIERROR,
  MDB_TEMPORARY,
  type NEWMAIL_NOTIFICATION,
  NOTIFY_CONFIG_CHANGE,
  NOTIFY_NEWMAIL_RECEIVED,
  NOTIFY_READYTOSEND,
  PR_RESOURCE_FLAGS,
  prop,
  STATUS_TEMP_SECTION,
} from '../../mapi/index.js';
import { uidOf } from '../profile/profile.js';
import { propOf, setProps } from '../profile/tree.js';
import { requireFlags } from '../props/arguments.js';
import type { SessionCore } from '../session/core.js';
import type { OwnerTicket } from '../session/owners.js';
import { expandRecips } from '../submit/expandrecips.js';
import { prepareSubmit } from '../submit/preparesubmit.js';
import { readReceipt } from '../submit/readreceipt.js';
import { CopyingSupport } from './copyingsupport.js';
import { messageIn } from './providersupport.js';

/** The support object of a message store provider. @spec imapisupportiunknown */
export class StoreSupport extends CopyingSupport {
  readonly #ticket: OwnerTicket;
  readonly #ended: () => void;

  /**
   * @param core the session
   * @param uid PR_PROVIDER_UID
   * @param ticket where the UIDs are registered
   * @param ended called when the provider has let go of it
   */
  constructor(core: SessionCore, uid: Guid, ticket: OwnerTicket, ended: () => void = () => undefined) {
    super(core, uid);
    this.#ticket = ticket;
    this.#ended = ended;
  }

  /** The logon is over. */
  override finalRelease(): void {
    super.finalRelease();
    this.#ended();
  }

  /** See {@link IMAPISupport.SetProviderUID}. @spec imapisupport-setprovideruid */
  override SetProviderUID(lpProviderID: Guid, ulFlags = 0): void {
    requireFlags(ulFlags, 0);
    this.core.owners.register(uidOf(lpProviderID), this.#ticket);
  }

  /** See {@link IMAPISupport.SpoolerNotify}. @spec imapisupport-spoolernotify */
  override async SpoolerNotify(
    ulFlags: number,
    lpvData: EntryId | NEWMAIL_NOTIFICATION | MAPIERROR | null,
  ): Promise<void> {
    // The status objects of all providers answer CONFIG_CHANGED with NOTIFY_CONFIG_CHANGE.
    const flags = requireFlags(ulFlags, NOTIFY_READYTOSEND | NOTIFY_NEWMAIL_RECEIVED | NOTIFY_CONFIG_CHANGE);
    if ((flags & NOTIFY_NEWMAIL_RECEIVED) !== 0 && !isNews(lpvData))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpvData says which message was received: NEWMAIL_NOTIFICATION');
    await this.core.mail.notify({ kind: 'store', uid: this.uid }, flags, lpvData);
  }

  /** See {@link IMAPISupport.PrepareSubmit}. @spec imapisupport-preparesubmit */
  override async PrepareSubmit(lpMessage: IMessage, lpulFlags: number): Promise<number> {
    requireFlags(lpulFlags, 0);
    using message = messageIn(lpMessage);
    await prepareSubmit(message);
    return 0;
  }

  /** See {@link IMAPISupport.ExpandRecips}. @spec imapisupport-expandrecips */
  override async ExpandRecips(lpMessage: IMessage): Promise<number> {
    const message = messageIn(lpMessage);
    try {
      const expanding = expandRecips(this.core, message);
      if (expanding) await expanding;
      return await this.core.mail.needs(this.uid, message);
    } finally {
      message.Release();
    }
  }

  /** See {@link IMAPISupport.ReadReceipt}. @spec imapisupport-readreceipt */
  override async ReadReceipt(
    ulFlags: number,
    lpReadMessage: IMessage,
    lppEmptyMessage: IMessage | null,
  ): Promise<IMessage | null> {
    using read = messageIn(lpReadMessage, 'lpReadMessage');
    using empty = lppEmptyMessage === null ? null : messageIn(lppEmptyMessage, 'lppEmptyMessage');
    return await readReceipt(this.core, ulFlags, read, empty);
  }

  /** See {@link IMAPISupport.DoSentMail}. @spec imapisupport-dosentmail */
  override async DoSentMail(ulFlags: number, lpMessage: IMessage): Promise<void | Warning<void>> {
    requireFlags(ulFlags, 0);
    // Nobody but the caller has it open: a hook may want it to be deleted.
    const message = messageIn(lpMessage);
    message.Release();
    return await this.core.mail.doSentMail(this.uid, message);
  }

  /** See {@link IMAPISupport.Preprocess}. */
  override async Preprocess(ulFlags: number, lpEntryID: EntryId): Promise<void> {
    requireFlags(ulFlags, 0);
    await this.core.mail.complete(this.uid, lpEntryID, 'preprocess');
  }

  /** See {@link IMAPISupport.CompleteMsg}. @spec imapisupport-completemsg */
  override async CompleteMsg(ulFlags: number, lpEntryID: EntryId): Promise<void> {
    requireFlags(ulFlags, 0);
    await this.core.mail.complete(this.uid, lpEntryID, 'complete');
  }

  /** See {@link IMAPISupport.StoreLogoffTransports}, and decision 0032. @spec imapisupport-storelogofftransports */
  override async StoreLogoffTransports(lpulFlags: number): Promise<number> {
    if (!logoffFlags.includes(lpulFlags))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpulFlags is none of LOGOFF_*, of which each excludes the others');
    return await this.core.mail.storeLogoff(this.uid, this.#ticket, lpulFlags);
  }

  /** See {@link IMAPISupport.ModifyProfile}. @spec imapisupport-modifyprofile */
  override ModifyProfile(ulFlags = 0): void {
    const temporary = (requireFlags(ulFlags, MDB_TEMPORARY) & MDB_TEMPORARY) !== 0;
    if (temporary) return;
    this.core.profile.change((entry) => {
      const section = entry.sections.get(this.uid);
      if (section)
        setProps(section, [prop(PR_RESOURCE_FLAGS, (propOf(section, PR_RESOURCE_FLAGS) ?? 0) & ~STATUS_TEMP_SECTION)]);
    });
    this.core.stores.published();
  }
}

const logoffFlags: readonly number[] = [LOGOFF_ABORT, LOGOFF_NO_WAIT, LOGOFF_ORDERLY, LOGOFF_PURGE, LOGOFF_QUIET];

const isNews = (data: EntryId | NEWMAIL_NOTIFICATION | MAPIERROR | null): data is NEWMAIL_NOTIFICATION =>
  data !== null && typeof data === 'object' && 'lpEntryID' in data && data.lpEntryID instanceof Uint8Array;
