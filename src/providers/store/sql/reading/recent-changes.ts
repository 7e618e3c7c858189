import type { ChangeGroup } from '../operations/transaction.js';
import { type LoggedChange, unpacked } from './lists.js';

/** Transactions that are kept for whoever has not followed yet, and changes of one that are. */
const [mostGroups, mostChanges] = [32, 1000];

/** What this process has written into the change log last: whoever follows it need not read that back. */
export class RecentChanges {
  #groups: ChangeGroup[] = [];

  /** A transaction was committed; null when it changed nothing. */
  add(group: ChangeGroup | null): void {
    if (group === null) return;
    if (group.changes.length > mostChanges) this.#groups = [];
    else if (this.#groups.push(group) > mostGroups) this.#groups.shift();
  }

  /**
   * The changes behind a place in the log, as far as they are at hand. What was answered is forgotten.
   *
   * @param place the last place that was seen
   * @returns null when the next change is not at hand: another process made it, or it was too long ago
   */
  since(place: number): readonly LoggedChange[] | null {
    const found: LoggedChange[] = [];
    const groups = this.#groups;
    this.#groups = [];
    let next = place + 1;
    for (const group of groups) {
      if (group.first + group.changes.length <= next) continue;
      if (group.first !== next) return null;
      found.push(...unpacked(group));
      next += group.changes.length;
    }
    return found.length > 0 ? found : null;
  }
}
