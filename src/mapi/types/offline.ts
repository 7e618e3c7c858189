import type { IUnknown } from '../../com/index.js';

/** What a client wants to hear of a connection that comes and goes. @spec mapioffline_adviseinfo */
export interface MAPIOFFLINE_ADVISEINFO {
  /** A number of the client's own, which comes back with each notification. */
  readonly ulClientToken: number;
  /** MAPIOFFLINE_CALLBACK_TYPE_NOTIFY 0: `pCallback` is an `IMAPIOfflineNotify`. */
  readonly CallbackType: number;
  /** Who is told. */
  readonly pCallback: IUnknown;
  /** MAPIOFFLINE_ADVISE_TYPE_STATECHANGE 1. */
  readonly ulAdviseTypes: number;
  /** The parts of the state that matter. */
  readonly ulStateMask: number;
}

/** The connection came, went or is about to. @spec mapioffline_notify */
export interface MAPIOFFLINE_NOTIFY {
  /** MAPIOFFLINE_NOTIFY_TYPE_STATECHANGE_START 1, STATECHANGE 2 or STATECHANGE_DONE 3. */
  readonly NotifyType: number;
  /** The client's own number. */
  readonly ulClientToken: number;
  /** The state. */
  readonly Info: {
    readonly StateChange: { readonly ulMask: number; readonly ulStateOld: number; readonly ulStateNew: number };
  };
}
