import type { Guid } from '../../com/index.js';

/** The name is a number. */
export const MNID_ID = 0;
/** The name is a string. */
export const MNID_STRING = 1;

/** The name of a property: a set and a number or a string within it. @spec mapinameid */
export type MAPINAMEID =
  | {
      /** The property set. */
      readonly lpguid: Guid;
      /** The name is a number. */
      readonly ulKind: typeof MNID_ID;
      /** The number, signed 32 bits. */
      readonly Kind: number;
    }
  | {
      /** The property set. */
      readonly lpguid: Guid;
      /** The name is a string. */
      readonly ulKind: typeof MNID_STRING;
      /** The string; upper and lower case differ. */
      readonly Kind: string;
    };

/**
 * Names a property.
 *
 * @param lpguid the property set
 * @param Kind a number or a string
 * @returns the frozen name
 * @spec mapinameid
 */
export const namedProp = (lpguid: Guid, Kind: number | string): MAPINAMEID =>
  Object.freeze(typeof Kind === 'number' ? { lpguid, ulKind: MNID_ID, Kind } : { lpguid, ulKind: MNID_STRING, Kind });
