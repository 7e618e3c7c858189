import { assertLedgerEmpty, com, type LedgerTotals, ledgerTotals } from '../../../src/com/index.js';
import {
  IMAPIProp,
  type PropTag,
  type PropType,
  type PropTypes,
  type PropValue,
  propTag,
} from '../../../src/mapi/index.js';
import {
  MemoryBag,
  MemoryNameMap,
  MemoryRecord,
  PropObject,
  type PropObjectOptions,
} from '../../../src/subsystem/index.js';

/** A tag of a type in the range that clients may use as they like. */
export const tag = <K extends PropType>(type: K, id = 0x6801): PropTag<PropTypes[K]> => propTag(type, id);

/** A published object over a record in memory. */
export function open(
  record: MemoryRecord = new MemoryRecord(),
  options: Partial<PropObjectOptions> & { readonly live?: boolean } = {},
): IMAPIProp {
  const transacted = options.transacted ?? true;
  const bag = new MemoryBag(record, options.live ?? !transacted);
  return com(new PropObject({ bag, transacted, writable: true, ...options }), IMAPIProp);
}

/** A record with these properties. */
export const recordOf = (...props: readonly PropValue[]): MemoryRecord => new MemoryRecord(props);

/** What a record holds: tag in hex and value. */
export const contents = (record: MemoryRecord): Record<string, unknown> =>
  Object.fromEntries([...record.props.values()].map(([t, value]) => [hex(t), value]));

/** A tag as people read it. */
export const hex = (t: number): string => t.toString(16).padStart(8, '0');

/** Names with a signature of their own. */
export const names = (n = 1): MemoryNameMap => new MemoryNameMap(new Uint8Array(16).fill(n));

/** Holds the ledger of a test level. */
export function leakCheck(): { readonly before: LedgerTotals; readonly check: () => Promise<void> } {
  const before = ledgerTotals();
  return {
    before,
    check: async () => {
      // A stream lets go of its object after its last write, which may take a turn of the loop.
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
      assertLedgerEmpty(before);
    },
  };
}
