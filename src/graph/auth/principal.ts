/** Who asks, as a bearer token tells it. */
export interface Principal {
  /** Whose mailbox `me` is: a user principal name or identifier; null for a program that acts for itself and has no `me`. */
  readonly user: string | null;
  /** The permissions: `Mail.Read` and so on. */
  readonly scopes: ReadonlySet<string>;
  /** Whether it may enter every mailbox, as programs with application permissions do, and not that of `user` alone. */
  readonly everyone: boolean;
}

/**
 * Finds out who asks: at once where nothing has to be waited for.
 *
 * @param token what stands behind `Bearer`
 * @returns null when the token is none of this kind; another authenticator may know it
 * @throws {GraphError} 401 for a token of this kind that is no good: expired, revoked, of another audience
 */
export type Authenticator = (token: string) => Principal | null | Promise<Principal | null>;
