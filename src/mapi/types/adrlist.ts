import type { PropValue } from './propvalue.js';

/** The properties of one recipient; none at all for an entry that was taken out. @spec adrentry */
export type AdrEntry = readonly PropValue[];

/** Recipients. @spec adrlist */
export type AdrList = readonly AdrEntry[];

/** Recipients that a method changes in place, where its page says in and out (`ResolveNames`, `PrepareRecips`). @spec adrlist */
export type MutableAdrList = AdrEntry[];

/** What became of each name of a list: MAPI_UNRESOLVED, MAPI_AMBIGUOUS or MAPI_RESOLVED, changed in place. @spec flaglist */
export type FlagList = number[];
