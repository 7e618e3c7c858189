import { STG_E_REVERTED } from '../codes.js';
import { ComError } from '../error.js';

/** That somebody has an element open: it ends with its object, and with what lies above it. */
export class Opening {
  readonly #within: Opening | null;
  readonly #below = new Set<Opening>();
  readonly #ended: () => void;
  #revoked = false;
  #over = false;

  /**
   * @param within that of the storage above; null for the first of all
   * @param ended called once when nobody has the element open any more
   */
  constructor(within: Opening | null, ended: () => void) {
    this.#within = within;
    this.#ended = ended;
    if (within) within.#below.add(this);
  }

  /** @throws {ComError} `STG_E_REVERTED` when the element is gone */
  require(): void {
    if (this.#revoked)
      throw new ComError(STG_E_REVERTED, 'what lies above was released or reverted, or the element is gone');
  }

  /** The element is gone, or what is above it; so is all below it. */
  revoke(): void {
    this.#revoked = true;
    this.revokeBelow();
    this.end();
  }

  /** All below is gone. */
  revokeBelow(): void {
    for (const one of this.#below) one.revoke();
  }

  /** Its object is released. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.revokeBelow();
    if (this.#within) this.#within.#below.delete(this);
    this.#ended();
  }

  /** Whether another one is this one or lies below it. */
  holds(other: Opening): boolean {
    for (let at: Opening | null = other; at; at = at.#within) if (at === this) return true;
    return false;
  }
}
