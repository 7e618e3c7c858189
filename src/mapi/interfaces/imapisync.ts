import { type Hr, type Iid, IUnknown, iid } from '../../com/index.js';
import type { IMAPISession } from './imapisession.js';

/** What a store is told when it shall synchronise. @spec mapisib */
export interface MAPISIB {
  /** The size of the structure in bytes; 0 between TypeScript programs. */
  readonly ulSize: number;
  /**
   * What to do: `SYNC_UPLOAD_HIERARCHY`, `SYNC_DOWNLOAD_HIERARCHY`, `SYNC_UPLOAD_CONTENTS`, `SYNC_DOWNLOAD_CONTENTS`,
   * `SYNC_OUTGOING_MAIL`, `SYNC_GLOBAL_HEADERS` (0x02000000) for headers alone, `SYNC_ON_DEMAND` (0x20000000) when
   * the user waits for it.
   */
  readonly ulFlags: number;
  /** The session. */
  readonly psesSync: IMAPISession;
  /** Where progress goes: it answers `IMAPISyncProgressCallback`. */
  readonly punkCallBack: IUnknown;
  /** Set by the store: settles when it is done. An event's handle in C++. */
  phSyncDoneEvent: Promise<void> | null;
}

/**
 * A store that fetches and sends mail itself, without a transport.
 * @spec imapisynciunknown
 */
export interface IMAPISync extends IUnknown {
  /**
   * Begins to synchronise, and answers at once; progress and the end go to the callback.
   *
   * @param psibpb what to do, for whom; the store sets `phSyncDoneEvent`
   * @returns `S_OK` when it has begun
   * @spec imapisyncsynchronizeinbackground
   */
  SynchronizeInBackground(psibpb: MAPISIB): Hr;
}

/** The IID of {@link IMAPISync:interface}. */
export const IMAPISync: Iid<IMAPISync> = iid<IMAPISync, IUnknown>(
  'IMAPISync',
  '5024A385-2D44-486A-81A8-8F0ECB6071DD',
  IUnknown,
  { SynchronizeInBackground: '([in, out, ref] PMAPISIB psibpb)' },
  'later',
);
