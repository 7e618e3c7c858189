import { isBusy } from '../driver/index.js';
import { StoreError } from '../error.js';
import type { Database } from './database.js';
import type { Outcome } from './submitter.js';

/** What the submissions of a group share within their transaction. */
export interface GroupScope {
  /** Begins anew: after `BEGIN`, also when a group runs once more. */
  begin(): void;
  /** Writes what the submissions so far left to be written together. */
  flush(): void;
  /** Where {@link rewind} goes back to. */
  mark(): number;
  /** Forgets what a submission left that was rolled back. */
  rewind(mark: number): void;
  /** Writes what is left; right before `COMMIT`. */
  finish(): void;
  /** All of it was committed. */
  committed(): void;
}

/**
 * Makes what commits one group: one transaction for all of its submissions.
 *
 * At first the group runs without savepoints, which cost as much as a small submission does. When one fails, all is rolled
 * back and the group runs again with a savepoint for each: the one that fails is rolled back to its savepoint and fails
 * alone. One whose failure ended the whole transaction (a full disk) fails alone too: the others, of which nobody was told
 * yet, run again without it. When the commit itself fails, nothing was kept and all fail.
 *
 * @param db the connection
 * @param scope what the submissions share
 * @param apply writes one submission; may run more than once, so it keeps nothing outside of the database and the scope
 */
export function groupCommitter<S, R>(
  db: Database,
  scope: GroupScope,
  apply: (submission: S) => R,
): (group: readonly S[]) => readonly Outcome<R>[] | null {
  return (group) => {
    const failures = new Map<number, unknown>();
    for (let careful = false; ; careful = true) {
      try {
        db.run('BEGIN IMMEDIATE');
      } catch (error) {
        return isBusy(error) ? null : group.map((_, index) => ({ error: failures.get(index) ?? error }));
      }
      scope.begin();
      const outcomes = careful ? applyEach(db, scope, group, failures, apply) : applyAll(db, scope, group, apply);
      if (outcomes !== 'again') return commit(db, scope, outcomes);
    }
  };
}

function applyAll<S, R>(
  db: Database,
  scope: GroupScope,
  group: readonly S[],
  apply: (submission: S) => R,
): Outcome<R>[] | 'again' {
  try {
    const outcomes = group.map((submission) => ({ value: apply(submission) }));
    scope.flush();
    return outcomes;
  } catch {
    // Whose failure it is, and which, the second run tells.
    if (db.inTransaction()) db.run('ROLLBACK');
    return 'again';
  }
}

function applyEach<S, R>(
  db: Database,
  scope: GroupScope,
  group: readonly S[],
  failures: Map<number, unknown>,
  apply: (submission: S) => R,
): Outcome<R>[] | 'again' {
  const outcomes: Outcome<R>[] = [];
  for (const [index, submission] of group.entries()) {
    if (failures.has(index)) {
      outcomes.push({ error: failures.get(index) });
      continue;
    }
    const mark = scope.mark();
    try {
      db.run('SAVEPOINT one');
      const value = apply(submission);
      scope.flush();
      db.run('RELEASE one');
      outcomes.push({ value });
    } catch (error) {
      if (!db.inTransaction()) {
        failures.set(index, error);
        return 'again';
      }
      db.run('ROLLBACK TO one');
      db.run('RELEASE one');
      scope.rewind(mark);
      outcomes.push({ error });
    }
  }
  return outcomes;
}

function commit<R>(db: Database, scope: GroupScope, outcomes: readonly Outcome<R>[]): readonly Outcome<R>[] {
  try {
    scope.finish();
    db.run('COMMIT');
    scope.committed();
    return outcomes;
  } catch (cause) {
    if (db.inTransaction()) db.run('ROLLBACK');
    const code = cause instanceof StoreError ? cause.code : 'DISK_ERROR';
    const error = new StoreError(code, 'the group could not be committed, nothing of it was kept', cause);
    return outcomes.map((outcome) => ('error' in outcome ? outcome : { error }));
  }
}
