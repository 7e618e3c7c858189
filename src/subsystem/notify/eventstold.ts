import { implementationOf } from '../../com/index.js';
import type { IMAPIFolder } from '../../mapi/index.js';

/** A folder that knows when the sinks of its store have heard of everything. */
export interface EventsAtHand {
  /** Answers when no event waits any more that happened before. */
  eventsTold(): Promise<void>;
}

/**
 * Waits until the sinks of a store were told of all that has happened so far: `Unadvise` drops what still waits for them.
 *
 * @param folder one of its folders
 * @returns at once for a folder of a store that does not know
 */
export async function eventsTold(folder: IMAPIFolder): Promise<void> {
  const object = implementationOf(folder);
  if (object !== null && 'eventsTold' in object) await (object as EventsAtHand).eventsTold();
}
