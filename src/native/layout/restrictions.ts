import { ComError } from '../../com/index.js';
import {
  MAPI_E_TOO_COMPLEX,
  RES_AND,
  RES_ANNOTATION,
  RES_BITMASK,
  RES_COMMENT,
  RES_COMPAREPROPS,
  RES_CONTENT,
  RES_COUNT,
  RES_EXIST,
  RES_NOT,
  RES_OR,
  RES_PROPERTY,
  RES_SIZE,
  RES_SUBRESTRICTION,
  type Restriction,
  type SSortOrder,
  type SSortOrderSet,
} from '../../mapi/index.js';
import type { Reading, Writing } from '../memory.js';
import type { CType, PointerSize } from './ctype.js';
import { SPROPVALUE } from './properties.js';
import { ULONG } from './scalars.js';
import { counted, flexible, pointer, structure } from './structure.js';

// The arms of the union are structures of restrictions, and restrictions contain arms: each is made when it is first needed.
const itself: CType<Restriction> = {
  name: 'SRestriction',
  size: (width) => SRESTRICTION.size(width),
  align: (width) => SRESTRICTION.align(width),
  read: (from, bytes, at) => SRESTRICTION.read(from, bytes, at),
  write: (to, at, value) => SRESTRICTION.write(to, at, value),
};
const property = pointer(SPROPVALUE);
const inner = pointer(itself);
const several = structure('SAndRestriction', { cRes: ULONG, lpRes: counted('cRes', itself) }, (read) => ({
  lpRes: read['lpRes'] ?? [],
}));
const remarked = structure('SCommentRestriction', {
  cValues: ULONG,
  lpRes: inner,
  lpProp: counted('cValues', SPROPVALUE),
});

const arms: readonly (readonly [rt: number, kind: Restriction['rt'], arm: CType])[] = [
  [RES_AND, 'and', several],
  [RES_OR, 'or', several],
  [RES_NOT, 'not', structure('SNotRestriction', { ulReserved: ULONG, lpRes: inner })],
  [
    RES_CONTENT,
    'content',
    structure('SContentRestriction', { ulFuzzyLevel: ULONG, ulPropTag: ULONG, lpProp: property }),
  ],
  [RES_PROPERTY, 'property', structure('SPropertyRestriction', { relop: ULONG, ulPropTag: ULONG, lpProp: property })],
  [
    RES_COMPAREPROPS,
    'compare',
    structure('SComparePropsRestriction', { relop: ULONG, ulPropTag1: ULONG, ulPropTag2: ULONG }),
  ],
  [RES_BITMASK, 'bitmask', structure('SBitMaskRestriction', { relBMR: ULONG, ulPropTag: ULONG, ulMask: ULONG })],
  [RES_SIZE, 'size', structure('SSizeRestriction', { relop: ULONG, ulPropTag: ULONG, cb: ULONG })],
  [RES_EXIST, 'exist', structure('SExistRestriction', { ulReserved1: ULONG, ulPropTag: ULONG, ulReserved2: ULONG })],
  [RES_SUBRESTRICTION, 'sub', structure('SSubRestriction', { ulSubObject: ULONG, lpRes: inner })],
  [RES_COMMENT, 'comment', remarked],
  [RES_ANNOTATION, 'annotation', remarked],
  [RES_COUNT, 'count', structure('SCountRestriction', { ulCount: ULONG, lpRes: inner })],
];
const byNumber = new Map(arms.map(([rt, kind, arm]) => [rt, { kind, arm }]));
const byKind = new Map(arms.map(([rt, kind, arm]) => [kind, { rt, arm }]));

/** @spec srestriction */
export const SRESTRICTION: CType<Restriction> = Object.freeze({
  name: 'SRestriction',
  // The longest arm has a count and two pointers.
  size: (width: PointerSize) => (width === 8 ? 32 : 16),
  align: (width: PointerSize) => width,
  read(from: Reading, bytes: Buffer, at: number): Restriction {
    const rt = bytes.readUInt32LE(at);
    const known = byNumber.get(rt);
    if (!known) throw new ComError(MAPI_E_TOO_COMPLEX, `a restriction of type ${rt} is none that MAPI knows`);
    const {
      ulReserved: _1,
      ulReserved1: _2,
      ulReserved2: _3,
      ...fields
    } = known.arm.read(from, bytes, at + from.pointerSize);
    return Object.freeze({ rt: known.kind, ...fields }) as Restriction;
  },
  write(to: Writing, at: number, value: Restriction): void {
    const known = byKind.get(value.rt);
    if (!known) throw new ComError(MAPI_E_TOO_COMPLEX, `a restriction of kind ${value.rt} is none that MAPI knows`);
    to.memory.writeUInt32LE(known.rt, at);
    known.arm.write(to, at + to.pointerSize, value);
  },
} satisfies CType<Restriction>);

/** @spec ssortorderset */
export const SSORTORDERSET: CType<SSortOrderSet> = flexible<SSortOrder, SSortOrderSet>(
  'SSortOrderSet',
  structure<SSortOrder>('SSortOrder', { ulPropTag: ULONG, ulOrder: ULONG }),
  {
    words: 2,
    wrap: (aSort, [cCategories = 0, cExpanded = 0]) => ({ aSort, cCategories, cExpanded }),
    unwrap: ({ aSort, cCategories, cExpanded }) => ({ elements: aSort, words: [cCategories, cExpanded] }),
  },
);
