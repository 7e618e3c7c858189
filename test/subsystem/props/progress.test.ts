import { describe, expect, test } from 'vitest';
import { com, type HResult, S_OK } from '../../../src/com/index.js';
import {
  IMAPIProgress,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_USER_CANCEL,
  MAPI_TOP_LEVEL,
} from '../../../src/mapi/index.js';
import { WorkProgress } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';

describe('IMAPIProgress, as it is called while something is worked on', () => {
  useLedger();

  /** An indicator with these limits, and what it was told. */
  function indicator(low: number, high: number, flags: number, answer: HResult = S_OK) {
    const told: number[][] = [];
    const pointer = com<IMAPIProgress>(
      {
        Progress: (...values) => {
          told.push(values);
          return answer;
        },
        GetFlags: () => flags,
        GetMin: () => low,
        GetMax: () => high,
        SetLimits: () => undefined,
      },
      IMAPIProgress,
    );
    return { pointer, told };
  }

  test('ulValue moves between the limits of the indicator, and ulCount and ulTotal tell the items of the top level', () => {
    const { pointer, told } = indicator(1, 1000, MAPI_TOP_LEVEL);
    using held = pointer;
    const progress = new WorkProgress(held, 4);
    for (let i = 1; i <= 4; i++) expect(progress.done(i)).toBe(S_OK);
    expect(told).toEqual([
      [250, 1, 4],
      [500, 2, 4],
      [750, 3, 4],
      [1000, 4, 4],
    ]);
  });

  test('within an object that the caller did not name, ulCount and ulTotal are 0', () => {
    const { pointer, told } = indicator(250, 500, 0);
    using held = pointer;
    new WorkProgress(held, 5).done(2);
    expect(told).toEqual([[350, 0, 0]]);
  });

  test('ulValue is the minimum at the start alone, and the maximum at the end alone', () => {
    const { pointer, told } = indicator(1, 1000, MAPI_TOP_LEVEL);
    using held = pointer;
    const progress = new WorkProgress(held, 100_000, 3);
    for (const [work, count] of [
      [0, 0],
      [1, 0],
      [99_999, 2],
      [100_000, 3],
    ] as const)
      progress.done(work, count);
    expect(told).toEqual([
      [1, 0, 3],
      [2, 0, 3],
      [999, 2, 3],
      [1000, 3, 3],
    ]);
  });

  test('what the indicator answers goes to whoever does the work; without one nothing is asked', () => {
    using held = indicator(1, 1000, 0, MAPI_E_USER_CANCEL).pointer;
    expect(new WorkProgress(held, 2).done(1)).toBe(MAPI_E_USER_CANCEL);
    expect(new WorkProgress(null, 2).done(1)).toBe(S_OK);
  });

  test('lpProgress that is no indicator is MAPI_E_INVALID_PARAMETER', () => {
    expect(() => new WorkProgress({} as IMAPIProgress, 1)).toThrow(
      expect.objectContaining({ hr: MAPI_E_INVALID_PARAMETER }),
    );
  });
});
