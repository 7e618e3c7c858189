import type { LedgerLine } from './ledger.js';

/** An object whose loss is told. */
export interface Watched {
  /** Its place among the objects that are not watched yet; -1 for one that is. */
  young: number;
  /** What its references are counted in. */
  readonly line: LedgerLine;
}

// Says once per object that it was collected with references outstanding. The line holds no way back to the object.
const leaks = new FinalizationRegistry<LedgerLine>((line) => {
  const words = `${line.references} reference(s) to ${line.implementation}#${line.id} were never released`;
  process.emitWarning(words, { type: 'ComLeakWarning', detail: line.where });
});

// An object of a short life is not worth a registration with the collector: those that are still there when the present turn
// of the event loop is over get one. Until then they are held.
const young: Watched[] = [];
let waiting = false;
// Tests put clocks of their own in the place of this one.
const atTheEnd = setImmediate;

/** Has the collector say when nobody can release an object any more. */
export function watch(object: Watched): void {
  object.young = young.push(object) - 1;
  if (waiting) return;
  waiting = true;
  atTheEnd(() => {
    waiting = false;
    for (const each of young) {
      each.young = -1;
      leaks.register(each, each.line, each);
    }
    young.length = 0;
  }).unref();
}

/** Ends that for an object that has ended as it should. */
export function unwatch(object: Watched): void {
  if (object.young < 0) {
    leaks.unregister(object);
    return;
  }
  const last = young.pop() as Watched;
  if (last === object) return;
  young[object.young] = last;
  last.young = object.young;
}
