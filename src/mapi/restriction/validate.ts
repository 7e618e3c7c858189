import { ComError } from '../../com/index.js';
import { MAPI_E_INVALID_PARAMETER, MAPI_E_TOO_COMPLEX } from '../codes.js';
import { FL_PREFIX, RELOP_RE } from '../flags/restrictions.js';
import { PR_MESSAGE_ATTACHMENTS, PR_MESSAGE_RECIPIENTS } from '../tags/nontransmittable.js';
import { isMultiValued, isString, type PropTag, propType, singleType } from '../types/proptag.js';
import { PT_BINARY, PT_ERROR, PT_LONG, PT_NULL, PT_OBJECT, PT_UNSPECIFIED } from '../types/proptype.js';
import type { PropValue } from '../types/propvalue.js';
import type { Restriction } from '../types/restriction.js';
import { isValueFor } from '../types/valuecheck.js';
import { maxDepth, maxNodes } from './limits.js';
import { compilePattern } from './pattern.js';
import { areComparable, isOrdered } from './valueorder.js';
import { partsOf, type RestrictionVisitor, visitRestriction } from './visit.js';

const subObjects: ReadonlySet<number> = new Set([PR_MESSAGE_RECIPIENTS, PR_MESSAGE_ATTACHMENTS]);

/**
 * Checks a restriction that somebody else made, before anything recurses into it or compares by it.
 *
 * @param restriction the restriction
 * @throws {ComError} `MAPI_E_TOO_COMPLEX` when the types of a property and its constant differ (a single constant for a
 *   multi-valued property is what the page asks for), two compared properties differ in type, a type has no order, a
 *   fuzzy level is none of FL_FULLSTRING, FL_SUBSTRING and FL_PREFIX, a bit mask is for anything but PT_LONG, a pattern
 *   is malformed, a sub-object is neither recipients nor attachments or lies within another, a count lies within anything
 *   but counts and remarks, an exist restriction asks for a PT_OBJECT property, or the whole has more than `mapi.restrictionNodes` parts or `mapi.restrictionDepth` levels
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it is no restriction at all: an unknown kind or operator, a missing
 *   part, a value that is not of its tag's type
 * @spec srestriction @spec imapitable-restrict
 */
export function validateRestriction(restriction: Restriction): void {
  let nodes = 0;
  const walk = (node: Restriction, depth: number, inSubObject: boolean, outermost: boolean): void => {
    if (depth > maxDepth) throw tooComplex(`more than ${maxDepth} levels`);
    if (++nodes > maxNodes) throw tooComplex(`more than ${maxNodes} parts`);
    if (typeof node !== 'object' || node === null || !Object.hasOwn(rules, node.rt))
      throw invalid(`no restriction: ${typeof node === 'object' ? String(node?.rt) : typeof node}`);
    if (node.rt === 'sub' && inSubObject) throw tooComplex('rows of a sub-object have no sub-objects');
    if (node.rt === 'count' && !outermost) throw tooComplex('a count stands around everything else');
    visitRestriction(node, rules);
    const aside = outermost && asides.has(node.rt);
    for (const part of partsOf(node)) walk(part, depth + 1, inSubObject || node.rt === 'sub', aside);
  };
  walk(restriction, 1, false, true);
}

/** What may stand around a count. */
const asides: ReadonlySet<Restriction['rt']> = new Set(['comment', 'annotation', 'count']);

const remarks = ({ rt, lpProp }: { readonly rt: string; readonly lpProp: unknown }): void => {
  if (!Array.isArray(lpProp)) throw invalid(`${rt}: lpProp is no array`);
};

const parts = ({ lpRes }: { readonly lpRes: unknown }): void => {
  if (!Array.isArray(lpRes)) throw invalid('and, or: lpRes is no array');
};

const rules: RestrictionVisitor<void> = {
  and: parts,
  or: parts,
  not: () => undefined,
  content({ ulFuzzyLevel, ulPropTag, lpProp }) {
    checkValue(lpProp);
    if (!Number.isInteger(ulFuzzyLevel) || (ulFuzzyLevel & 0xffff) > FL_PREFIX)
      throw tooComplex('content: a fuzzy level that is not known');
    if (!isString(ulPropTag) && singleType(ulPropTag) !== PT_BINARY)
      throw tooComplex('content: no string and no bytes');
    if (propType(lpProp[0]) !== singleType(ulPropTag)) throw tooComplex('content: the types differ');
  },
  property({ relop, ulPropTag, lpProp }) {
    checkRelop(relop);
    checkValue(lpProp);
    const type = propType(lpProp[0]);
    if (type !== singleType(ulPropTag) && !(isMultiValued(ulPropTag) && type === propType(ulPropTag)))
      throw tooComplex('property: the types differ');
    if (!isOrdered(ulPropTag)) throw tooComplex('property: the type cannot be compared');
    if (relop !== RELOP_RE) return;
    if (typeof lpProp[1] !== 'string') throw tooComplex('property: only strings match patterns');
    compilePattern(lpProp[1]);
  },
  compare({ relop, ulPropTag1, ulPropTag2 }) {
    checkRelop(relop);
    checkTag(ulPropTag1);
    checkTag(ulPropTag2);
    if (relop === RELOP_RE) throw tooComplex('compare: no patterns');
    if (!areComparable(ulPropTag1, ulPropTag2)) throw tooComplex('compare: the types differ or cannot be compared');
  },
  bitmask({ relBMR, ulPropTag, ulMask }) {
    checkTag(ulPropTag);
    if (relBMR !== 0 && relBMR !== 1) throw invalid('bitmask: relBMR is neither BMR_EQZ nor BMR_NEZ');
    if (!isValueFor(PT_LONG, ulMask)) throw invalid('bitmask: ulMask has not 32 bits');
    if (propType(ulPropTag) !== PT_LONG) throw tooComplex('bitmask: the property is not PT_LONG');
  },
  size({ relop, ulPropTag, cb }) {
    checkRelop(relop);
    checkTag(ulPropTag);
    if (!Number.isInteger(cb) || cb < 0) throw invalid('size: cb is no size');
    if (relop === RELOP_RE) throw tooComplex('size: no patterns');
    if (sizeless.has(singleType(ulPropTag))) throw tooComplex('size: values of the type have no size');
  },
  exist({ ulPropTag }) {
    checkTag(ulPropTag);
    if (propType(ulPropTag) === PT_OBJECT) throw tooComplex('exist: not for PT_OBJECT');
  },
  sub({ ulSubObject }) {
    if (!subObjects.has(ulSubObject)) throw tooComplex('sub: neither recipients nor attachments');
  },
  comment: remarks,
  annotation: remarks,
  count({ ulCount }) {
    if (!Number.isInteger(ulCount) || ulCount !== ulCount >>> 0) throw invalid('count: ulCount is no number of rows');
  },
};

const sizeless: ReadonlySet<number> = new Set([PT_UNSPECIFIED, PT_NULL, PT_ERROR, PT_OBJECT]);

function checkRelop(relop: unknown): void {
  if (!Number.isInteger(relop) || (relop as number) < 0) throw invalid('relop is no operator');
  if ((relop as number) > RELOP_RE) throw tooComplex(`relop ${relop} is not supported`);
}

function checkValue(entry: PropValue): void {
  if (!Array.isArray(entry) || entry.length !== 2) throw invalid('lpProp is no property value');
  checkTag(entry[0]);
  if (!isValueFor(entry[0], entry[1])) throw invalid('lpProp has a value that is not of its type');
}

function checkTag(tag: PropTag): void {
  if (!Number.isInteger(tag) || tag < 0 || tag > 0xffffffff) throw invalid('no property tag');
}

const tooComplex = (what: string): ComError => new ComError(MAPI_E_TOO_COMPLEX, what);
const invalid = (what: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, what);
