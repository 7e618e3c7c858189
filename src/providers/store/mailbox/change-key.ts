import { PR_CHANGE_KEY, PR_PREDECESSOR_CHANGE_LIST, propId } from '../../../mapi/index.js';
import type { PropRule, PropView } from '../../../subsystem/index.js';
import { computed } from './identity.js';
import type { Mailbox } from './mailbox.js';

/**
 * PR_CHANGE_KEY and PR_PREDECESSOR_CHANGE_LIST of a message or folder. The change key is an XID: the MAPIUID of the store and
 * six bytes, highest first, of the change number that every save of the object raises. The list has the last change of each
 * store that the object went through, a byte with the length before each XID, sorted by store: its own change over those
 * that a program which keeps stores in step has set.
 *
 * @param mailbox whose object it is
 * @param change the change number now; null of an object that was never saved
 */
export const changeKeyRules = (mailbox: Mailbox, change: (view: PropView) => number | null): readonly PropRule[] => {
  const key = (view: PropView): Uint8Array | null => {
    const number = change(view);
    return number === null ? null : xidOf(mailbox.ids.uid, number);
  };
  return [
    computed(PR_CHANGE_KEY, key),
    {
      tag: PR_PREDECESSOR_CHANGE_LIST,
      fixedType: true,
      compute: (view) => {
        const own = key(view);
        const stored = view.peek(propId(PR_PREDECESSOR_CHANGE_LIST));
        if (own === null) return stored === null ? null : undefined;
        return mergedList(Array.isArray(stored) ? (stored[1] as Uint8Array) : null, own);
      },
      listed: (view) => change(view) !== null || view.has(propId(PR_PREDECESSOR_CHANGE_LIST)),
    },
  ];
};

/**
 * The change key of an object.
 *
 * @param uid the MAPIUID of the store
 * @param change the change number
 */
export function xidOf(uid: Uint8Array, change: number): Uint8Array {
  const xid = Buffer.alloc(uid.length + 6);
  xid.set(uid);
  xid.writeUIntBE(change, uid.length, 6);
  return new Uint8Array(xid);
}

/**
 * A list with one more change: of each store the last change alone stays.
 *
 * @param list the list before; null for none. What in it has not the form is left out
 * @param key the change key
 */
function mergedList(list: Uint8Array | null, key: Uint8Array): Uint8Array {
  const byStore = new Map<string, Uint8Array>();
  for (const xid of [...xidsOf(list ?? new Uint8Array()), key]) {
    const store = Buffer.from(xid.subarray(0, 16)).toString('hex');
    const known = byStore.get(store);
    if (!known || Buffer.compare(known.subarray(16), xid.subarray(16)) < 0) byStore.set(store, xid);
  }
  const sorted = [...byStore].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Uint8Array(Buffer.concat(sorted.flatMap(([, xid]) => [Uint8Array.of(xid.length), xid])));
}

function* xidsOf(list: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < list.length; ) {
    const length = list[at] as number;
    const xid = list.subarray(at + 1, at + 1 + length);
    if (xid.length !== length || length < 17) return;
    yield xid;
    at += 1 + length;
  }
}
