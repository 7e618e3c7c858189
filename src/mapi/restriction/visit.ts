import type { PropTag } from '../types/proptag.js';
import type { Restriction } from '../types/restriction.js';

/** One method for each kind of restriction. Those of composite ones call {@link visitRestriction} for their parts. */
export type RestrictionVisitor<R> = {
  readonly [K in Restriction['rt']]: (restriction: Extract<Restriction, { readonly rt: K }>) => R;
};

/**
 * Calls the method of a visitor that is for this kind of restriction. Compilers to SQL or to IMAP's SEARCH are visitors;
 * a kind that one of them forgets does not compile. Visitors recurse: have foreign restrictions checked by
 * `validateRestriction` first, which bounds their depth.
 *
 * @param restriction the restriction
 * @param visitor the methods
 * @returns what the method answers
 */
export const visitRestriction = <R>(restriction: Restriction, visitor: RestrictionVisitor<R>): R =>
  (visitor[restriction.rt] as (restriction: Restriction) => R)(restriction);

/**
 * The parts of a restriction.
 *
 * @param restriction the restriction
 * @returns none for kinds that have none
 */
export function partsOf(restriction: Restriction): readonly Restriction[] {
  switch (restriction.rt) {
    case 'and':
    case 'or':
      return restriction.lpRes;
    case 'not':
    case 'sub':
    case 'count':
      return [restriction.lpRes];
    case 'comment':
    case 'annotation':
      return restriction.lpRes ? [restriction.lpRes] : [];
    default:
      return [];
  }
}

/**
 * The properties that a restriction looks at on the object itself, so that a table knows what to read. Those of the rows
 * of a sub-object are not among them; the sub-object is.
 *
 * @param restriction the restriction
 * @returns each tag once, in the order of their appearance
 */
export function propertiesOf(restriction: Restriction): readonly PropTag[] {
  const tags = new Set<PropTag>();
  collect(restriction, tags);
  return [...tags];
}

function collect(restriction: Restriction, tags: Set<PropTag>): void {
  switch (restriction.rt) {
    case 'sub':
      tags.add(restriction.ulSubObject);
      return;
    case 'compare':
      tags.add(restriction.ulPropTag1).add(restriction.ulPropTag2);
      return;
    case 'content':
    case 'property':
    case 'bitmask':
    case 'size':
    case 'exist':
      tags.add(restriction.ulPropTag);
      return;
    default:
      for (const part of partsOf(restriction)) collect(part, tags);
  }
}
