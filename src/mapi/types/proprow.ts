import type { HResult } from '../../com/index.js';
import { MAPI_E_NOT_ENOUGH_MEMORY } from '../codes.js';
import {
  isErrorTag,
  isMultiValued,
  isString,
  type PropTag,
  propId,
  propType,
  singleType,
  type ValueOf,
} from './proptag.js';
import { PT_UNSPECIFIED } from './proptype.js';
import type { PropValue } from './propvalue.js';

/** The values of some tags in their order; null where a property could not be had. */
export type Values<T extends readonly PropTag[]> = { readonly [K in keyof T]: ValueOf<T[K]> | null };

/** What a row tells beyond its values. */
export interface PropRowMembers {
  /** The tags with the types that the values really have; one that could not be had keeps its identifier with PT_ERROR. */
  readonly tags: readonly PropTag[];
  /**
   * Why a value is null.
   *
   * @param which an index of the row, or a tag of which the identifier counts (tags are above 0xFFFF, indexes below)
   * @returns MAPI_E_NOT_FOUND, MAPI_E_NOT_ENOUGH_MEMORY and so on; null where there is a value or no such column
   */
  error(which: number): HResult | null;
  /**
   * The value of a property, wherever it stands in the row.
   *
   * @param tag the tag; its identifier counts. Strings of either width answer to both, and PT_UNSPECIFIED to all types
   * @returns the value, or null when it is not here, could not be had or is of another type
   */
  get<V>(tag: PropTag<V>): V | null;
  /**
   * Whether the object has a property: the row has its value, or only lacks it because it is too large.
   *
   * @param tag the tag, as for `get`
   */
  has(tag: PropTag): boolean;
  /** The row as property values, failures as PT_ERROR entries. */
  toProps(): PropValue[];
}

/**
 * What `GetProps` and a row of a table answer: an immutable array of the values in the order asked for, null where a
 * property could not be had. @spec srow @spec spropvalue
 */
export type PropRow<T extends readonly PropTag[] = readonly PropTag[]> = Values<T> & PropRowMembers;

/** How rows are made. */
export interface PropRowConstructor {
  /**
   * Makes a row. Tags are shared, not copied: all rows of a table page may name the same frozen array.
   *
   * @param tags the tags with their real types, PT_ERROR where the value is an HRESULT
   * @param values as many values, in the same order
   */
  new <T extends readonly PropTag[] = readonly PropTag[]>(
    tags: readonly PropTag[],
    values: readonly unknown[],
  ): PropRow<T>;
  /**
   * Makes a row from property values.
   *
   * @param props the values in the order asked for; PT_ERROR entries are failures
   */
  fromProps<T extends readonly PropTag[] = readonly PropTag[]>(props: readonly PropValue[]): PropRow<T>;
  /** `row instanceof PropRow`. */
  [Symbol.hasInstance](other: unknown): other is PropRow;
}

class Row extends Array<unknown> implements PropRowMembers {
  readonly tags: readonly PropTag[];
  // Most rows have no failure, so the codes get an array only when there is one.
  readonly #errors: readonly (HResult | null)[] | null;

  // Arrays made from rows (map, filter, slice) are plain ones: a row is made of tags, not of a length.
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  constructor(tags: readonly PropTag[], values: readonly unknown[]) {
    super(tags.length);
    if (values.length !== tags.length)
      throw new RangeError(`a row of ${tags.length} tags cannot have ${values.length} values`);
    let errors: (HResult | null)[] | null = null;
    for (let index = 0; index < tags.length; index++) {
      const failed = isErrorTag(tags[index] as PropTag);
      this[index] = failed ? null : values[index];
      if (failed) {
        errors ??= new Array<HResult | null>(tags.length).fill(null);
        errors[index] = values[index] as HResult;
      }
    }
    this.tags = tags;
    this.#errors = errors;
    Object.freeze(this);
  }

  static fromProps(props: readonly PropValue[]): Row {
    return new Row(
      Object.freeze(props.map(([tag]) => tag)),
      props.map(([, value]) => value),
    );
  }

  error(which: number): HResult | null {
    return this.#errors?.[which > 0xffff ? indexOf(this.tags, which) : which] ?? null;
  }

  get<V>(tag: PropTag<V>): V | null {
    const index = indexOf(this.tags, tag);
    return index >= 0 && answersTo(this.tags[index] as PropTag, tag) ? (this[index] as V | null) : null;
  }

  has(tag: PropTag): boolean {
    return this.get(tag) !== null || this.error(tag) === MAPI_E_NOT_ENOUGH_MEMORY;
  }

  toProps(): PropValue[] {
    return this.tags.map((tag, index) => Object.freeze([tag, this.#errors?.[index] ?? this[index]] as const));
  }
}

/** An immutable row of property values; see the type of the same name. */
export const PropRow: PropRowConstructor = Row as unknown as PropRowConstructor;

function indexOf(tags: readonly PropTag[], tag: number): number {
  const id = propId(tag);
  let first = -1;
  for (let index = 0; index < tags.length; index++) {
    const real = tags[index] as PropTag;
    if (propId(real) !== id) continue;
    // A multi-valued column may stand beside the one of its single instances.
    if (answersTo(real, tag as PropTag)) return index;
    if (first < 0) first = index;
  }
  return first;
}

// A column of single instances says MVI_FLAG, its values are single ones; so the single type answers to both.
function answersTo(real: PropTag, asked: PropTag): boolean {
  if (propType(real) === propType(asked) || propType(asked) === PT_UNSPECIFIED) return true;
  if (isMultiValued(real) !== isMultiValued(asked)) return false;
  return singleType(real) === singleType(asked) || (isString(real) && isString(asked));
}
