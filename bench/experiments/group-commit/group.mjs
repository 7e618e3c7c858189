// One group in one transaction: a savepoint each, one COMMIT, and an outcome for every submission.
import { isBusy } from './driver.mjs';

/**
 * @typedef {{ value: number } | { error: Error }} Outcome
 */

/**
 * Prepares the statements around a group; the answer commits one group.
 *
 * A submission that fails is rolled back to its savepoint and fails alone. One whose failure ends the whole transaction
 * (a full disk, RAISE(ROLLBACK)) fails alone too: the others, of which nobody was told yet, are run again without it.
 * When COMMIT itself fails, nothing was kept and all fail.
 *
 * @template T
 * @param {import('./driver.mjs').Database} db
 * @param {(submission: T) => number} apply
 * @returns {(group: readonly T[]) => Outcome[] | null} outcomes in the order of the group; null when another connection
 *   holds the write lock and nothing was done
 */
export function groupCommitter(db, apply) {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const savepoint = db.prepare('SAVEPOINT one');
  const release = db.prepare('RELEASE one');
  const undo = db.prepare('ROLLBACK TO one');

  return (group) => {
    const outcomes = new Array(group.length).fill(null);
    for (;;) {
      const state = attempt(group, outcomes);
      if (state === 'busy') return null;
      if (state === 'done') return outcomes;
      // One submission took the transaction with it and has its outcome: the others go again, without it.
      for (const [i, outcome] of outcomes.entries()) if (outcome && 'value' in outcome) outcomes[i] = null;
    }
  };

  /** @returns {'done' | 'busy' | 'again'} */
  function attempt(group, outcomes) {
    try {
      begin.run();
    } catch (error) {
      return isBusy(error) ? 'busy' : failAll(outcomes, error);
    }
    for (const [i, submission] of group.entries()) {
      if (outcomes[i]) continue;
      try {
        savepoint.run();
        outcomes[i] = { value: apply(submission) };
        release.run();
      } catch (error) {
        outcomes[i] = { error };
        if (!db.inTransaction()) return 'again';
        undo.run();
        release.run();
      }
    }
    try {
      commit.run();
    } catch (error) {
      if (db.inTransaction()) rollback.run();
      return failAll(outcomes, new Error('The group could not be committed', { cause: error }));
    }
    return 'done';
  }
}

function failAll(outcomes, error) {
  for (const [i, outcome] of outcomes.entries()) if (!outcome || 'value' in outcome) outcomes[i] = { error };
  return 'done';
}
