import { ok } from '../../com/index.js';
import {
  type EntryId,
  type IMAPISupport,
  PR_DISPLAY_NAME_W,
  PR_IDENTITY_DISPLAY_W,
  PR_IDENTITY_ENTRYID,
  PR_IDENTITY_SEARCH_KEY,
  PR_PROVIDER_DISPLAY_W,
  PR_RESOURCE_METHODS,
  PR_STATUS_CODE,
  PR_STATUS_STRING_W,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  STATUS_CHANGE_PASSWORD,
  STATUS_FAILURE,
  STATUS_FLUSH_QUEUES,
  STATUS_OFFLINE,
  STATUS_VALIDATE_STATE,
  STATUSROW_UPDATE,
} from '../../mapi/index.js';

/** What PR_STATUS_CODE and PR_STATUS_STRING say; the direction bits come beside. */
export type Condition =
  | { readonly kind: 'available' }
  | { readonly kind: 'offline'; readonly text: string }
  | { readonly kind: 'failure'; readonly text: string };

/** The transport's row of the status table: what it is, and how it is at the moment. @spec status-tables */
export class StatusRow {
  /** STATUS_OUTBOUND_ENABLED and its like. */
  #directions = 0;
  #condition: Condition = { kind: 'available' };
  readonly #support: IMAPISupport;
  readonly #fixed: readonly PropValue[];

  /**
   * @param support MAPI's side, which keeps the row
   * @param name the account, for people
   * @param identity whose account it is
   */
  constructor(support: IMAPISupport, name: string, identity: { readonly address: string; readonly entryId: EntryId }) {
    this.#support = support;
    this.#fixed = Object.freeze([
      prop(PR_DISPLAY_NAME_W, name),
      prop(PR_PROVIDER_DISPLAY_W, 'SMTP transport'),
      prop(PR_RESOURCE_METHODS, STATUS_VALIDATE_STATE | STATUS_CHANGE_PASSWORD | STATUS_FLUSH_QUEUES),
      prop(PR_IDENTITY_DISPLAY_W, identity.address),
      prop(PR_IDENTITY_ENTRYID, identity.entryId),
      prop(PR_IDENTITY_SEARCH_KEY, Buffer.from(`SMTP:${identity.address.toUpperCase()}\0`)),
    ]);
  }

  /** The columns as they are now. */
  get columns(): readonly PropValue[] {
    return [...this.#fixed, ...this.#changing()];
  }

  /** Whether a bit is set. */
  has(bit: number): boolean {
    return (this.#directions & bit) !== 0;
  }

  /** Puts the row into the table. */
  async add(): Promise<void> {
    await ok(this.#support.ModifyStatusRow(this.columns, 0));
  }

  /**
   * Sets and clears bits of PR_STATUS_CODE; the row is written when one of them changes.
   *
   * @param set the bits to set
   * @param clear the bits to clear
   */
  async change(set: number, clear: number): Promise<void> {
    const next = (this.#directions & ~clear) | set;
    if (next === this.#directions) return;
    this.#directions = next;
    await this.#write();
  }

  /**
   * Says how the transport is; the row is written when that is new.
   *
   * @param condition how
   */
  async be(condition: Condition): Promise<void> {
    if (JSON.stringify(condition) === JSON.stringify(this.#condition)) return;
    this.#condition = condition;
    await this.#write();
  }

  #changing(): readonly PropValue[] {
    return [
      prop(PR_STATUS_CODE, BITS[this.#condition.kind] | this.#directions),
      prop(PR_STATUS_STRING_W, 'text' in this.#condition ? this.#condition.text : 'Available'),
    ];
  }

  async #write(): Promise<void> {
    await ok(this.#support.ModifyStatusRow(this.#changing(), STATUSROW_UPDATE));
  }
}

const BITS: Readonly<Record<Condition['kind'], number>> = {
  available: STATUS_AVAILABLE,
  offline: STATUS_OFFLINE,
  failure: STATUS_FAILURE,
};
