import { ComError } from '../../../com/index.js';
import { MAPI_E_NOT_FOUND, type PropTag, type PropValue, PT_UNICODE, propId, propType } from '../../../mapi/index.js';
import {
  bytesOfText,
  type LargeDraft,
  type LargeValue,
  type PropBag,
  type PropChanges,
  textOfBytes,
} from '../../../subsystem/index.js';
import { type BigOwner, type BigValue, bigValues, readBig, type Stored } from '../sql/index.js';
import { StagedDraft } from './draft.js';
import type { Mailbox } from './mailbox.js';
import { StagedProps, type StagedValue } from './staged.js';

/** What is stored of an object, null of one that was never saved. */
export interface Base {
  readonly stored: Stored;
  readonly big: ReadonlyMap<number, BigValue>;
}

/**
 * Reads the rows of an object.
 *
 * @param mailbox whose store
 * @param kind as large values name their owners
 * @param stored the row
 */
export const baseOf = (mailbox: Mailbox, kind: BigOwner['kind'], stored: Stored): Base => ({
  stored,
  big: stored.big > 0 ? bigOf(mailbox, { kind, id: stored.id }) : noBig,
});

const bigOf = (mailbox: Mailbox, owner: BigOwner): ReadonlyMap<number, BigValue> =>
  new Map(mailbox.read((db) => bigValues(db, owner)).map((value) => [propId(value.tag), value] as const));

const noBig: ReadonlyMap<number, BigValue> = new Map();

/** The properties of a stored object, with what a nested save left staged over them. */
export abstract class StoredBag implements PropBag {
  /** Whose object it is. */
  readonly mailbox: Mailbox;
  /** What is stored. */
  protected base: Base | null;
  /** What was saved into the object that contains this one, and not yet with it. */
  protected staged: StagedProps = StagedProps.none;

  /**
   * @param mailbox whose object it is
   * @param base what is stored, null for a new object
   */
  constructor(mailbox: Mailbox, base: Base | null) {
    this.mailbox = mailbox;
    this.base = base;
  }

  /** Makes changes permanent. */
  abstract commit(changes: PropChanges, force: boolean): Promise<void>;

  /** Whether a property has a column of its own: its value is held whole, however it was written. */
  protected abstract hasColumn(id: number): boolean;

  /** Whether a property is stored, whatever is staged. */
  readonly stores = (id: number): boolean =>
    this.base !== null && (this.base.big.has(id) || this.base.stored.tag(id) !== null);

  tags(): readonly PropTag[] {
    if (this.staged === StagedProps.none && this.base && this.base.big === noBig) return this.base.stored.tags();
    const said = new Set(this.staged.ids);
    const tags: PropTag[] = [];
    if (this.base) {
      tags.push(...this.base.stored.tags());
      for (const { tag } of this.base.big.values()) tags.push(tag);
    }
    return [...tags.filter((tag) => !said.has(propId(tag))), ...this.staged.tags()];
  }

  get(id: number): PropValue | LargeValue | null {
    const entry = this.staged === StagedProps.none ? undefined : this.staged.get(id);
    return entry !== undefined ? entry : this.#stored(id);
  }

  has(id: number): boolean {
    const entry = this.staged === StagedProps.none ? undefined : this.staged.get(id);
    return entry === undefined ? this.stores(id) : entry !== null;
  }

  read(id: number, position: number, length: number): Uint8Array {
    const entry = this.staged.get(id) ?? this.base?.big.get(id);
    if (entry && 'big' in entry) return this.mailbox.read((db) => readBig(db, entry.big, position, length));
    // Between the limits of the two layers a value may be small here and large there.
    const small = this.get(id);
    if (!small || !Array.isArray(small)) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such value');
    const value: unknown = small[1];
    const bytes = typeof value === 'string' ? bytesOfText(value, null) : (value as Uint8Array);
    return bytes.subarray(position, position + length);
  }

  draft(): LargeDraft {
    this.mailbox.requireWritable();
    return new StagedDraft(this.mailbox);
  }

  /**
   * Runs a save with what streams wrote put into the store before it.
   *
   * @param changes what the object changes
   * @param save saves them; when it fails, streams may go on and another save may follow
   */
  protected finished(
    changes: PropChanges,
    save: (set: readonly (PropValue | StagedValue)[], remove: readonly number[]) => Promise<void>,
  ): Promise<void> {
    return changes.drafts.length === 0 ? save(changes.set, changes.remove) : this.#finishing(changes, save);
  }

  async #finishing(...[changes, save]: Parameters<StoredBag['finished']>): Promise<void> {
    const done: { readonly draft: StagedDraft; readonly value: StagedValue }[] = [];
    const whole: { readonly draft: LargeDraft; readonly value: PropValue }[] = [];
    try {
      for (const { tag, draft } of changes.drafts) {
        if (this.hasColumn(propId(tag))) {
          whole.push({ draft, value: await wholeValue(tag, draft) });
          continue;
        }
        const own = draft as StagedDraft;
        done.push({ draft: own, value: { tag, ...(await own.finish()) } });
      }
      await save(
        [...changes.set, ...whole.map(({ value }) => value), ...done.map(({ value }) => value)],
        changes.remove,
      );
    } catch (error) {
      for (const { draft, value } of done) await draft.reopen(value.big);
      throw error;
    }
    for (const { draft } of done) await draft.taken();
    for (const { draft } of whole) await draft.discard();
  }

  #stored(id: number): PropValue | LargeValue | null {
    if (!this.base) return null;
    const { stored, big } = this.base;
    const large = big === noBig ? undefined : big.get(id);
    return large ? { tag: large.tag, size: large.size } : stored.entry(id);
  }
}

async function wholeValue(tag: PropTag, draft: LargeDraft): Promise<PropValue> {
  const bytes = await draft.read(0, draft.size);
  return Object.freeze([tag, propType(tag) === PT_UNICODE ? textOfBytes(bytes, null) : bytes] as const);
}
