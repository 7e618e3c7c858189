/** Bytes that no frame of the kind can hold. Whoever meets it in what a peer sent closes the connection. */
export class MalformedError extends Error {
  /** `MalformedError`. */
  override readonly name: string = 'MalformedError';
}
