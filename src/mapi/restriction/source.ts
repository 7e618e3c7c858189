import type { PropTag } from '../types/proptag.js';

/** What restrictions and sort orders look at: the properties of one object. A `PropRow` is one. */
export interface PropSource {
  /**
   * The whole value of a property, however large.
   *
   * @param tag the property; PT_UNSPECIFIED asks for any type
   * @returns the value in the form that the type of the tag says, or null (or undefined) when the object has none of
   *   that type. Sources that hold strings answer to both widths. For a tag with MVI_FLAG: the one value of an instance,
   *   or the array where the rows are not expanded
   */
  get(tag: PropTag): unknown;
  /**
   * Whether the property is there, for sources that know it without its value. Without this method `get` decides.
   *
   * @param tag the property; PT_UNSPECIFIED asks for any type
   */
  has?(tag: PropTag): boolean;
  /**
   * The size of a value in bytes as `sizeOfValue` counts, for sources that know it without the value.
   *
   * @param tag the property
   * @returns the size, or null when the object has no such property
   */
  size?(tag: PropTag): number | null;
  /**
   * The rows of a sub-object. Sources without this method have none, and sub-object restrictions are too complex there.
   *
   * @param subObject PR_MESSAGE_RECIPIENTS or PR_MESSAGE_ATTACHMENTS
   */
  rows?(subObject: PropTag): Iterable<PropSource>;
}
