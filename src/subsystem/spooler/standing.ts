import type { AdrEntry, AdrList } from '../../mapi/index.js';
import { PR_ROWID } from '../../mapi/index.js';
import { valueIn } from '../submit/recipients.js';
import type { TransportSession } from './transport.js';

/** Until when a recipient waits, in milliseconds, and why. */
interface Pause {
  readonly at: number;
  readonly why: string;
}

/** Where the recipients of a message stand in one attempt: who waits, and who was declined by whom. */
export class Standing {
  readonly #paused = new Map<number, Pause>();
  readonly #declined = new Map<number, Map<TransportSession, string>>();

  /** Recipients wait. */
  pause(rows: AdrList, at: number, why: string): void {
    for (const row of rows) this.#paused.set(rowId(row), { at, why });
  }

  /** Until when a recipient waits; undefined when it does not. */
  pauseOf(row: AdrEntry): Pause | undefined {
    return this.#paused.get(rowId(row));
  }

  /** A transport says that recipients are not for it, perhaps in words. */
  decline(rows: AdrList, transport: TransportSession, words: string): void {
    for (const row of rows) {
      const by = this.#declined.get(rowId(row)) ?? new Map<TransportSession, string>();
      this.#declined.set(rowId(row), by.set(transport, words));
    }
  }

  /** Whether a transport has said that a recipient is not for it. */
  hasDeclined(row: AdrEntry, transport: TransportSession): boolean {
    return this.#declined.get(rowId(row))?.has(transport) ?? false;
  }

  /** Who has declined a recipient, for people; empty when nobody was asked. */
  declinedBy(row: AdrEntry): string {
    const by = [...(this.#declined.get(rowId(row)) ?? [])];
    return by.map(([{ name }, words]) => (words === '' ? name : `${name} (${words})`)).join(', ');
  }

  /** Recipients have other PR_ROWIDs now. */
  renumber(moved: ReadonlyMap<number, number>): void {
    for (const states of [this.#paused, this.#declined] as const) move<unknown>(states, moved);
  }
}

function move<T>(states: Map<number, T>, moved: ReadonlyMap<number, number>): void {
  const found = [...moved].flatMap(([old, now]) => (states.has(old) ? [[now, states.get(old) as T] as const] : []));
  for (const old of moved.keys()) states.delete(old);
  for (const [now, state] of found) states.set(now, state);
}

/** PR_ROWID. */
export const rowId = (row: AdrEntry): number => valueIn(row, PR_ROWID) ?? -1;
