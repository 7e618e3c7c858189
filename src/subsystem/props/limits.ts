import { limit } from '../../base/index.js';

/** Values above this are not handed out by GetProps. */
export const largeBytes: number = limit(
  'props.valueBytes',
  32_768,
  'bytes',
  'Of a text or binary value GetProps answers MAPI_E_NOT_ENOUGH_MEMORY above it, so that reading all properties stays cheap (its page: often from 4 KB on)',
);

/** Values above this are not taken by SetProps. */
export const setBytes: number = limit(
  'props.setBytes',
  16 << 20,
  'bytes',
  'SetProps holds values in memory until the object is saved; larger ones are streamed through OpenProperty',
);

/** How much of a large value is read, converted or derived from in memory. */
export const wholeBytes: number = limit(
  'props.wholeBytes',
  256 << 20,
  'bytes',
  'A text opened in another width than it is stored in, or a body made from another, is held whole while it is converted',
);

/** How much of a large value is copied at a time. */
export const pieceBytes: number = limit(
  'props.pieceBytes',
  256 << 10,
  'bytes',
  'Large enough that a piece costs little per byte, small enough that copying many objects stays cheap',
);

/** How many tags one call answers. */
export const namedTags: number = limit(
  'props.namedTags',
  0xfffe - 0x8000 + 1,
  'tags',
  'Named properties have identifiers from 0x8000 to 0xFFFE; GetIDsFromNames answers MAPI_E_TOO_BIG above (its page)',
);
