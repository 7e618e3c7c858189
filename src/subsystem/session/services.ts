import { log } from '../../base/index.js';
import { ComError, type Guid, type HResult } from '../../com/index.js';
import {
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NO_ACCESS,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MSG_SERVICE_CONFIGURE,
} from '../../mapi/index.js';
import { callEntry } from '../profile/entrypoint.js';
import type { Profile } from '../profile/profile.js';
import { serviceAdmin } from '../profile/provideradmin.js';

/** The message services of a session, as far as their providers may still be called. @spec imsprovider-logon */
export class SessionServices {
  readonly #profile: Profile;
  readonly #disabled = new Set<Guid>();

  /** @param profile the profile of the session */
  constructor(profile: Profile) {
    this.#profile = profile;
  }

  /** @throws {ComError} `MAPI_E_LOGON_FAILED` when a failure of one of its providers has disabled the service of a provider */
  require(provider: Guid): void {
    const owner = this.#ownerOf(provider);
    if (owner && this.#disabled.has(owner))
      throw new ComError(MAPI_E_LOGON_FAILED, 'the message service is disabled: one of its providers could not log on');
  }

  /**
   * Takes note that a provider could not log on. Most failures disable its whole service for as long as the session lasts.
   *
   * @param provider the provider
   * @param hr why
   */
  failed(provider: Guid, hr: HResult): void {
    const owner = this.#ownerOf(provider);
    if (owner && !ofOne.has(hr)) this.#disabled.add(owner);
  }

  /** Lets the service of a provider have another attempt. */
  enable(provider: Guid): void {
    const owner = this.#ownerOf(provider);
    if (owner) this.#disabled.delete(owner);
  }

  /**
   * Has the service of a provider that is not configured configure itself.
   *
   * @returns whether it could
   */
  async configure(provider: Guid): Promise<boolean> {
    const owner = this.#ownerOf(provider);
    if (!owner) return false;
    const call = { context: MSG_SERVICE_CONFIGURE, uiParam: 0, flags: 0, provider };
    try {
      await callEntry(this.#profile, owner, serviceAdmin(this.#profile, owner, provider), call);
      return true;
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      log.warn(`a message service could not configure itself: ${error.message}`);
      return false;
    }
  }

  #ownerOf(provider: Guid): Guid | null {
    return this.#profile.section(provider)?.owner ?? null;
  }
}

/** What speaks of one provider or of one call, not of the service. */
const ofOne: ReadonlySet<HResult> = new Set([
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
]);
