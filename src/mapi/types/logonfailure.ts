import type { MAPIERROR } from './mapierror.js';

/** What a provider's logon may hand out although it failed: the reason in words. */
export interface LogonFailure {
  /** The explanation; null when the provider has none. */
  readonly lppMAPIError: MAPIERROR | null;
}
