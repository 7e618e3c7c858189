import type { HResult } from '../../com/index.js';
import type { PropTag } from './proptag.js';

/** What went wrong with one property on its way into or out of TNEF. @spec stnefproblem */
export interface STnefProblem {
  /** TNEF_COMPONENT_MESSAGE 0 or TNEF_COMPONENT_ATTACHMENT 1: in what it was. */
  readonly ulComponent: number;
  /** The attribute of the stream. */
  readonly ulAttribute: number;
  /** The property. */
  readonly ulPropTag: PropTag;
  /** The reason. */
  readonly scode: HResult;
}

/** The problems of one stream; empty when there was none. @spec stnefproblemarray */
export type STnefProblemArray = readonly STnefProblem[];
