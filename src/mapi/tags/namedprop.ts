import type { Guid } from '../../com/index.js';
import { namedProp } from '../types/nameid.js';
import { changePropType, type PropTag } from '../types/proptag.js';
import type { PropTypes } from '../types/proptype.js';

declare const value: unique symbol;

/**
 * A named property as the pages define it: its name, as `GetIDsFromNames` takes it, and the type of its values.
 * @spec mapinameid
 */
export type NamedProp<T = unknown> = ReturnType<typeof namedProp> & {
  /** The property type, a PT_ constant; PT_UNSPECIFIED where no page states it. */
  readonly ulPropType: number;
  readonly [value]?: T;
};

/**
 * Declares a named property.
 *
 * @param lpguid the property set
 * @param Kind the number or string within the set
 * @param type the type of its values, a PT_ constant
 * @returns the frozen name and type
 * @spec mapinameid
 */
export const named = <K extends keyof PropTypes>(
  lpguid: Guid,
  Kind: number | string,
  type: K,
): NamedProp<PropTypes[K]> => Object.freeze({ ...namedProp(lpguid, Kind), ulPropType: type });

/**
 * The tag of a named property in one store: the identifier that the store gave it with the type that the property has.
 *
 * @param property the named property
 * @param tag what `GetIDsFromNames` answered for it, of any type
 * @returns the tag, typed
 * @example
 * ```ts
 * const [tag] = await ok(store.GetIDsFromNames([PidLidTaskDueDate], MAPI_CREATE));
 * const due = tagOfNamed(PidLidTaskDueDate, tag); // PropTag<FileTime>
 * ```
 * @spec imapiprop-getidsfromnames
 */
export const tagOfNamed = <T>(property: NamedProp<T>, tag: number): PropTag<T> =>
  changePropType(tag, property.ulPropType) as PropTag<T>;
