import { type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { EntryId } from '../types/entryid.js';
import type { IMAPIFolder } from './imapifolder.js';
import type { IMessage } from './imessage.js';
import type { IMsgStore } from './imsgstore.js';

/** What a hook decides. */
export interface HookVerdict {
  /** `HOOK_DELETE` to have the message deleted, `HOOK_CANCEL` to keep further hooks from it; 0 for neither. */
  readonly lpulFlags: number;
  /** The folder that the message shall go to instead; empty to leave it. */
  readonly lppEntryID: EntryId;
}

/**
 * A messaging hook of a profile: it sees messages that have arrived or have been sent, and may send them elsewhere.
 * No page describes its methods; the header and the flags `HOOK_INBOUND`, `HOOK_OUTBOUND`, `HOOK_DELETE` and
 * `HOOK_CANCEL` do.
 */
export interface ISpoolerHook extends IUnknown {
  /**
   * Sees a message that has arrived.
   *
   * @param lpMessage the message
   * @param lpFolder the folder it goes to
   * @param lpMDB the store
   * @returns `S_OK` with the verdict
   */
  InboundMsgHook(lpMessage: IMessage, lpFolder: IMAPIFolder, lpMDB: IMsgStore): Out<HookVerdict>;
  /**
   * Sees a message that has been sent.
   *
   * @param lpMessage the message
   * @param lpFolder the folder it goes to
   * @param lpMDB the store
   * @returns `S_OK` with the verdict
   */
  OutboundMsgHook(lpMessage: IMessage, lpFolder: IMAPIFolder, lpMDB: IMsgStore): Out<HookVerdict>;
}

/** The IID of {@link ISpoolerHook:interface}. */
export const ISpoolerHook: Iid<ISpoolerHook> = iid<ISpoolerHook, IUnknown>(
  'ISpoolerHook',
  '00020320-0000-0000-C000-000000000046',
  IUnknown,
  {
    InboundMsgHook:
      '(LPMESSAGE lpMessage, LPMAPIFOLDER lpFolder, LPMDB lpMDB, [out] ULONG *lpulFlags, [out] ULONG *lpcbEntryID, [out, unique, size_is(lpcbEntryID)] LPBYTE *lppEntryID)',
    OutboundMsgHook:
      '(LPMESSAGE lpMessage, LPMAPIFOLDER lpFolder, LPMDB lpMDB, [out] ULONG *lpulFlags, [out] ULONG *lpcbEntryID, [out, unique, size_is(lpcbEntryID)] LPBYTE *lppEntryID)',
  },
  'later',
);
