import type { Guid, Warning } from '../../com/index.js';
import type {
  AdrList,
  EntryId,
  IMAPIStatus,
  IMAPISupport,
  IMessage,
  IMSLogon,
  IMSProvider,
  MAPIERROR,
  NEWMAIL_NOTIFICATION,
  OpenedStatus,
  PropValue,
} from '../../mapi/index.js';

/** A store that a client of the session has open. */
export interface ClientStore {
  /** PR_PROVIDER_UID. */
  readonly uid: Guid;
  readonly provider: IMSProvider;
  readonly logon: IMSLogon;
  /** What `SpoolerLogon` needs. */
  readonly security: Uint8Array;
  /** The store's own entry ID, unwrapped; null when the profile says it. */
  readonly entryId: EntryId | null;
  /** The support object for the spooler's logon. */
  support(): IMAPISupport;
  /** Stands for the client's logon, see {@link MailPort.storeLogoff}. */
  readonly client: object;
  /** Whether it was opened for the spooler alone, so that nobody uses it any more. */
  readonly bySpooler: boolean;
}

/** A preprocessor, as `IMAPISupport::RegisterPreprocessor` gets it. */
export interface PreprocessorRegistration {
  /** The transport that registered it. */
  readonly transport: Guid;
  readonly uid: Guid | null;
  readonly addressType: string | null;
  readonly dllName: string;
  readonly preprocess: string;
  readonly remove: string | null;
}

/** Who calls `SpoolerNotify`. */
export interface NotifyOrigin {
  readonly kind: 'store' | 'transport';
  /** PR_PROVIDER_UID. */
  readonly uid: Guid;
}

/** What support objects and the session want of the spooler. @spec mapi-spooler-overview */
export interface MailPort {
  /** Whether there is a spooler: not under `MAPI_NO_MAIL`. */
  readonly active: boolean;
  /** Begins to work. */
  begin(): void;
  /** Logs the transports on, once; nothing to wait for under `MAPI_NO_MAIL`. */
  started(): Promise<void>;
  /** Fetches what the transports have: `MAPI_FORCE_DOWNLOAD`. */
  download(): Promise<void>;
  /**
   * Options that hold when nothing was chosen; null when no running transport has any for the address type.
   *
   * @param addressType the address type, or null for options of one recipient alone
   * @param what whose options
   * @param entryId the recipient, whose provider may have options of its own
   */
  defaultOptions(
    addressType: string | null,
    what: 'message' | 'recipient',
    entryId?: EntryId | null,
  ): Promise<readonly PropValue[] | null>;
  /** A client has opened a store that is for sending and receiving. */
  storeOpened(store: ClientStore): void;
  /** Another store became the default one: what comes in from now on comes into that. Answers when it can. */
  defaultStoreChanged(): Promise<void>;
  /** `IMAPISupport::SpoolerNotify`. */
  notify(origin: NotifyOrigin, flags: number, data: EntryId | NEWMAIL_NOTIFICATION | MAPIERROR | null): Promise<void>;
  /**
   * The bits for flushing have changed in a transport's status row: STATUS_OUTBOUND_FLUSH, STATUS_INBOUND_FLUSH.
   *
   * @param transport PR_PROVIDER_UID
   * @param appeared those that were not there before
   */
  flushShown(transport: Guid, appeared: number): void;
  /** `IMAPISupport::SpoolerYield` of a transport. */
  yield(transport: Guid): Promise<void | Warning<void>>;
  /** `IMAPISupport::RegisterPreprocessor`. */
  registerPreprocessor(registration: PreprocessorRegistration): void;
  /** `IMAPISupport::StatusRecips` of a transport. */
  statusRecips(transport: Guid, message: IMessage, recipients: AdrList): Promise<void>;
  /** `IMAPISupport::DoSentMail`; releases the message. Warns when it could not be moved or deleted as its sender wants it. */
  doSentMail(store: Guid, message: IMessage): Promise<void | Warning<void>>;
  /** `IMAPISupport::Preprocess` and `CompleteMsg`. */
  complete(store: Guid, entryId: EntryId, what: 'preprocess' | 'complete'): Promise<void>;
  /** `IMAPISupport::StoreLogoffTransports`: a client's logon to a store ends, in the way that one of `LOGOFF_*` says. */
  storeLogoff(store: Guid, client: object, wish: number): Promise<number>;
  /** Whether the spooler is needed for a message whose recipients are expanded: `NEEDS_PREPROCESSING`, `NEEDS_SPOOLER`. */
  needs(store: Guid, message: IMessage): Promise<number>;
  /** Address types that the running transports take. */
  addressTypes(): Promise<readonly string[]>;
  /** `IMAPIStatus::ValidateState` of the spooler. */
  validate(uiParam: number, flags: number): Promise<void>;
  /** `IMAPIStatus::FlushQueues` of the spooler. */
  flush(uiParam: number, transport: EntryId | null, flags: number): Promise<void>;
  /** Opens the status object of a transport; null when it is not logged on. */
  openStatus(transport: Guid, flags: number): Promise<OpenedStatus<IMAPIStatus> | null>;
  /** Ends with the session, after what is under way. */
  close(): Promise<void>;
}
