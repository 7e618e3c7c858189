import type { PropTag } from './proptag.js';
import type { PropValue } from './propvalue.js';

/**
 * How two values compare: RELOP_LT 0, RELOP_LE 1, RELOP_GT 2, RELOP_GE 3, RELOP_EQ 4, RELOP_NE 5, RELOP_RE 6 (a pattern).
 */
export type Relop = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** What a bit mask asks for: BMR_EQZ 0 (no bit of it is set) or BMR_NEZ 1 (one is). */
export type Bmr = 0 | 1;

/** All of them hold (RES_AND); of none, that is true. @spec sandrestriction */
export interface SAndRestriction {
  readonly rt: 'and';
  /** The parts. */
  readonly lpRes: readonly Restriction[];
}

/** One of them holds (RES_OR); of none, that is false. @spec sorrestriction */
export interface SOrRestriction {
  readonly rt: 'or';
  /** The parts. */
  readonly lpRes: readonly Restriction[];
}

/** It does not hold (RES_NOT). @spec snotrestriction */
export interface SNotRestriction {
  readonly rt: 'not';
  /** What must not hold. */
  readonly lpRes: Restriction;
}

/** A property contains a value (RES_CONTENT). @spec scontentrestriction */
export interface SContentRestriction {
  readonly rt: 'content';
  /** FL_FULLSTRING, FL_SUBSTRING or FL_PREFIX, with FL_IGNORECASE, FL_IGNORENONSPACE and FL_LOOSE ORed in. */
  readonly ulFuzzyLevel: number;
  /** The property that is looked at: a string or binary one. */
  readonly ulPropTag: PropTag;
  /** What it must contain; of the same type, single where the property is multi-valued. */
  readonly lpProp: PropValue;
}

/** A property compares to a constant (RES_PROPERTY). @spec spropertyrestriction */
export interface SPropertyRestriction {
  readonly rt: 'property';
  /** How: `property relop constant`. */
  readonly relop: Relop;
  /** The property that is looked at. */
  readonly ulPropTag: PropTag;
  /** The constant; of the same type, or single where the property is multi-valued. */
  readonly lpProp: PropValue;
}

/** Two properties of the same object compare (RES_COMPAREPROPS). @spec scomparepropsrestriction */
export interface SComparePropsRestriction {
  readonly rt: 'compare';
  /** How: `first relop second`. */
  readonly relop: Relop;
  /** The first property. */
  readonly ulPropTag1: PropTag;
  /** The second one, of the same type. */
  readonly ulPropTag2: PropTag;
}

/** Bits of a PT_LONG property (RES_BITMASK). @spec sbitmaskrestriction */
export interface SBitMaskRestriction {
  readonly rt: 'bitmask';
  /** Whether the masked bits are all zero, or not. */
  readonly relBMR: Bmr;
  /** The property that is looked at. */
  readonly ulPropTag: PropTag;
  /** The mask, 32 bits. */
  readonly ulMask: number;
}

/** The size of a property's value (RES_SIZE). @spec ssizerestriction */
export interface SSizeRestriction {
  readonly rt: 'size';
  /** How: `size relop cb`. */
  readonly relop: Relop;
  /** The property that is looked at. */
  readonly ulPropTag: PropTag;
  /** Bytes. */
  readonly cb: number;
}

/** A property is there (RES_EXIST). @spec sexistrestriction */
export interface SExistRestriction {
  readonly rt: 'exist';
  /** The property that is looked for. */
  readonly ulPropTag: PropTag;
}

/** Something holds for one of the rows of a sub-object (RES_SUBRESTRICTION). @spec ssubrestriction */
export interface SSubRestriction {
  readonly rt: 'sub';
  /** PR_MESSAGE_RECIPIENTS or PR_MESSAGE_ATTACHMENTS. */
  readonly ulSubObject: PropTag;
  /** What must hold for one row. */
  readonly lpRes: Restriction;
}

/** A restriction with remarks, which say nothing about its meaning (RES_COMMENT). @spec scommentrestriction */
export interface SCommentRestriction {
  readonly rt: 'comment';
  /** What must hold; null where the comment stands alone, which always holds. */
  readonly lpRes: Restriction | null;
  /** The remarks. */
  readonly lpProp: readonly PropValue[];
}

/**
 * A restriction with hints for the one who evaluates it, its language for instance (RES_ANNOTATION of the header): to comail a
 * remark like any other.
 * @spec srestriction
 */
export interface SAnnotationRestriction {
  readonly rt: 'annotation';
  /** What must hold; null where the hints stand alone, which always holds. */
  readonly lpRes: Restriction | null;
  /** The hints. */
  readonly lpProp: readonly PropValue[];
}

/**
 * A restriction of which only so many matches count (RES_COUNT): around everything else, with nothing but counts and remarks
 * outside of it. `selectRows` says which rows these are.
 * @spec scountrestriction
 */
export interface SCountRestriction {
  readonly rt: 'count';
  /** How many at most. */
  readonly ulCount: number;
  /** What must hold. */
  readonly lpRes: Restriction;
}

/**
 * A condition on the properties of an object: frozen data, one kind for each RES_ constant of the header.
 * @spec srestriction
 */
export type Restriction =
  | SAndRestriction
  | SOrRestriction
  | SNotRestriction
  | SContentRestriction
  | SPropertyRestriction
  | SComparePropsRestriction
  | SBitMaskRestriction
  | SSizeRestriction
  | SExistRestriction
  | SSubRestriction
  | SCommentRestriction
  | SAnnotationRestriction
  | SCountRestriction;
