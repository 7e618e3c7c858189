// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';
import { MAPI_MODIFY } from './objects.js';
import { STORE_UNCOMPRESSED_RTF } from './stores.js';

/** Flag of RTFSync (RTFSync). @spec rtfsync */
export const RTF_SYNC_RTF_CHANGED = 0x1;
/** Flag of RTFSync (RTFSync). @spec rtfsync */
export const RTF_SYNC_BODY_CHANGED = 0x2;
/** Each flag of RTFSync, ORed together, with their names. @spec rtfsync */
export const RtfSyncFlags: FlagGroup = /* @__PURE__ */ bits('RtfSyncFlags', {
  RTF_SYNC_RTF_CHANGED,
  RTF_SYNC_BODY_CHANGED,
});

/** Flag of a stream of rich text. @spec wrapcompressedrtfstreamex */
export const MAPI_NATIVE_BODY = 0x10000;
/** Each flag of a stream of rich text, ORed together, with their names. @spec wrapcompressedrtfstreamex */
export const RtfStreamFlags: FlagGroup = /* @__PURE__ */ bits('RtfStreamFlags', {
  MAPI_MODIFY,
  STORE_UNCOMPRESSED_RTF,
  MAPI_NATIVE_BODY,
});

/** Form of the body. */
export const MAPI_NATIVE_BODY_TYPE_RTF = 0x1;
/** Form of the body. */
export const MAPI_NATIVE_BODY_TYPE_HTML = 0x2;
/** Form of the body. */
export const MAPI_NATIVE_BODY_TYPE_PLAINTEXT = 0x4;
/** Each form of the body, one at a time, with their names. */
export const NativeBody: FlagGroup = /* @__PURE__ */ values('NativeBody', {
  MAPI_NATIVE_BODY_TYPE_RTF,
  MAPI_NATIVE_BODY_TYPE_HTML,
  MAPI_NATIVE_BODY_TYPE_PLAINTEXT,
});
