import type { AnyIid, HResult, IUnknown, Warning } from '../../com/index.js';
import { MAPI_E_COMPUTED, PR_ACCESS_LEVEL, type PropTag, type PropValue } from '../../mapi/index.js';
import type { Awaitable } from './awaitable.js';
import type { LargeValue, PropBag } from './bag.js';
import type { ChangedIds } from './pending.js';

/** The properties of an object as rules see them: stored ones with pending changes over them. */
export interface PropView {
  /** The identifiers that were set, streamed or deleted since the object was last saved. */
  readonly changed: ChangedIds;
  /** The code page of the object's 8-bit text. */
  readonly codePage: number;
  /** Where the object's properties are kept: lets one set of rules serve all objects of a kind. */
  readonly bag: PropBag;
  /**
   * One property, without rules.
   *
   * @param id its identifier
   * @returns the value, the size of a large one, or null
   */
  peek(id: number): PropValue | LargeValue | null;
  /**
   * Whether a property is there, without rules; costs less than its value.
   *
   * @param id its identifier
   */
  has(id: number): boolean;
  /**
   * One property, without rules, however large.
   *
   * @param tag the property; its type must be the stored one, text may be named in either width
   * @returns the value, null when it is not there or has another type
   */
  load<T>(tag: PropTag<T>): Awaitable<T | null>;
}

/** What an object knows of one property beyond its value. */
export interface PropRule {
  /** The property with its type. */
  readonly tag: PropTag;
  /** Why it can be neither set nor deleted: `MAPI_E_COMPUTED` or `MAPI_E_NO_ACCESS`; absent when it can. */
  readonly refuse?: HResult;
  /** Whether a value of another type is refused with `MAPI_E_UNEXPECTED_TYPE`. */
  readonly fixedType?: boolean;
  /** Whether it is left out of lists and of all properties: secure and internal ones. It is had by naming it. */
  readonly hidden?: boolean;
  /**
   * Works the value out.
   *
   * @returns the value, null when there is none, undefined to take what is stored
   */
  compute?(view: PropView): Awaitable<unknown>;
  /** Whether a computed value is listed; without it, it always is. */
  listed?(view: PropView): boolean;
}

/** Rules by property identifier. */
export type PropRules = ReadonlyMap<number, PropRule>;

/**
 * Collects rules.
 *
 * @param rules the rules; of several for one property the last counts
 */
export const propRules = (...rules: readonly PropRule[]): PropRules =>
  new Map(rules.map((rule) => [rule.tag >>> 16, rule]));

/**
 * PR_ACCESS_LEVEL, by which a caller that asked for `MAPI_BEST_ACCESS` learns what it got.
 *
 * @param writable whether the object was opened for writing
 * @spec pidtagaccesslevel-canonical-property
 */
export const accessRule = (writable: boolean): PropRule => ({
  tag: PR_ACCESS_LEVEL,
  refuse: MAPI_E_COMPUTED,
  compute: () => (writable ? 1 : 0),
});

/** Properties that follow from others, written along with them. */
export interface Derived {
  /** Values to set. */
  readonly set: readonly PropValue[];
  /** Properties to remove. */
  readonly remove: readonly PropTag[];
}

/** Works out what follows from the changes that are about to be saved. */
export type Derive = (view: PropView) => Awaitable<Derived>;

/** How a subobject is copied. */
export interface CopyManner {
  /** Whether the source gives it away. */
  readonly move: boolean;
  /** Whether what the target has is replaced. */
  readonly replace: boolean;
}

/** What an object contains besides values: recipients, attachments, contents, hierarchy. */
export interface SubObject {
  /** The PT_OBJECT property that stands for it. */
  readonly tag: PropTag;
  /** The interface that it belongs to: leaving that out of a copy leaves this out. */
  readonly iid: AnyIid;
  /**
   * Copies or moves it into another object.
   *
   * @param target a pointer to the other object, for as long as the call lasts
   * @param manner how
   * @returns a warning when something of it stayed behind: its code becomes the problem of this part
   * @throws {ComError} `MAPI_E_FOLDER_CYCLE`, `MAPI_E_COLLISION`, `MAPI_E_NO_ACCESS`: the whole copy fails;
   *   `MAPI_E_NO_SUPPORT`, `MAPI_E_INTERFACE_NOT_SUPPORTED`: this part becomes a problem
   */
  copyTo(target: IUnknown, manner: CopyManner): Awaitable<void | Warning<void>>;
  /** Empties it, as deleting its property does. */
  clear(): Awaitable<void>;
}
