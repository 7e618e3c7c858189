/** What a mechanism may need to know about the connection it runs on. */
export interface SaslContext {
  /** The server's name, as the caller gave it. */
  readonly host: string;
  /** The server's TCP port. */
  readonly port: number;
  /** Random bytes for nonces: for tests that need published ones. The default draws from `node:crypto`. */
  readonly nonce?: () => Uint8Array;
  /** The time in units of 100 ns since 1 January 1601, UTC: for tests. The default is the clock. Only NTLM asks. */
  readonly now?: () => bigint;
}

/**
 * One authentication dialog, seen from the client. It lives for one attempt. Bytes are the decoded ones: base64, the
 * `334` code and the `*` that cancels belong to the protocol that carries it.
 *
 * @spec RFC 4422 section 3
 */
export interface SaslMechanism {
  /** The registered name, as the AUTH command spells it. */
  readonly name: string;
  /** Whether it sends a reusable secret that whoever sees the bytes can read. */
  readonly cleartext: boolean;
  /** What goes out with the AUTH command (may be empty), or null when the server speaks first. */
  readonly initialResponse: Uint8Array | null;
  /**
   * Answers a challenge. When the server did not take the initial response (an empty first challenge), the answer is
   * that response, so a caller may also leave it out of a command line that would grow too long.
   *
   * @param challenge the server's bytes, decoded
   * @returns the bytes to answer, possibly none
   * @throws {WireError} `auth-failed` when the server refuses inside the dialog or its own proof is wrong;
   *   `protocol` when the challenge is malformed, too large or one too many; `unsupported` when it asks for what
   *   this mechanism or this Node's cryptography does not have. The caller then cancels with `*`.
   */
  step(challenge: Uint8Array): Uint8Array;
  /**
   * Takes the server's final success. Call it on the `235` reply, before the connection counts as authenticated.
   *
   * @throws {WireError} `auth-failed` when the server never proved itself (SCRAM) or had reported an error before
   */
  done(): void;
}
