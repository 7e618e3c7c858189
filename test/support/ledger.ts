import { afterEach, beforeEach } from 'vitest';
import { assertLedgerEmpty, type LedgerTotals, ledgerTotals, trackLedger } from '../../src/com/index.js';

/** What {@link useLedger} offers to the tests of its file. */
export interface LedgerCheck {
  /** Takes what is in the ledger now as the new start, for a test that leaves something there on purpose. */
  forgive(): void;
}

/**
 * Asserts after each test of the calling file that it released every COM object it made. Call it once, at the top.
 *
 * Where the last reference goes a moment after the test has what it wants (a socket that closes), await
 * `vi.waitFor(() => assertLedgerEmpty(...))` in the test itself; this check never waits.
 */
export function useLedger(): LedgerCheck {
  let start: LedgerTotals = ledgerTotals();
  beforeEach(() => {
    start = ledgerTotals();
    trackLedger(true);
  });
  afterEach(() => {
    try {
      assertLedgerEmpty(start);
    } finally {
      trackLedger(false);
    }
  });
  return {
    forgive() {
      start = ledgerTotals();
    },
  };
}
