import { MV_FLAG, MV_INSTANCE, MVI_FLAG, type PropTypes, PT_ERROR, PT_STRING8, PT_UNICODE } from './proptype.js';

declare const value: unique symbol;

/**
 * A property tag: identifier in the upper, type in the lower sixteen bits, unsigned. Its TypeScript type carries the
 * type of the values, so that a wrong value does not compile. @spec prop_tag
 */
export type PropTag<T = unknown> = number & { readonly [value]: T };

/** The type of the values of a tag. */
export type ValueOf<P> = P extends PropTag<infer T> ? T : never;

/**
 * Puts a tag together, as the `PROP_TAG` macro does.
 *
 * @param type the property type, a PT_ constant
 * @param id the identifier, 16 bits
 * @returns the tag, with the type of its values where `type` is a known constant
 * @spec prop_tag
 */
export function propTag<K extends keyof PropTypes>(type: K, id: number): PropTag<PropTypes[K]>;
export function propTag(type: number, id: number): PropTag;
export function propTag(type: number, id: number): PropTag {
  return (((id << 16) | (type & 0xffff)) >>> 0) as PropTag;
}

/**
 * The identifier of a tag, as the `PROP_ID` macro takes it out.
 *
 * @param tag the tag
 * @returns 0 to 0xFFFF
 * @spec prop_id
 */
export const propId = (tag: number): number => tag >>> 16;

/**
 * The type of a tag, with MV_FLAG and MV_INSTANCE where it has them, as the `PROP_TYPE` macro takes it out.
 *
 * @param tag the tag
 * @returns 0 to 0xFFFF
 * @spec prop_type
 */
export const propType = (tag: number): number => tag & 0xffff;

/**
 * The same property with another type, as the `CHANGE_PROP_TYPE` macro makes it.
 *
 * @param tag the tag
 * @param type the new type
 * @returns the new tag
 * @spec change_prop_type
 */
export function changePropType<K extends keyof PropTypes>(tag: number, type: K): PropTag<PropTypes[K]>;
export function changePropType(tag: number, type: number): PropTag;
export function changePropType(tag: number, type: number): PropTag {
  return propTag(type, propId(tag));
}

/**
 * Whether a tag, or a bare property type, stands for many values. A column of single instances does not: each of its
 * rows has one value.
 *
 * @param tag the tag or type
 */
export const isMultiValued = (tag: number): boolean => (tag & MVI_FLAG) === MV_FLAG;

/**
 * Whether a tag is a column of single instances: a multi-valued property of which each value gets a row of its own.
 *
 * @param tag the tag or type
 */
export const isInstance = (tag: number): boolean => (tag & MVI_FLAG) === MVI_FLAG;

/**
 * The type of one value: the type without MV_FLAG and MV_INSTANCE.
 *
 * @param tag the tag or type
 * @returns a PT_ constant of a single value
 */
export const singleType = (tag: number): number => tag & 0xffff & ~MVI_FLAG;

/**
 * The column that shows each value of a multi-valued property in a row of its own.
 *
 * @param tag a multi-valued tag
 * @returns the tag with MVI_FLAG; its values are single ones. A tag of single values comes back as it is, as MVI_PROP's page says
 */
export const instanceOf = <T>(tag: PropTag<readonly T[]>): PropTag<T> =>
  (isMultiValued(tag) ? (tag | MV_INSTANCE) >>> 0 : tag) as PropTag<T>;

/**
 * Whether the values of a tag are strings, single or many, 8-bit or Unicode.
 *
 * @param tag the tag or type
 */
export const isString = (tag: number): boolean => {
  const type = singleType(tag);
  return type === PT_UNICODE || type === PT_STRING8;
};

/**
 * Whether a tag marks a value that could not be had: its value is the HRESULT.
 *
 * @param tag the tag
 */
export const isErrorTag = (tag: number): boolean => propType(tag) === PT_ERROR;
