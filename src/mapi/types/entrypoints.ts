import type { Hr, Out, RetWithFailure } from '../../com/index.js';
import type { IABProvider } from '../interfaces/iabprovider.js';
import type { IAddrBook } from '../interfaces/iaddrbook.js';
import type { IMAPIFolder } from '../interfaces/imapifolder.js';
import type { IMAPISession } from '../interfaces/imapisession.js';
import type { IMAPISupport } from '../interfaces/imapisupport.js';
import type { IMessage } from '../interfaces/imessage.js';
import type { IMSProvider } from '../interfaces/imsprovider.js';
import type { IProviderAdmin } from '../interfaces/iprovideradmin.js';
import type { ISpoolerHook } from '../interfaces/ispoolerhook.js';
import type { IXPProvider } from '../interfaces/ixpprovider.js';
import type { AdrList } from './adrlist.js';
import type { LogonFailure } from './logonfailure.js';
import type { PropValue } from './propvalue.js';

/** What the entry point of a message store provider hands out. */
export interface InitializedStoreProvider {
  /** The version of the provider interfaces that the provider follows, `CURRENT_SPI_VERSION` as a rule. */
  readonly lpulProviderVer: number;
  /** The provider. */
  readonly lppMSProvider: IMSProvider;
}

/** What the entry point of a transport provider hands out. */
export interface InitializedTransportProvider {
  /** The version of the provider interfaces that the provider follows, `CURRENT_SPI_VERSION` as a rule. */
  readonly lpulProviderVer: number;
  /** The provider. */
  readonly lppXPProvider: IXPProvider;
}

/** What the entry point of an address book provider hands out. */
export interface InitializedAddressBookProvider {
  /** The version of the provider interfaces that the provider follows, `CURRENT_SPI_VERSION` as a rule. */
  readonly lpulProviderVer: number;
  /** The provider. */
  readonly lppABProvider: IABProvider;
}

/**
 * The entry point of a message store provider. The instance and the functions that allocate memory have no part here.
 *
 * @param ulFlags `MAPI_NT_SERVICE` within a Windows service; 0
 * @param ulMAPIVer the version of the provider interfaces that MAPI follows: `CURRENT_SPI_VERSION`
 * @returns `S_OK` with the provider; `MAPI_E_VERSION` when it can't work with a MAPI that old
 * @spec msproviderinit
 */
export type MSPROVIDERINIT = (ulFlags: number, ulMAPIVer: number) => Out<InitializedStoreProvider>;

/**
 * The entry point of a transport provider. The instance and the functions that allocate memory have no part here.
 *
 * @param ulFlags `MAPI_NT_SERVICE` within a Windows service; 0
 * @param ulMAPIVer the version of the provider interfaces that MAPI follows: `CURRENT_SPI_VERSION`
 * @returns `S_OK` with the provider; `MAPI_E_VERSION` when it can't work with a MAPI that old
 * @spec xpproviderinit
 */
export type XPPROVIDERINIT = (ulFlags: number, ulMAPIVer: number) => Out<InitializedTransportProvider>;

/**
 * The entry point of an address book provider. The instance and the functions that allocate memory have no part here.
 *
 * @param ulFlags `MAPI_NT_SERVICE` within a Windows service; 0
 * @param ulMAPIVer the version of the provider interfaces that MAPI follows: `CURRENT_SPI_VERSION`
 * @returns `S_OK` with the provider; `MAPI_E_VERSION` when it can't work with a MAPI that old
 * @spec abproviderinit
 */
export type ABPROVIDERINIT = (ulFlags: number, ulMAPIVer: number) => Out<InitializedAddressBookProvider>;

/**
 * The entry point of a message service, which configures it. The instance and the functions that allocate memory have no
 * part here.
 *
 * @param lpMAPISup MAPI's side
 * @param ulUIParam the window that owns dialogs
 * @param ulFlags `SERVICE_UI_ALLOWED`, `SERVICE_UI_ALWAYS`, `MSG_SERVICE_UI_READ_ONLY`, `UI_CURRENT_PROVIDER_FIRST`,
 *   `MAPI_UNICODE`
 * @param ulContext what is going on: one of `MSG_SERVICE_INSTALL`, `MSG_SERVICE_CREATE`, `MSG_SERVICE_CONFIGURE`,
 *   `MSG_SERVICE_DELETE`, `MSG_SERVICE_UNINSTALL`, `MSG_SERVICE_PROVIDER_CREATE`, `MSG_SERVICE_PROVIDER_DELETE`
 * @param lpProps the configuration, under `MSG_SERVICE_CONFIGURE` alone; null for none
 * @param lpProviderAdmin the providers of the service, and their sections
 * @returns `S_OK`; `MAPI_E_UNCONFIGURED` when the configuration does not suffice; `MAPI_E_USER_CANCEL`;
 *   `MAPI_E_NO_SUPPORT`; `MAPI_E_BAD_CHARWIDTH`. A failure may come with an explanation
 * @spec msgserviceentry
 */
export type MSGSERVICEENTRY = (
  lpMAPISup: IMAPISupport,
  ulUIParam: number,
  ulFlags: number,
  ulContext: number,
  lpProps: readonly PropValue[] | null,
  lpProviderAdmin: IProviderAdmin | null,
) => Promise<RetWithFailure<LogonFailure, LogonFailure>>;

/**
 * The entry point of a message hook provider.
 *
 * @param ulFlags `MAPI_NT_SERVICE` within a Windows service; 0
 * @param ulMAPIVer the version of the provider interfaces that MAPI follows: `CURRENT_SPI_VERSION`
 * @returns `S_OK` with the hook; `MAPI_E_VERSION`
 */
export type HPPROVIDERINIT = (ulFlags: number, ulMAPIVer: number) => Out<ISpoolerHook>;

/** What a preprocessor hands out. */
export interface PreprocessedMessage {
  /** Further messages that it has made, to be sent, too; the spooler releases them. Never the original. */
  readonly lpppMessage: readonly IMessage[];
  /** Recipients that the message can't reach, as `IMAPISupport::StatusRecips` takes them; null for none. */
  readonly lppRecipList: AdrList | null;
}

/**
 * A preprocessor. It releases nothing that it is given, calls no SubmitMessage and asks nobody.
 *
 * @param lpvSession the session
 * @param lpMessage the message, open for writing
 * @param lpAdrBook the address book
 * @param lpFolder the folder of the message
 * @returns `S_OK` with what it has made
 * @spec preprocessmessage
 */
export type PREPROCESSMESSAGE = (
  lpvSession: IMAPISession,
  lpMessage: IMessage,
  lpAdrBook: IAddrBook,
  lpFolder: IMAPIFolder,
) => Out<PreprocessedMessage>;

/**
 * Removes what a preprocessor has left in a message, after it was sent.
 *
 * @param lpMessage the message
 * @returns `S_OK`
 * @spec removepreprocessinfo
 */
export type REMOVEPREPROCESSINFO = (lpMessage: IMessage) => Hr;
