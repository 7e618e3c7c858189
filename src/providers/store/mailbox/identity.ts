import {
  MAPI_ACCESS_CREATE_ASSOCIATED,
  MAPI_ACCESS_CREATE_CONTENTS,
  MAPI_ACCESS_CREATE_HIERARCHY,
  MAPI_ACCESS_DELETE,
  MAPI_ACCESS_MODIFY,
  MAPI_ACCESS_READ,
  MAPI_E_COMPUTED,
  PR_ACCESS,
  PR_ACCESS_LEVEL,
  PR_OBJECT_TYPE,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  type PropTag,
} from '../../../mapi/index.js';
import type { PropRule, PropView } from '../../../subsystem/index.js';
import type { Mailbox } from './mailbox.js';

/**
 * A property that the store works out and nobody may set.
 *
 * @param tag the property
 * @param compute its value now; null when there is none
 */
export const computed = <T>(tag: PropTag<T>, compute: (view: PropView) => T | null): PropRule => ({
  tag,
  refuse: MAPI_E_COMPUTED,
  compute,
  listed: (view) => compute(view) !== null,
});

/** A property that the store keeps as a stored value and nobody may set. */
export const keptByStore = (tag: PropTag): PropRule => ({ tag, refuse: MAPI_E_COMPUTED });

/** PR_ACCESS of a folder that may be written. */
export const folderAccess: number =
  MAPI_ACCESS_MODIFY |
  MAPI_ACCESS_READ |
  MAPI_ACCESS_DELETE |
  MAPI_ACCESS_CREATE_HIERARCHY |
  MAPI_ACCESS_CREATE_CONTENTS |
  MAPI_ACCESS_CREATE_ASSOCIATED;

/** PR_ACCESS of a message that may be written. */
export const messageAccess: number = MAPI_ACCESS_MODIFY | MAPI_ACCESS_READ | MAPI_ACCESS_DELETE;

/**
 * The properties that every object of a store has.
 *
 * @param mailbox whose object it is
 * @param objectType `MAPI_FOLDER` and so on
 * @param access PR_ACCESS where the store may be written
 * @param writable whether the object was opened for writing
 */
export const identityRules = (
  mailbox: Mailbox,
  objectType: number,
  access: number,
  writable: boolean,
): readonly PropRule[] => [
  computed(PR_OBJECT_TYPE, () => objectType),
  computed(PR_STORE_ENTRYID, () => mailbox.storeEntryId),
  computed(PR_STORE_RECORD_KEY, () => mailbox.ids.uid),
  computed(PR_ACCESS, () => (mailbox.writable ? access : MAPI_ACCESS_READ)),
  computed(PR_ACCESS_LEVEL, () => (writable ? 1 : 0)),
];
