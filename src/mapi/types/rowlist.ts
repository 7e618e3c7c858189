import type { PropValue } from './propvalue.js';

/** One change of a table that is written row by row. @spec rowentry */
export interface ROWENTRY {
  /** ROW_ADD 1, ROW_MODIFY 2, ROW_REMOVE 4 or ROW_EMPTY 5. */
  readonly ulRowFlags: number;
  /** The row's values, among them those that identify it. */
  readonly rgPropVals: readonly PropValue[];
}

/** Changes of a table (`IExchangeModifyTable::ModifyTable`). @spec rowlist */
export type ROWLIST = readonly ROWENTRY[];
