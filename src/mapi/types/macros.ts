import { failed, type HResult, S_OK, succeeded } from '../../com/index.js';
import { MAPI_UNICODE } from '../flags/index.js';
import type { PropTag } from './proptag.js';
import { changePropType, instanceOf, propId, propTag, propType } from './proptag.js';

// The macros of Microsoft's headers under their own names, for code that is ported line by line.

/** {@link propTag} by the name of its macro. @spec prop_tag */
export const PROP_TAG: typeof propTag = propTag;

/** {@link propId} by the name of its macro. @spec prop_id */
export const PROP_ID: (tag: number) => number = propId;

/** {@link propType} by the name of its macro. @spec prop_type */
export const PROP_TYPE: (tag: number) => number = propType;

/** {@link changePropType} by the name of its macro. @spec change_prop_type */
export const CHANGE_PROP_TYPE: typeof changePropType = changePropType;

/** {@link instanceOf} by the name of its macro. @spec mvi_prop */
export const MVI_PROP: <T>(tag: PropTag<readonly T[]>) => PropTag<T> = instanceOf;

/** The bits of a tag that are its type. */
export const PROP_TYPE_MASK = 0xffff;

/** The identifier of no property. */
export const PROP_ID_NULL = 0;

/** An identifier that no property has. */
export const PROP_ID_INVALID = 0xffff;

/** The first identifier of properties that are kept secret. */
export const PROP_ID_SECURE_MIN = 0x67f0;

/** The last identifier of properties that are kept secret. */
export const PROP_ID_SECURE_MAX = 0x67ff;

/** S_OK, as older examples have it. */
export const hrSuccess: HResult = S_OK;

/** The flag of programs that were compiled for Unicode: MAPI_UNICODE. Texts are Unicode here. */
export const fMapiUnicode: number = MAPI_UNICODE;

/** Whether a method succeeded, with a warning or without. */
export const HR_SUCCEEDED: (hr: HResult) => boolean = succeeded;

/** Whether a method failed. */
export const HR_FAILED: (hr: HResult) => boolean = failed;
