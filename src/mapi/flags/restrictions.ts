// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Restriction type. @spec srestriction */
export const RES_AND = 0x0;
/** Restriction type. @spec srestriction */
export const RES_OR = 0x1;
/** Restriction type. @spec srestriction */
export const RES_NOT = 0x2;
/** Restriction type. @spec srestriction */
export const RES_CONTENT = 0x3;
/** Restriction type. @spec srestriction */
export const RES_PROPERTY = 0x4;
/** Restriction type. @spec srestriction */
export const RES_COMPAREPROPS = 0x5;
/** Restriction type. @spec srestriction */
export const RES_BITMASK = 0x6;
/** Restriction type. @spec srestriction */
export const RES_SIZE = 0x7;
/** Restriction type. @spec srestriction */
export const RES_EXIST = 0x8;
/** Restriction type. @spec srestriction */
export const RES_SUBRESTRICTION = 0x9;
/** Restriction type. @spec srestriction */
export const RES_COMMENT = 0xa;
/** Restriction type. @spec srestriction */
export const RES_COUNT = 0xb;
/** Restriction type. @spec srestriction */
export const RES_ANNOTATION = 0xc;
/** Each restriction type, one at a time, with their names. @spec srestriction */
export const RestrictionTypes: FlagGroup = /* @__PURE__ */ values('RestrictionTypes', {
  RES_AND,
  RES_OR,
  RES_NOT,
  RES_CONTENT,
  RES_PROPERTY,
  RES_COMPAREPROPS,
  RES_BITMASK,
  RES_SIZE,
  RES_EXIST,
  RES_SUBRESTRICTION,
  RES_COMMENT,
  RES_COUNT,
  RES_ANNOTATION,
});

/** Relational operator. @spec spropertyrestriction */
export const RELOP_LT = 0x0;
/** Relational operator. @spec spropertyrestriction */
export const RELOP_LE = 0x1;
/** Relational operator. @spec spropertyrestriction */
export const RELOP_GT = 0x2;
/** Relational operator. @spec spropertyrestriction */
export const RELOP_GE = 0x3;
/** Relational operator. @spec spropertyrestriction */
export const RELOP_EQ = 0x4;
/** Relational operator. @spec spropertyrestriction */
export const RELOP_NE = 0x5;
/** Relational operator. @spec spropertyrestriction */
export const RELOP_RE = 0x6;
/** Relational operator. @spec spropertyrestriction */
export const RELOP_MEMBER_OF_DL = 0x64;
/** Each relational operator, one at a time, with their names. @spec spropertyrestriction */
export const RelationalOperators: FlagGroup = /* @__PURE__ */ values('RelationalOperators', {
  RELOP_LT,
  RELOP_LE,
  RELOP_GT,
  RELOP_GE,
  RELOP_EQ,
  RELOP_NE,
  RELOP_RE,
  RELOP_MEMBER_OF_DL,
});

/** Fuzzy level (FPropContainsProp). @spec scontentrestriction */
export const FL_FULLSTRING = 0x0;
/** Fuzzy level (FPropContainsProp). @spec scontentrestriction */
export const FL_SUBSTRING = 0x1;
/** Fuzzy level (FPropContainsProp). @spec scontentrestriction */
export const FL_PREFIX = 0x2;
/** Fuzzy level. @spec scontentrestriction */
export const FL_PREFIX_ON_ANY_WORD = 0x10;
/** Fuzzy level. @spec scontentrestriction */
export const FL_PHRASE_MATCH = 0x20;
/** Fuzzy level (FPropContainsProp). @spec scontentrestriction */
export const FL_IGNORECASE = 0x10000;
/** Fuzzy level (FPropContainsProp). @spec scontentrestriction */
export const FL_IGNORENONSPACE = 0x20000;
/** Fuzzy level (FPropContainsProp). @spec scontentrestriction */
export const FL_LOOSE = 0x40000;
/** Each fuzzy level, ORed together, with their names. @spec scontentrestriction */
export const FuzzyLevels: FlagGroup = /* @__PURE__ */ bits('FuzzyLevels', {
  FL_FULLSTRING,
  FL_SUBSTRING,
  FL_PREFIX,
  FL_PREFIX_ON_ANY_WORD,
  FL_PHRASE_MATCH,
  FL_IGNORECASE,
  FL_IGNORENONSPACE,
  FL_LOOSE,
});

/** Bitmask operator. @spec sbitmaskrestriction */
export const BMR_EQZ = 0x0;
/** Bitmask operator. @spec sbitmaskrestriction */
export const BMR_NEZ = 0x1;
/** Each bitmask operator, one at a time, with their names. @spec sbitmaskrestriction */
export const BitmaskOperators: FlagGroup = /* @__PURE__ */ values('BitmaskOperators', { BMR_EQZ, BMR_NEZ });
