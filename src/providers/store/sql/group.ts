import { isBusy } from '../driver/index.js';
import { StoreError } from '../error.js';
import type { Database } from './database.js';
import type { Outcome } from './submitter.js';

/**
 * Makes what commits one group: one transaction, a savepoint for each submission.
 *
 * A submission that fails is rolled back to its savepoint and fails alone. One whose failure ended the whole transaction
 * (a full disk) fails alone too: the others, of which nobody was told yet, run again without it. When the commit itself
 * fails, nothing was kept and all fail.
 *
 * @param db the connection
 * @param apply writes one submission; may run twice, so it keeps nothing outside of the database
 */
export function groupCommitter<S, R>(
  db: Database,
  apply: (submission: S) => R,
): (group: readonly S[]) => readonly Outcome<R>[] | null {
  return (group) => {
    const failures = new Map<number, unknown>();
    for (;;) {
      const outcomes = attempt(db, group, failures, apply);
      if (outcomes !== 'again') return outcomes;
    }
  };
}

function attempt<S, R>(
  db: Database,
  group: readonly S[],
  failures: Map<number, unknown>,
  apply: (submission: S) => R,
): Outcome<R>[] | null | 'again' {
  try {
    db.run('BEGIN IMMEDIATE');
  } catch (error) {
    return isBusy(error) ? null : group.map((_, index) => ({ error: failures.get(index) ?? error }));
  }
  const outcomes: Outcome<R>[] = [];
  for (const [index, submission] of group.entries()) {
    if (failures.has(index)) {
      outcomes.push({ error: failures.get(index) });
      continue;
    }
    try {
      db.run('SAVEPOINT one');
      const value = apply(submission);
      db.run('RELEASE one');
      outcomes.push({ value });
    } catch (error) {
      if (!db.inTransaction()) {
        failures.set(index, error);
        return 'again';
      }
      db.run('ROLLBACK TO one');
      db.run('RELEASE one');
      outcomes.push({ error });
    }
  }
  try {
    db.run('COMMIT');
    return outcomes;
  } catch (cause) {
    if (db.inTransaction()) db.run('ROLLBACK');
    const code = cause instanceof StoreError ? cause.code : 'DISK_ERROR';
    const error = new StoreError(code, 'the group could not be committed, nothing of it was kept', cause);
    return outcomes.map((outcome) => ('error' in outcome ? outcome : { error }));
  }
}
