import type { HResult } from '../../com/index.js';
import type { PropTag } from './proptag.js';

/** Why one property of many could not be set, deleted or copied. @spec spropproblem */
export interface SPropProblem {
  /** Where the property stands in the array that was given. */
  readonly ulIndex: number;
  /** Its tag. */
  readonly ulPropTag: PropTag;
  /** The reason, such as MAPI_E_COMPUTED or MAPI_E_NO_ACCESS. */
  readonly scode: HResult;
}

/** The problems of one call; empty when there was none. @spec spropproblemarray */
export type SPropProblemArray = readonly SPropProblem[];
