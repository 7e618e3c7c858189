import {
  type AnyIid,
  type Guid,
  type HResult,
  type Hr,
  type Iid,
  type IStorage,
  IUnknown,
  iid,
  type Out,
} from '../../com/index.js';
import type { ADRPARM, DismissModeless, FnButton } from '../types/addressing.js';
import type { AdrList } from '../types/adrlist.js';
import type { EntryId, NotifKey } from '../types/entryid.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { ALLOCATEBUFFER, ALLOCATEMORE, FREEBUFFER } from '../types/memory.js';
import type { NEWMAIL_NOTIFICATION, NOTIFICATION } from '../types/notification.js';
import type { SPropProblem } from '../types/problem.js';
import type { PropTag } from '../types/proptag.js';
import type { PropValue } from '../types/propvalue.js';
import type { IAddrBook } from './iaddrbook.js';
import type { IMailUser } from './imailuser.js';
import type { IMAPIAdviseSink } from './imapiadvisesink.js';
import type { IMAPIFolder } from './imapifolder.js';
import type { IMAPIProgress } from './imapiprogress.js';
import type { IMAPIProp } from './imapiprop.js';
import type { IMAPITable } from './imapitable.js';
import type { IMessage } from './imessage.js';
import type { IProfSect } from './iprofsect.js';
import type { OpenedEntry } from './openedentry.js';

/** What {@link IMAPISupport.GetMemAllocRoutines} hands out. */
export interface MemAllocRoutines {
  /** `MAPIAllocateBuffer`. */
  readonly lpAllocateBuffer: ALLOCATEBUFFER;
  /** `MAPIAllocateMore`. */
  readonly lpAllocateMore: ALLOCATEMORE;
  /** `MAPIFreeBuffer`. */
  readonly lpFreeBuffer: FREEBUFFER;
}

/** What {@link IMAPISupport.Address} hands out. */
export interface AddressedBySupport {
  /** The window of the dialog under `DIALOG_SDI`, else the one given. */
  readonly lpulUIParam: number;
  /** The recipients as the user left them. */
  readonly lppAdrList: AdrList;
}

/**
 * MAPI's side of a provider's session: what a provider may ask of MAPI, and what it had better not do itself. Which
 * methods there are depends on whom the object was made for; a method that is not for that kind of provider answers
 * `MAPI_E_NO_SUPPORT`.
 * @spec imapisupportiunknown
 */
export interface IMAPISupport extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapisupport-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Hands out the three memory routines. TypeScript providers have no use for them: they are there for native ones.
   *
   * @returns `S_OK` with the routines, which mean something in this process alone
   * @spec imapisupport-getmemallocroutines
   */
  GetMemAllocRoutines(): Out<MemAllocRoutines>;
  /**
   * Registers a sink on behalf of a provider, which then only tells MAPI what happened (Notify). For providers.
   *
   * @param lpKey the key of the source, of the provider's choice
   * @param ulEventMask the events: `fnevCriticalError`, `fnevExtended`, `fnevNewMail`, `fnevObjectCreated`,
   *   `fnevObjectCopied`, `fnevObjectDeleted`, `fnevObjectModified`, `fnevObjectMoved`, `fnevSearchComplete`,
   *   `fnevTableModified`, `fnevStatusObjectModified`
   * @param ulFlags `NOTIFY_SYNC` to have the sink called inside Notify, whichever support object calls that, else 0
   * @param lpAdviseSink who is told; MAPI holds a reference
   * @returns `S_OK` with the number of the registration, not 0
   * @spec imapisupport-subscribe
   */
  Subscribe(lpKey: NotifKey, ulEventMask: number, ulFlags: number, lpAdviseSink: IMAPIAdviseSink): Out<number>;
  /**
   * Ends a registration: the sink's reference is given back. A call that is under way may still reach it.
   *
   * @param ulConnection the number that Subscribe handed out
   * @returns `S_OK`; `MAPI_E_NOT_FOUND` when there is no such registration
   * @spec imapisupport-unsubscribe
   */
  Unsubscribe(ulConnection: number): Hr;
  /**
   * Tells all sinks that were subscribed under a key. The events are copied.
   *
   * @param lpKey the key of the source
   * @param lpNotifications the events, in order
   * @param lpulFlags `MAPI_UNICODE` when their texts are Unicode
   * @returns `S_OK` with 0, or with `NOTIFY_CANCELED` when a sink ended a synchronous round: those behind it were not told
   * @spec imapisupport-notify
   */
  Notify(lpKey: NotifKey, lpNotifications: readonly NOTIFICATION[], lpulFlags: number): Out<number>;
  /**
   * Writes the provider's row of the status table: at its logon, and whenever its state changes.
   *
   * @param lpColumnVals the columns; MAPI adds what it knows itself
   * @param ulFlags `STATUSROW_UPDATE` to merge them into the row that is there
   * @returns `S_OK`
   * @spec imapisupport-modifystatusrow
   */
  ModifyStatusRow(lpColumnVals: readonly PropValue[], ulFlags?: number): Hr;
  /**
   * Opens a section of the profile. Sections are not visible to clients; ids 0x6600 to 0x67FF in it are secure.
   *
   * @param lpUid the section; null for the caller's own
   * @param ulFlags `MAPI_MODIFY` to write; `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call
   * @returns `S_OK` with the section; `MAPI_E_NO_ACCESS` when it can't be had so; `MAPI_E_NOT_FOUND` when it does not
   *   exist; `MAPI_E_UNKNOWN_FLAGS`
   * @spec imapisupport-openprofilesection
   */
  OpenProfileSection(lpUid: Guid | null, ulFlags?: number): Out<IProfSect>;
  /**
   * Registers a preprocessor, which sees messages before their transport does. For transports, before their logon
   * returns.
   *
   * @param lpMuid the recipients it is for, by the MAPIUID of their entry IDs; null for none
   * @param lpszAdrType the recipients it is for, by address type; null for none
   * @param lpszDLLName where it is
   * @param lpszPreprocess the name of the function; null for none
   * @param lpszRemovePreprocessInfo the name of the function that takes its traces out again; null for none
   * @param ulFlags reserved, 0
   * @returns `S_OK`
   * @spec imapisupport-registerpreprocessor
   */
  RegisterPreprocessor(
    lpMuid: Guid | null,
    lpszAdrType: string | null,
    lpszDLLName: string,
    lpszPreprocess: string | null,
    lpszRemovePreprocessInfo: string | null,
    ulFlags?: number,
  ): Hr;
  /**
   * Makes a unique identifier.
   *
   * @returns `S_OK` with the identifier
   * @spec imapisupport-newuid
   */
  NewUID(): Out<Guid>;
  /**
   * Makes one of the provider's own objects unusable: from now on AddRef and Release work, everything else answers
   * `MAPI_E_INVALID_OBJECT`.
   *
   * @param ulFlags reserved, 0
   * @param lpObject the object, not in use by anybody
   * @param ulRefCount its present count
   * @param cMethods how many methods its interface has, at least 3
   * @returns `S_OK`
   * @spec imapisupport-makeinvalid
   */
  MakeInvalid(ulFlags: number, lpObject: IUnknown, ulRefCount: number, cMethods: number): Hr;
  /**
   * Lets the spooler do what is waiting, in the middle of long work. For transports.
   *
   * @param ulFlags reserved, 0
   * @returns `S_OK`; `MAPI_W_CANCEL_MESSAGE` to stop delivering the message to those who don't have it yet
   * @spec imapisupport-spooleryield
   */
  SpoolerYield(ulFlags?: number): Hr;
  /**
   * Tells the spooler of a change, or asks it for something. For transports and stores, at any time.
   *
   * @param ulFlags what: `NOTIFY_NEWMAIL`, mail can be fetched; `NOTIFY_READYTOSEND`, sending can begin (again);
   *   `NOTIFY_SENTDEFERRED`, a deferred message shall be offered again; `NOTIFY_CRITSEC` and `NOTIFY_NONCRIT`, do not
   *   call Idle and Poll in between; `NOTIFY_CONFIG_CHANGE`, ask for the address types again;
   *   `NOTIFY_CRITICAL_ERROR`, the transport is beyond repair and shall only be released; `NOTIFY_NEWMAIL_RECEIVED`,
   *   by a store alone: a message has arrived in it
   * @param lpvData with `NOTIFY_SENTDEFERRED`, the message's entry ID; with `NOTIFY_NEWMAIL_RECEIVED`, the event; with
   *   `NOTIFY_CRITICAL_ERROR`, an explanation or null; else null
   * @returns `S_OK`; `MAPI_E_INVALID_PARAMETER` for flags that exclude each other, and without what a flag needs;
   *   `MAPI_E_UNKNOWN_FLAGS` for one that is for providers of another kind
   * @spec imapisupport-spoolernotify
   */
  SpoolerNotify(ulFlags: number, lpvData: EntryId | NEWMAIL_NOTIFICATION | MAPIERROR | null): Hr;
  /**
   * Makes the entry ID of a recipient who is in no address book.
   *
   * @param lpszName the display name; null for none
   * @param lpszAdrType the address type: `SMTP`
   * @param lpszAddress the address
   * @param ulFlags `MAPI_SEND_NO_RICH_INFO` when the recipient can't read formatted text (Internet addresses never
   *   get it); `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the entry ID
   * @spec imapisupport-createoneoff
   */
  CreateOneOff(lpszName: string | null, lpszAdrType: string, lpszAddress: string, ulFlags?: number): Out<EntryId>;
  /**
   * Registers the identifier that the provider's entry IDs carry, so that MAPI finds the way to it. For address books
   * and stores, at logon.
   *
   * @param lpProviderID the identifier, the same at every logon
   * @param ulFlags reserved, 0
   * @returns `S_OK`
   * @spec imapisupport-setprovideruid
   */
  SetProviderUID(lpProviderID: Guid, ulFlags?: number): Hr;
  /**
   * Tells whether two entry IDs name the same object, by asking the provider they belong to. For address books and
   * stores.
   *
   * @param lpEntry1 an entry ID
   * @param lpEntry2 another of the same provider
   * @param ulCompareFlags reserved, 0
   * @returns `S_OK` with 1 when they do, else 0; `MAPI_E_UNKNOWN_ENTRYID` when nobody open knows them
   * @spec imapisupport-compareentryids
   */
  CompareEntryIDs(lpEntry1: EntryId, lpEntry2: EntryId, ulCompareFlags?: number): Out<number>;
  /**
   * Binds an entry of the caller to the provider that it was copied from (`IABLogon.OpenTemplateID`). For address
   * books.
   *
   * @param lpTemplateID the entry's `PR_TEMPLATEID`
   * @param ulTemplateFlags `FILL_ENTRY` when the entry is new
   * @param lpMAPIPropData the entry's data
   * @param lpInterface the interface of the result; null for `IMailUser`
   * @param lpMAPIPropSibling reserved, null
   * @returns `S_OK` with the object to use from now on; `MAPI_E_UNKNOWN_ENTRYID` when that provider is not there;
   *   `MAPI_E_INTERFACE_NOT_SUPPORTED` when the data has not the interface of the result
   * @spec imapisupport-opentemplateid
   */
  OpenTemplateID<I extends IUnknown = IMailUser>(
    lpTemplateID: EntryId,
    ulTemplateFlags: number,
    lpMAPIPropData: IMAPIProp,
    lpInterface: Iid<I> | null,
    lpMAPIPropSibling: IMAPIProp | null,
  ): Out<I>;
  /**
   * Opens any object of the session by its entry ID.
   *
   * @param lpEntryID the object
   * @param lpInterface the interface; null for the usual one of the object
   * @param ulOpenFlags `MAPI_BEST_ACCESS` for as much access as can be had, else reading only unless `MAPI_MODIFY`;
   *   `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call
   * @returns `S_OK` with the object and its type; `MAPI_E_NO_ACCESS` when the caller may not, or writing can't be
   *   had; `MAPI_E_NOT_FOUND` when there is no such object; `MAPI_E_UNKNOWN_ENTRYID` when nobody knows the form,
   *   often because the address book provider is not open
   * @spec imapisupport-openentry
   */
  OpenEntry<I extends IUnknown>(
    lpEntryID: EntryId,
    lpInterface: Iid<I> | null,
    ulOpenFlags?: number,
  ): Out<OpenedEntry<I>>;
  /**
   * Opens the table of all templates from which recipients can be made, of all address book providers. For address
   * books.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode columns
   * @returns `S_OK` with the table
   * @spec imapisupport-getoneofftable
   */
  GetOneOffTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Shows the address dialog. For address books.
   *
   * @param lpulUIParam the window that owns it
   * @param lpAdrParms how it looks and what it shows; `lpfnABSDI` is filled in under `DIALOG_SDI`
   * @param lppAdrList the recipients so far; null for none
   * @returns `S_OK` with the recipients and the window; `MAPI_E_USER_CANCEL`
   * @spec imapisupport-address
   */
  Address(lpulUIParam: number, lpAdrParms: ADRPARM, lppAdrList: AdrList | null): Out<AddressedBySupport>;
  /**
   * Shows the details of an entry. For address books.
   *
   * @param lpulUIParam the window that owns the dialog
   * @param lpfnDismiss called when a dialog opened with `DIALOG_SDI` closes; null for nobody
   * @param lpvDismissContext what it gets
   * @param lpEntryID the entry
   * @param lpfButtonCallback called when the added button is clicked; null for no button
   * @param lpvButtonContext what it gets
   * @param lpszButtonText the button's text; null for no button
   * @param ulFlags `DIALOG_MODAL` or `DIALOG_SDI`; `MAPI_UNICODE` for a Unicode text
   * @returns `S_OK` with the window
   * @spec imapisupport-details
   */
  Details(
    lpulUIParam: number,
    lpfnDismiss: DismissModeless | null,
    lpvDismissContext: unknown,
    lpEntryID: EntryId | null,
    lpfButtonCallback: FnButton | null,
    lpvButtonContext: unknown,
    lpszButtonText: string | null,
    ulFlags?: number,
  ): Out<number>;
  /**
   * Makes an entry with the user's help, in a container or for one message. For address books.
   *
   * @param ulUIParam the window that owns dialogs
   * @param ulFlags reserved, 0
   * @param lpEIDContainer the container; null for a one-off entry
   * @param lpEIDNewEntryTpl the template; null to let the user choose
   * @returns `S_OK` with the entry
   * @spec imapisupport-newentry
   */
  NewEntry(
    ulUIParam: number,
    ulFlags: number,
    lpEIDContainer: EntryId | null,
    lpEIDNewEntryTpl: EntryId | null,
  ): Out<EntryId>;
  /**
   * Shows a property sheet from a display table.
   *
   * @param ulUIParam the window that owns it
   * @param ulFlags reserved, 0
   * @param lpszTitle its title; null for none
   * @param lpDisplayTable the controls
   * @param lpCOnfigData the properties behind them
   * @param ulTopPage the page shown first, counted from 0
   * @returns `S_OK`; `MAPI_E_USER_CANCEL`
   * @spec imapisupport-doconfigpropsheet
   */
  DoConfigPropsheet(
    ulUIParam: number,
    ulFlags: number,
    lpszTitle: string | null,
    lpDisplayTable: IMAPITable,
    lpCOnfigData: IMAPIProp,
    ulTopPage: number,
  ): Hr;
  /**
   * Copies or moves messages between folders of any two stores, for a store that does not do so itself
   * (`IMAPIFolder.CopyMessages`). Into another store, the source is told first to send the read reports that are due.
   *
   * @param lpSrcInterface the interface of the source; null for `IMAPIFolder`
   * @param lpSrcFolder the source
   * @param lpMsgList the messages
   * @param lpDestInterface the interface of the target; null for `IMAPIFolder`
   * @param lpDestFolder the target, open
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `MESSAGE_DIALOG`; null for the dialog that MAPI brings
   * @param ulFlags `MESSAGE_MOVE` to move; `MESSAGE_DIALOG` to show progress
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION`, a success; `MAPI_E_USER_CANCEL`; `MAPI_E_DECLINE_COPY` with
   *   `MAPI_DECLINE_OK`, which the provider has handed on
   * @spec imapisupport-copymessages
   */
  CopyMessages<S extends IUnknown = IMAPIFolder, D extends IUnknown = IMAPIFolder>(
    lpSrcInterface: Iid<S> | null,
    lpSrcFolder: NoInfer<S>,
    lpMsgList: readonly EntryId[],
    lpDestInterface: Iid<D> | null,
    lpDestFolder: NoInfer<D>,
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags?: number,
  ): Hr;
  /**
   * Copies or moves a folder with everything in it between any two stores, for a store that does not do so itself
   * (`IMAPIFolder.CopyFolder`).
   *
   * @param lpSrcInterface the interface of the parent; null for `IMAPIFolder`
   * @param lpSrcFolder the parent
   * @param lpEntryID the folder
   * @param lpDestInterface the interface of the target; null for `IMAPIFolder`
   * @param lpDestFolder the new parent, open
   * @param lszNewFolderName its new name; null for the old one
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `FOLDER_DIALOG`; null for the dialog that MAPI brings
   * @param ulFlags `FOLDER_MOVE` to move; `COPY_SUBFOLDERS` to copy what is below, too; `FOLDER_DIALOG` to show
   *   progress; `MAPI_UNICODE` for a Unicode name
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION`, a success; `MAPI_E_COLLISION` when the name is taken;
   *   `MAPI_E_DECLINE_COPY` as CopyMessages
   * @spec imapisupport-copyfolder
   */
  CopyFolder<S extends IUnknown = IMAPIFolder, D extends IUnknown = IMAPIFolder>(
    lpSrcInterface: Iid<S> | null,
    lpSrcFolder: NoInfer<S>,
    lpEntryID: EntryId,
    lpDestInterface: Iid<D> | null,
    lpDestFolder: NoInfer<D>,
    lszNewFolderName: string | null,
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags?: number,
  ): Hr;
  /**
   * Copies or moves a whole object into another, for a store that does not do so itself (`IMAPIProp.CopyTo`).
   *
   * @param lpSrcInterface the interface of the source
   * @param lpSrcObj the source
   * @param rgiidExclude interfaces whose contents are left out; null or none for all
   * @param lpExcludeProps properties left out; null for none
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `MAPI_DIALOG`; null for the dialog that MAPI brings
   * @param lpDestInterface the interface of the target
   * @param lpDestObj the target
   * @param ulFlags `MAPI_MOVE` to move; `MAPI_NOREPLACE` to leave what the target already has; `MAPI_DIALOG` to show
   *   progress
   * @returns `S_OK` with the problems of single properties (`MAPI_E_BAD_CHARWIDTH`, `MAPI_E_COMPUTED`,
   *   `MAPI_E_UNEXPECTED_TYPE`); `MAPI_E_COLLISION` when the target has a property under `MAPI_NOREPLACE`;
   *   `MAPI_E_FOLDER_CYCLE` when the source contains the target, perhaps with part of the work done;
   *   `MAPI_E_INTERFACE_NOT_SUPPORTED` when an object does not have its interface; `MAPI_E_NO_ACCESS` when the caller
   *   may not, or source and target are the same; `MAPI_E_INVALID_PARAMETER` when the list of properties is empty;
   *   `MAPI_E_DECLINE_COPY` as CopyMessages
   * @spec imapisupport-docopyto
   */
  DoCopyTo<S extends IUnknown, D extends IUnknown>(
    lpSrcInterface: Iid<S>,
    lpSrcObj: NoInfer<S>,
    rgiidExclude: readonly AnyIid[] | null,
    lpExcludeProps: readonly PropTag[] | null,
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    lpDestInterface: Iid<D>,
    lpDestObj: NoInfer<D>,
    ulFlags?: number,
  ): Out<readonly SPropProblem[]>;
  /**
   * Copies or moves chosen properties into another object, for a store that does not do so itself
   * (`IMAPIProp.CopyProps`).
   *
   * @param lpSrcInterface the interface of the source
   * @param lpSrcObj the source
   * @param lpIncludeProps the properties
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `MAPI_DIALOG`; null for the dialog that MAPI brings
   * @param lpDestInterface the interface of the target
   * @param lpDestObj the target
   * @param ulFlags as in DoCopyTo
   * @returns as DoCopyTo
   * @spec imapisupport-docopyprops
   */
  DoCopyProps<S extends IUnknown, D extends IUnknown>(
    lpSrcInterface: Iid<S>,
    lpSrcObj: NoInfer<S>,
    lpIncludeProps: readonly PropTag[],
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    lpDestInterface: Iid<D>,
    lpDestObj: NoInfer<D>,
    ulFlags?: number,
  ): Out<readonly SPropProblem[]>;
  /**
   * Brings MAPI's own progress dialog. For address books and stores.
   *
   * @param ulUIParam the window that owns it
   * @param ulFlags `MAPI_TOP_LEVEL` when progress is that of the whole operation, counted in items
   * @returns `S_OK` with the indicator
   * @spec imapisupport-doprogressdialog
   */
  DoProgressDialog(ulUIParam: number, ulFlags?: number): Out<IMAPIProgress>;
  /**
   * Writes a report that a message was, or was not, read. For stores: once per message that asks for it, when it is
   * read, moved or copied, or its flag is set; not when it is deleted.
   *
   * @param ulFlags `MAPI_NON_READ` for a report that it was not read
   * @param lpReadMessage the message
   * @param lppEmptyMessage an empty message for the report
   * @returns `S_OK` with the report, to submit; null when there shall be none
   * @spec imapisupport-readreceipt
   */
  ReadReceipt(ulFlags: number, lpReadMessage: IMessage, lppEmptyMessage: IMessage | null): Out<IMessage | null>;
  /**
   * Prepares a message with `MSGFLAG_RESEND` for sending: recipients that have it already become `MAPI_P1` and done,
   * the others lose `MAPI_SUBMITTED` and are to be served. For stores, within SubmitMessage and after
   * `NOTIFY_READYTOSEND`.
   *
   * @param lpMessage the message
   * @param lpulFlags reserved, 0
   * @returns `S_OK` with 0
   * @spec imapisupport-preparesubmit
   */
  PrepareSubmit(lpMessage: IMessage, lpulFlags: number): Out<number>;
  /**
   * Completes the recipients of a message: expands personal distribution lists, replaces display names that were
   * changed, marks duplicates. For stores, within SubmitMessage.
   *
   * @param lpMessage the message
   * @returns `S_OK` with what it still needs: `NEEDS_PREPROCESSING` before it is sent, `NEEDS_SPOOLER` to be sent by
   *   the spooler even by a store with a transport of its own
   * @spec imapisupport-expandrecips
   */
  ExpandRecips(lpMessage: IMessage): Out<number>;
  /**
   * Brings the personal address book up to date with a message's recipients.
   *
   * @param ulFlags reserved, 0
   * @param lpMessage the message
   * @returns `S_OK`; `MAPI_E_NO_SUPPORT` where there is no such address book
   */
  UpdatePAB(ulFlags: number, lpMessage: IMessage): Hr;
  /**
   * Does what is to be done with a message that was sent: runs outbound hooks and puts it where `PR_SENTMAIL_ENTRYID`
   * says, or deletes it. For stores, within FinishedMsg.
   *
   * @param ulFlags reserved, 0
   * @param lpMessage the message, which MAPI releases
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION`, a success, when it stays where it is against its sender's wish
   * @spec imapisupport-dosentmail
   */
  DoSentMail(ulFlags: number, lpMessage: IMessage): Hr;
  /**
   * Opens the address book.
   *
   * @param lpInterface the interface; null for `IAddrBook`
   * @param ulFlags reserved, 0
   * @returns `S_OK` with the address book; `MAPI_W_ERRORS_RETURNED`, a success, when some provider could not be loaded
   * @spec imapisupport-openaddressbook
   */
  OpenAddressBook<I extends IUnknown = IAddrBook>(lpInterface: Iid<I> | null, ulFlags?: number): Out<I>;
  /**
   * Has the spooler preprocess a message. For stores with a transport of their own.
   *
   * @param ulFlags reserved, 0
   * @param lpEntryID the message
   * @returns `S_OK`
   */
  Preprocess(ulFlags: number, lpEntryID: EntryId): Hr;
  /**
   * Has the spooler do what follows sending: hooks and FinishedMsg. For stores with a transport of their own.
   *
   * @param ulFlags reserved, 0
   * @param lpEntryID the message
   * @returns `S_OK`
   * @spec imapisupport-completemsg
   */
  CompleteMsg(ulFlags: number, lpEntryID: EntryId): Hr;
  /**
   * Passes on how a client wants mail that is under way to end before its store closes. For stores, within
   * StoreLogoff, or with `LOGOFF_ABORT` at the last Release.
   *
   * @param lpulFlags one of `LOGOFF_ABORT`, `LOGOFF_NO_WAIT`, `LOGOFF_ORDERLY`, `LOGOFF_PURGE`, `LOGOFF_QUIET` (see
   *   `IMsgStore.StoreLogoff`)
   * @returns `S_OK` with `LOGOFF_COMPLETE` when nothing is left to do (also when another process has the store open),
   *   else what is going on: `LOGOFF_INBOUND`, `LOGOFF_OUTBOUND`, `LOGOFF_OUTBOUND_QUEUE`
   * @spec imapisupport-storelogofftransports
   */
  StoreLogoffTransports(lpulFlags: number): Out<number>;
  /**
   * Reports to the sender which recipients got a message and which did not. For transports, between SubmitMessage and
   * EndMessage, or in StartMessage for reports that came in.
   *
   * @param lpMessage the message
   * @param lpRecipList the recipients with the properties of the reports: `PR_DELIVER_TIME` for one that was reached,
   *   `PR_REPORT_TEXT` and its like for one that was not
   * @returns `S_OK`; `MAPI_W_ERRORS_RETURNED`, a success, when the recipient's type has no such options
   * @spec imapisupport-statusrecips
   */
  StatusRecips(lpMessage: IMessage, lpRecipList: AdrList): Hr;
  /**
   * Puts MAPI's wrapper around a store's own entry ID, so that MAPI finds the store's provider in any session.
   *
   * @param lpOrigEntry the store's own entry ID
   * @returns `S_OK` with the wrapped one
   * @spec imapisupport-wrapstoreentryid
   */
  WrapStoreEntryID(lpOrigEntry: EntryId): Out<EntryId>;
  /**
   * Makes the store a lasting part of the profile, its secure properties hidden from then on. For stores, at logon.
   *
   * @param ulFlags `MDB_TEMPORARY` to do nothing
   * @returns `S_OK`
   * @spec imapisupport-modifyprofile
   */
  ModifyProfile(ulFlags?: number): Hr;
  /**
   * Lays an OLE storage over a stream, which is held for as long as the storage. Its Commit writes the stream.
   *
   * @param lpUnkIn the stream
   * @param lpInterface its interface: `IStream` or `ILockBytes`; null for `IStream`
   * @param ulFlags `STGSTRM_CREATE` for a new storage; `STGSTRM_MODIFY` to write; `STGSTRM_CURRENT` to begin at the
   *   stream's position; `STGSTRM_RESET` to begin at its start
   * @returns `S_OK` with the storage; `MAPI_E_UNKNOWN_FLAGS`; `MAPI_E_INTERFACE_NOT_SUPPORTED` for another interface, or an
   *   object without it; `MAPI_E_INVALID_PARAMETER` for no object; `STG_E_INVALIDHEADER` when the stream holds something else
   *   than a storage, `STG_E_DOCFILECORRUPT` a broken one, `STG_E_FILEALREADYEXISTS` nothing; what the stream answers
   * @spec imapisupport-istoragefromstream
   */
  IStorageFromStream(lpUnkIn: IUnknown, lpInterface: AnyIid | null, ulFlags?: number): Out<IStorage>;
  /**
   * Makes a support object for the entry point of a message service.
   *
   * @param ulFlags reserved, 0
   * @returns `S_OK` with the support object
   * @spec imapisupport-getsvcconfigsupportobj
   */
  GetSvcConfigSupportObj(ulFlags?: number): Out<IMAPISupport>;
}

/** The IID of {@link IMAPISupport:interface}. */
export const IMAPISupport: Iid<IMAPISupport> = iid<IMAPISupport, IUnknown>(
  'IMAPISupport',
  '0002030F-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    GetMemAllocRoutines:
      '([out] LPALLOCATEBUFFER *lpAllocateBuffer, [out] LPALLOCATEMORE *lpAllocateMore, [out] LPFREEBUFFER *lpFreeBuffer)',
    Subscribe:
      '(LPNOTIFKEY lpKey, ULONG ulEventMask, ULONG ulFlags, LPMAPIADVISESINK lpAdviseSink, [out] ULONG_PTR *lpulConnection)',
    Unsubscribe: '(ULONG_PTR ulConnection)',
    Notify:
      '(LPNOTIFKEY lpKey, ULONG cNotification, [size_is(cNotification)] LPNOTIFICATION lpNotifications, [in, out] ULONG *lpulFlags)',
    ModifyStatusRow: '(ULONG cValues, [size_is(cValues)] LPSPropValue lpColumnVals, ULONG ulFlags)',
    OpenProfileSection: '([unique] LPMAPIUID lpUid, ULONG ulFlags, [out] LPPROFSECT *lppProfileObj)',
    RegisterPreprocessor:
      '([unique] LPMAPIUID lpMuid, [unique] LPTSTR lpszAdrType, LPTSTR lpszDLLName, [unique] LPSTR lpszPreprocess, [unique] LPSTR lpszRemovePreprocessInfo, ULONG ulFlags)',
    NewUID: '([out] LPMAPIUID lpMuid)',
    MakeInvalid: '(ULONG ulFlags, LPVOID lpObject, ULONG ulRefCount, ULONG cMethods)',
    SpoolerYield: '(ULONG ulFlags)',
    // The flags say what the pointer points to.
    SpoolerNotify: '(ULONG ulFlags, [unique] LPVOID lpvData)',
    CreateOneOff:
      '([unique] LPTSTR lpszName, LPTSTR lpszAdrType, LPTSTR lpszAddress, ULONG ulFlags, [out] ULONG *lpcbEntryID, [out, size_is(lpcbEntryID)] LPENTRYID *lppEntryID)',
    SetProviderUID: '(LPMAPIUID lpProviderID, ULONG ulFlags)',
    CompareEntryIDs:
      '(ULONG cbEntry1, [size_is(cbEntry1)] LPENTRYID lpEntry1, ULONG cbEntry2, [size_is(cbEntry2)] LPENTRYID lpEntry2, ULONG ulCompareFlags, [out] ULONG *lpulResult)',
    OpenTemplateID:
      '(ULONG cbTemplateID, [size_is(cbTemplateID)] LPENTRYID lpTemplateID, ULONG ulTemplateFlags, LPMAPIPROP lpMAPIPropData, [unique] LPCIID lpInterface, [out, iid_is(lpInterface)] LPMAPIPROP *lppMAPIPropNew, [unique] LPMAPIPROP lpMAPIPropSibling)',
    OpenEntry:
      '(ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPCIID lpInterface, ULONG ulOpenFlags, [out] ULONG *lpulObjType, [out, iid_is(lpInterface)] LPUNKNOWN *lppUnk)',
    GetOneOffTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    Address:
      '([in, out] ULONG_PTR *lpulUIParam, [in, out, ref] LPADRPARM lpAdrParms, [in, out, unique] LPADRLIST *lppAdrList)',
    Details:
      '([in, out] ULONG_PTR *lpulUIParam, [unique] LPFNDISMISS lpfnDismiss, [unique] LPVOID lpvDismissContext, ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPFNBUTTON lpfButtonCallback, [unique] LPVOID lpvButtonContext, [unique] LPTSTR lpszButtonText, ULONG ulFlags)',
    NewEntry:
      '(ULONG_PTR ulUIParam, ULONG ulFlags, ULONG cbEIDContainer, [unique, size_is(cbEIDContainer)] LPENTRYID lpEIDContainer, ULONG cbEIDNewEntryTpl, [unique, size_is(cbEIDNewEntryTpl)] LPENTRYID lpEIDNewEntryTpl, [out] ULONG *lpcbEIDNewEntry, [out, size_is(lpcbEIDNewEntry)] LPENTRYID *lppEIDNewEntry)',
    DoConfigPropsheet:
      '(ULONG_PTR ulUIParam, ULONG ulFlags, [unique] LPTSTR lpszTitle, LPMAPITABLE lpDisplayTable, LPMAPIPROP lpCOnfigData, ULONG ulTopPage)',
    CopyMessages:
      '([unique] LPCIID lpSrcInterface, [iid_is(lpSrcInterface)] LPVOID lpSrcFolder, LPENTRYLIST lpMsgList, [unique] LPCIID lpDestInterface, [iid_is(lpDestInterface)] LPVOID lpDestFolder, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, ULONG ulFlags)',
    CopyFolder:
      '([unique] LPCIID lpSrcInterface, [iid_is(lpSrcInterface)] LPVOID lpSrcFolder, ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPCIID lpDestInterface, [iid_is(lpDestInterface)] LPVOID lpDestFolder, [unique] LPTSTR lszNewFolderName, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, ULONG ulFlags)',
    DoCopyTo:
      '(LPCIID lpSrcInterface, [iid_is(lpSrcInterface)] LPVOID lpSrcObj, ULONG ciidExclude, [unique, size_is(ciidExclude)] LPCIID rgiidExclude, [unique] LPSPropTagArray lpExcludeProps, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, LPCIID lpDestInterface, [iid_is(lpDestInterface)] LPVOID lpDestObj, ULONG ulFlags, [out, unique] LPSPropProblemArray *lppProblems)',
    // The page says in and out, yet a list of problems is only ever handed out.
    DoCopyProps:
      '(LPCIID lpSrcInterface, [iid_is(lpSrcInterface)] LPVOID lpSrcObj, LPSPropTagArray lpIncludeProps, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, LPCIID lpDestInterface, [iid_is(lpDestInterface)] LPVOID lpDestObj, ULONG ulFlags, [out, unique] LPSPropProblemArray *lppProblems)',
    DoProgressDialog: '(ULONG_PTR ulUIParam, ULONG ulFlags, [out] LPMAPIPROGRESS *lppProgress)',
    ReadReceipt: '(ULONG ulFlags, LPMESSAGE lpReadMessage, [in, out, unique] LPMESSAGE *lppEmptyMessage)',
    PrepareSubmit: '(LPMESSAGE lpMessage, [in, out] ULONG *lpulFlags)',
    ExpandRecips: '(LPMESSAGE lpMessage, [out] ULONG *lpulFlags)',
    UpdatePAB: '(ULONG ulFlags, LPMESSAGE lpMessage)',
    DoSentMail: '(ULONG ulFlags, LPMESSAGE lpMessage)',
    OpenAddressBook: '([unique] LPCIID lpInterface, ULONG ulFlags, [out, iid_is(lpInterface)] LPADRBOOK *lppAdrBook)',
    Preprocess: '(ULONG ulFlags, ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID)',
    CompleteMsg: '(ULONG ulFlags, ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID)',
    StoreLogoffTransports: '([in, out] ULONG *lpulFlags)',
    StatusRecips: '(LPMESSAGE lpMessage, LPADRLIST lpRecipList)',
    WrapStoreEntryID:
      '(ULONG cbOrigEntry, [size_is(cbOrigEntry)] LPENTRYID lpOrigEntry, [out] ULONG *lpcbWrappedEntry, [out, size_is(lpcbWrappedEntry)] LPENTRYID *lppWrappedEntry)',
    ModifyProfile: '(ULONG ulFlags)',
    IStorageFromStream:
      '([iid_is(lpInterface)] LPUNKNOWN lpUnkIn, [unique] LPCIID lpInterface, ULONG ulFlags, [out] LPSTORAGE *lppStorageOut)',
    GetSvcConfigSupportObj: '(ULONG ulFlags, [out] LPMAPISUP *lppSvcSupport)',
  },
  'later',
);
