import { type Guid, type Hr, type Iid, IUnknown, iid, type Out, type RetWithFailure } from '../../com/index.js';
import type { EntryId } from '../types/entryid.js';
import type { OPTIONDATA } from '../types/optiondata.js';
import type { IMAPIStatus } from './imapistatus.js';
import type { IMessage } from './imessage.js';
import type { OpenedStatus } from './openedstatus.js';

/** Which recipients a transport takes: what {@link IXPLogon.AddressTypes} hands out. */
export interface TransportAddressTypes {
  /** `MAPI_UNICODE` when the address types are in Unicode. */
  readonly lpulFlags: number;
  /**
   * Address types (`SMTP`, `FAX`): recipients whose `PR_ADDRTYPE` equals one of them exactly. An empty list stands for all types, a
   * single empty text for none.
   */
  readonly lpppAdrTypeArray: readonly string[];
  /** Providers: recipients whose entry ID carries one of these, which come before address types. */
  readonly lpppUIDArray: readonly Guid[];
}

/** The options of a transport: what {@link IXPLogon.RegisterOptions} hands out. */
export interface TransportOptions {
  /** `MAPI_UNICODE` when the texts within are in Unicode. */
  readonly lpulFlags: number;
  /** One entry for each kind of options and address type. */
  readonly lppOptions: readonly OPTIONDATA[];
}

/** What {@link IXPLogon.SubmitMessage} hands out, with a failure, too. */
export interface SubmittedMessage {
  /** The transport's number for the message until EndMessage; 0 when it gave none. */
  readonly lpulMsgRef: number;
  /** With `MAPI_E_WAIT` and `MAPI_E_NETWORK_ERROR`: seconds until the spooler tries again. Else 0. */
  readonly lpulReturnParm: number;
}

/**
 * A session with a transport. The spooler alone calls it: an outbound message goes by SubmitMessage and EndMessage,
 * an inbound one by Poll and StartMessage, for which the spooler brings the message to fill.
 * @spec ixplogoniunknown
 */
export interface IXPLogon extends IUnknown {
  /**
   * Tells which recipients the transport takes; asked right after the logon, and again when the configuration
   * changed. Of all transports the first in the profile's order gets a recipient, entry IDs compared before address
   * types.
   *
   * @returns `S_OK` with both lists, either of which may be empty
   * @spec ixplogon-addresstypes
   */
  AddressTypes(): Out<TransportAddressTypes>;
  /**
   * Tells which options messages and recipients may have on this transport.
   *
   * @returns `S_OK` with the options, perhaps none
   */
  RegisterOptions(): Out<TransportOptions>;
  /**
   * Tells the transport of an event. It may come while another call is under way, to cancel that one for instance.
   * Whatever begins or ends is to be seen in the status row before the transport answers (the end of a flush, as soon
   * as can be).
   *
   * @param lpulFlags `NOTIFY_BEGIN_INBOUND` or `NOTIFY_END_INBOUND`, `NOTIFY_BEGIN_OUTBOUND` or
   *   `NOTIFY_END_OUTBOUND`: the direction is on or off from now on, what is under way is finished;
   *   `NOTIFY_BEGIN_INBOUND_FLUSH`, `NOTIFY_END_INBOUND_FLUSH`, `NOTIFY_BEGIN_OUTBOUND_FLUSH`,
   *   `NOTIFY_END_OUTBOUND_FLUSH`: work as fast as possible, or in the background again; `NOTIFY_CANCEL_MESSAGE`:
   *   give the message up and return soon from the call that is at work on it (an inbound one is kept where it is and
   *   delivered again later); `NOTIFY_ABORT_DEFERRED`: a message that was deferred is withdrawn
   * @param lppvData with `NOTIFY_CANCEL_MESSAGE`, the number that SubmitMessage or StartMessage gave the message: 0
   *   or 1 as long as an outbound or an inbound call has not answered yet; with `NOTIFY_ABORT_DEFERRED`, its entry
   *   ID; else null
   * @returns `S_OK` with the flags, unchanged
   * @spec ixplogon-transportnotify
   */
  TransportNotify(lpulFlags: number, lppvData: number | EntryId | null): Out<number>;
  /**
   * Lets the transport do what can wait, when there is nothing else to do. Only under `LOGON_SP_IDLE`, at no fixed
   * interval.
   *
   * @param ulFlags reserved, 0
   * @returns `S_OK`
   * @spec ixplogon-idle
   */
  Idle(ulFlags?: number): Hr;
  /**
   * Ends the session. It may come at any time: what is under way is stopped.
   *
   * @param ulFlags reserved, 0
   * @returns `S_OK`; after any other answer the transport is logged off all the same
   * @spec ixplogon-transportlogoff
   */
  TransportLogoff(ulFlags?: number): Hr;
  /**
   * Offers a message for delivery to those of its recipients whose `PR_RESPONSIBILITY` is false. The transport sends
   * it, queues it or says why not, and sets `PR_RESPONSIBILITY` for each recipient that it is done with or has taken
   * on. Properties that are not transmittable stay behind; `MAPI_P1` recipients are for addressing alone.
   *
   * @param ulFlags `BEGIN_DEFERRED` when the transport had deferred it and asked for it by `NOTIFY_SENTDEFERRED`
   * @param lpMessage the message, open for writing until EndMessage has returned
   * @returns `S_OK`, after which EndMessage follows; `MAPI_E_BUSY`: nothing was done, no EndMessage, ask again;
   *   `MAPI_E_NOT_ME`: nothing was done, no EndMessage, ask another transport; `MAPI_E_CANCEL`: it was asked for
   *   again but needn't be sent any more; `MAPI_E_WAIT` and `MAPI_E_NETWORK_ERROR`: not now, try again after the
   *   seconds in `lpulReturnParm`, which an implementation throws along:
   *   `new ComError(MAPI_E_WAIT, 'busy', { value: { lpulMsgRef: 0, lpulReturnParm: 60 } })`
   * @spec ixplogon-submitmessage
   */
  SubmitMessage(ulFlags: number, lpMessage: IMessage): Promise<RetWithFailure<SubmittedMessage, SubmittedMessage>>;
  /**
   * Tells that the spooler has done its part of an outbound message, reports included. Its number is free again
   * afterwards, and everything opened in the transfer has to be released.
   *
   * @param ulMsgRef the number that SubmitMessage handed out
   * @returns `S_OK` with what becomes of the message: 0 when it was sent; `END_RESEND_NOW` to have it again at once;
   *   `END_RESEND_LATER` to have it again later; `END_DONT_RESEND` when it is deferred: the transport will ask for it
   *   by its entry ID (`NOTIFY_SENTDEFERRED`)
   * @spec ixplogon-endmessage
   */
  EndMessage(ulMsgRef: number): Out<number>;
  /**
   * Asks whether there is mail. Only under `LOGON_SP_POLL`.
   *
   * @returns `S_OK` with 0 when there is none; anything else makes the spooler call StartMessage
   * @spec ixplogon-poll
   */
  Poll(): Out<number>;
  /**
   * Hands an empty message to the transport, which fills it with the next inbound one and saves it. Not saving it
   * means that there was none. Everything opened within is released before it answers.
   *
   * @param ulFlags reserved, 0
   * @param lpMessage the message, open for writing until this method returns
   * @returns `S_OK` with the transport's number for the message, 1 when it gave none
   * @spec ixplogon-startmessage
   */
  StartMessage(ulFlags: number, lpMessage: IMessage): Out<number>;
  /**
   * Opens the transport's status object.
   *
   * @param lpInterface the interface; null for `IMAPIStatus`
   * @param ulFlags `MAPI_MODIFY` to write
   * @returns `S_OK` with the object and its type
   * @spec ixplogon-openstatusentry
   */
  OpenStatusEntry<I extends IUnknown = IMAPIStatus>(lpInterface: Iid<I> | null, ulFlags?: number): Out<OpenedStatus<I>>;
  /**
   * Checks the state outside, as `IMAPIStatus.ValidateState` of the transport's status object does. The spooler
   * passes calls on its own status object to all transports.
   *
   * @param ulUIParam the window that owns dialogs
   * @param ulFlags `SUPPRESS_UI` for no dialogs; `CONFIG_CHANGED` to have AddressTypes asked again;
   *   `REFRESH_XP_HEADER_CACHE` to fetch the list of message headers anew; `PROCESS_XP_HEADER_CACHE` to fetch and
   *   delete the messages marked `MSGSTATUS_REMOTE_DOWNLOAD` and `MSGSTATUS_REMOTE_DELETE`; `FORCE_XP_CONNECT` and
   *   `FORCE_XP_DISCONNECT` to connect or disconnect; `ABORT_XP_HEADER_OPERATION` when the user gave such work up
   * @returns `S_OK`; `MAPI_E_BUSY` while something else is under way; `MAPI_E_NO_SUPPORT` when the client shall show
   *   the dialog; `MAPI_E_USER_CANCEL`
   * @spec ixplogon-validatestate
   */
  ValidateState(ulUIParam: number, ulFlags?: number): Hr;
  /**
   * Asks the transport to clear its queues. It shows the matching bits in its status row and answers; the spooler
   * then begins.
   *
   * @param ulUIParam the window that owns dialogs
   * @param lpTargetTransport reserved, null
   * @param ulFlags `FLUSH_UPLOAD` and `FLUSH_DOWNLOAD` for the direction; `FLUSH_FORCE` even if it takes long;
   *   `FLUSH_NO_UI` for no dialogs
   * @returns `S_OK`
   * @spec ixplogon-flushqueues
   */
  FlushQueues(ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags?: number): Hr;
}

/** The IID of {@link IXPLogon:interface}. */
export const IXPLogon: Iid<IXPLogon> = iid<IXPLogon, IUnknown>(
  'IXPLogon',
  '00020315-0000-0000-C000-000000000046',
  IUnknown,
  {
    AddressTypes:
      '([out] ULONG *lpulFlags, [out] ULONG *lpcAdrType, [out, size_is(lpcAdrType)] LPTSTR **lpppAdrTypeArray, [out] ULONG *lpcMAPIUID, [out, size_is(lpcMAPIUID)] LPMAPIUID **lpppUIDArray)',
    RegisterOptions:
      '([out] ULONG *lpulFlags, [out] ULONG *lpcOptions, [out, size_is(lpcOptions)] LPOPTIONDATA *lppOptions)',
    // The flags say what the pointer points to; the page calls it an out parameter, but describes what the spooler gives.
    TransportNotify: '([in, out] ULONG *lpulFlags, [unique] LPVOID *lppvData)',
    Idle: '(ULONG ulFlags)',
    TransportLogoff: '(ULONG ulFlags)',
    SubmitMessage: '(ULONG ulFlags, LPMESSAGE lpMessage, [out] ULONG_PTR *lpulMsgRef, [out] ULONG_PTR *lpulReturnParm)',
    EndMessage: '(ULONG_PTR ulMsgRef, [out] ULONG *lpulFlags)',
    Poll: '([out] ULONG *lpulIncoming)',
    StartMessage: '(ULONG ulFlags, LPMESSAGE lpMessage, [out] ULONG_PTR *lpulMsgRef)',
    OpenStatusEntry:
      '([unique] LPCIID lpInterface, ULONG ulFlags, [out] ULONG *lpulObjType, [out, iid_is(lpInterface)] LPMAPISTATUS *lppEntry)',
    ValidateState: '(ULONG_PTR ulUIParam, ULONG ulFlags)',
    FlushQueues:
      '(ULONG_PTR ulUIParam, ULONG cbTargetTransport, [unique, size_is(cbTargetTransport)] LPENTRYID lpTargetTransport, ULONG ulFlags)',
  },
  'later',
);
