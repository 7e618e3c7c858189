import { type Iid, IUnknown, iid, type Out } from '../../com/index.js';

/**
 * The way from a provider's support object to the session it works for: ask the support object for this interface.
 * @spec imapigetsessioniunknown
 */
export interface IMAPIGetSession extends IUnknown {
  /**
   * Hands out the session.
   *
   * @returns `S_OK` with the session, to be asked for `IMAPISession`
   * @spec imapigetsession-getmapisession
   */
  GetMAPISession(): Out<IUnknown>;
}

/** The IID of {@link IMAPIGetSession:interface}. */
export const IMAPIGetSession: Iid<IMAPIGetSession> = iid<IMAPIGetSession, IUnknown>(
  'IMAPIGetSession',
  '614AB435-491D-4F5B-A8B4-60EB031030C6',
  IUnknown,
  { GetMAPISession: '([out] LPUNKNOWN *lppSession)' },
  'later',
);
