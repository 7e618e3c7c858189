/** One living COM object, as the ledger knows it. */
export interface LedgerEntry {
  /** The object's number; traces print it after the interface name. */
  readonly id: number;
  /** The implementation's class name. */
  readonly implementation: string;
  /** References outstanding. */
  readonly references: number;
  /** Where it was published; empty unless {@link trackLedger} was on. */
  readonly where: string;
}

/** What the ledger counts for each object; the object itself updates it. */
export interface LedgerLine {
  readonly id: number;
  readonly implementation: string;
  references: number;
  readonly where: string;
}

let living = 0;
let outstanding = 0;
let overReleased = 0;
let tracked: Map<number, LedgerLine> | null = null;

/** Counts of the ledger: all zero when every pointer was released. */
export interface LedgerTotals {
  /** Objects that have been published and not ended. */
  readonly objects: number;
  /** References outstanding over all of them. */
  readonly references: number;
  /** Calls of Release on objects that had ended already. */
  readonly overReleases: number;
}

/**
 * The counts now.
 *
 * @returns totals to compare with later
 */
export const ledgerTotals = (): LedgerTotals => ({
  objects: living,
  references: outstanding,
  overReleases: overReleased,
});

/**
 * Remembers where objects are published from now on, so that a leak names its birthplace. It holds the lines strongly
 * and takes a stack for each object: for tests, not for production.
 *
 * @param on whether to remember
 */
export function trackLedger(on: boolean): void {
  tracked = on ? new Map() : null;
}

/**
 * The living objects that were published while tracking was on.
 *
 * @returns copies; empty while tracking is off
 */
export function ledgerEntries(): readonly LedgerEntry[] {
  return tracked ? [...tracked.values()].map((line) => ({ ...line })) : [];
}

/**
 * Throws when objects or references are left, or when something was released too often, compared with `since`.
 *
 * @param since totals taken before, zero when left out
 * @throws {Error} naming each leaked object, its references and, when tracking is on, where it was published
 * @example
 * ```ts
 * afterEach(() => assertLedgerEmpty());
 * ```
 */
export function assertLedgerEmpty(since: LedgerTotals = { objects: 0, references: 0, overReleases: 0 }): void {
  const objects = living - since.objects;
  const references = outstanding - since.references;
  const over = overReleased - since.overReleases;
  if (objects === 0 && references === 0 && over === 0) return;
  const lines = ledgerEntries().map((e) => `  ${e.implementation}#${e.id}: ${e.references} reference(s)\n${e.where}`);
  throw new Error(
    [`${objects} object(s) and ${references} reference(s) leaked, ${over} released too often`, ...lines].join('\n'),
  );
}

/** Opens a line for a new object. */
export function enter(id: number, implementation: string): LedgerLine {
  living++;
  const where = tracked ? (new Error().stack ?? '').split('\n').slice(3, 9).join('\n') : '';
  const line: LedgerLine = { id, implementation, references: 0, where };
  tracked?.set(id, line);
  return line;
}

/** Books one reference more. */
export function addReference(line: LedgerLine): number {
  outstanding++;
  return ++line.references;
}

/** Books one reference less. */
export function dropReference(line: LedgerLine): number {
  outstanding--;
  return --line.references;
}

/** Closes the line of an object that ended. */
export function leave(line: LedgerLine): void {
  living--;
  tracked?.delete(line.id);
}

/** Books a Release that came after the end. */
export function overRelease(): void {
  overReleased++;
}
