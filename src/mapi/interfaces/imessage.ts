import { type Hr, type Iid, type IUnknown, iid, type Out } from '../../com/index.js';
import type { AdrList } from '../types/adrlist.js';
import type { IAttach } from './iattach.js';
import type { IMAPIProgress } from './imapiprogress.js';
import { IMAPIProp } from './imapiprop.js';
import type { IMAPITable } from './imapitable.js';

/** What {@link IMessage.CreateAttach} answers. */
export interface CreatedAttach<I extends IUnknown> {
  /** Its number, unique within the message: what `PR_ATTACH_NUM` will say. */
  readonly lpulAttachmentNum: number;
  /** The attachment; the caller releases it. */
  readonly lppAttach: I;
}

/**
 * A message: properties, recipients, attachments, and the way into the outgoing queue.
 * @spec imessageimapiprop
 */
export interface IMessage extends IMAPIProp {
  /**
   * Opens the table of attachments, in no particular order, one row for each that was saved together with the message.
   * It follows changes.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode columns, which is a wish; `MAPI_DEFERRED_ERRORS` to allow that errors
   *   come with a later call
   * @returns `S_OK` with the table
   * @spec imessage-getattachmenttable
   */
  GetAttachmentTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Opens an attachment.
   *
   * @param ulAttachmentNum its `PR_ATTACH_NUM`
   * @param lpInterface the interface wanted; null for `IAttach`
   * @param ulFlags `MAPI_MODIFY` to write, without it attachments open read-only; `MAPI_BEST_ACCESS` for as much as the
   *   caller may; `MAPI_DEFERRED_ERRORS`
   * @returns `S_OK` with the attachment
   * @spec imessage-openattach
   */
  OpenAttach<I extends IUnknown = IAttach>(
    ulAttachmentNum: number,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<I>;
  /**
   * Makes an attachment. It lasts, and others see it, when its own SaveChanges and then the message's have succeeded.
   *
   * @param lpInterface the interface wanted; null for `IAttach`
   * @param ulFlags `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call
   * @returns `S_OK` with the attachment and its number
   * @spec imessage-createattach
   */
  CreateAttach<I extends IUnknown = IAttach>(lpInterface: Iid<I> | null, ulFlags?: number): Out<CreatedAttach<I>>;
  /**
   * Deletes an attachment, for good with the message's next SaveChanges.
   *
   * @param ulAttachmentNum its `PR_ATTACH_NUM`
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `ATTACH_DIALOG`; null for the dialog that MAPI brings
   * @param ulFlags `ATTACH_DIALOG` to show progress
   * @returns `S_OK`
   * @spec imessage-deleteattach
   */
  DeleteAttach(ulAttachmentNum: number, ulUIParam: number, lpProgress: IMAPIProgress | null, ulFlags?: number): Hr;
  /**
   * Opens the table of recipients, one row for each. Its columns differ before and after the message is submitted.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode columns, which is a wish; `MAPI_DEFERRED_ERRORS` to allow that errors
   *   come with a later call
   * @returns `S_OK` with the table
   * @spec imessage-getrecipienttable
   */
  GetRecipientTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Changes the recipients. A resolved one has `PR_DISPLAY_NAME`, `PR_RECIPIENT_TYPE`, `PR_ADDRTYPE` and `PR_ENTRYID`;
   * an unresolved one has the first two alone, and when the message is submitted so it ends in a non-delivery report.
   * An entry without any property is nobody.
   *
   * @param ulFlags 0 to replace all recipients; `MODRECIP_ADD` to add; `MODRECIP_MODIFY` to replace the ones with the
   *   same `PR_ROWID`, whole rows, so that properties left out are gone; `MODRECIP_REMOVE` to remove the ones with that
   *   `PR_ROWID`
   * @param lpMods the recipients, with `PR_ROWID` for `MODRECIP_MODIFY` and `MODRECIP_REMOVE`, and without it else.
   *   Values of type `PT_ERROR` are passed over
   * @returns `S_OK`; an error when a value has the type `PT_NULL`
   * @spec imessage-modifyrecipients
   */
  ModifyRecipients(ulFlags: number, lpMods: AdrList): Hr;
  /**
   * Saves the message and puts it into the outgoing queue, in the order of these calls. After success the message and
   * all that was opened from it are of no more use: release them. Its entry ID may change, so read it before when
   * AbortSubmit may be wanted. After a failure the message stays open.
   *
   * @param ulFlags `FORCE_SUBMIT`, which has no effect
   * @returns `S_OK`; `MAPI_E_NO_RECIPIENTS` when it has none; what SaveChanges and the preparation of recipients answer
   * @spec imessage-submitmessage
   */
  SubmitMessage(ulFlags?: number): Hr;
  /**
   * Marks the message read or unread, saves that, and sends or drops the report that was asked for. It can't be done to
   * a message that is gone, moved, open for writing or submitted.
   *
   * @param ulFlags 0 to mark it read and send a pending read report, if it was unread; `SUPPRESS_RECEIPT` to mark it
   *   read and drop the report; `CLEAR_READ_FLAG` to mark it unread without a report; `GENERATE_RECEIPT_ONLY` to send a
   *   pending report and leave the mark; the last with `SUPPRESS_RECEIPT` to drop the report and leave the mark;
   *   `CLEAR_RN_PENDING` and `CLEAR_NRN_PENDING` to forget the read and the non-read report; `MAPI_DEFERRED_ERRORS`
   * @returns `S_OK`; `MAPI_E_NO_SUPPRESS` when the store can't suppress reports; `MAPI_E_INVALID_PARAMETER` for
   *   `CLEAR_READ_FLAG` together with `SUPPRESS_RECEIPT` or `GENERATE_RECEIPT_ONLY` or both
   * @spec imessage-setreadflag
   */
  SetReadFlag(ulFlags?: number): Hr;
}

/** The IID of {@link IMessage:interface}. */
export const IMessage: Iid<IMessage> = iid<IMessage, IMAPIProp>(
  'IMessage',
  '00020307-0000-0000-C000-000000000046',
  IMAPIProp,
  {
    GetAttachmentTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    OpenAttach:
      '(ULONG ulAttachmentNum, [unique] LPCIID lpInterface, ULONG ulFlags, [out, iid_is(lpInterface)] LPATTACH *lppAttach)',
    CreateAttach:
      '([unique] LPCIID lpInterface, ULONG ulFlags, [out] ULONG *lpulAttachmentNum, [out, iid_is(lpInterface)] LPATTACH *lppAttach)',
    DeleteAttach: '(ULONG ulAttachmentNum, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, ULONG ulFlags)',
    GetRecipientTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    ModifyRecipients: '(ULONG ulFlags, LPADRLIST lpMods)',
    SubmitMessage: '(ULONG ulFlags)',
    SetReadFlag: '(ULONG ulFlags)',
  },
  'later',
);
