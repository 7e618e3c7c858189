/**
 * An entry identifier: four bytes of flags, the sixteen of the provider's MAPIUID, and what the provider keeps behind
 * them. Compare with `CompareEntryIDs`, never byte by byte. @spec entryid
 */
export type EntryId = Uint8Array;

/** The key under which an object's notifications run, usually its long-term entry identifier. @spec notifkey */
export type NotifKey = Uint8Array;
