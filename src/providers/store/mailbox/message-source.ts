import type { PropSource } from '../../../mapi/index.js';
import { type StoreFile, messageSource as storedMessage } from '../sql/index.js';
import { reading } from './failures.js';

/**
 * A stored message as restrictions look at it: all its properties, however large, its recipients and attachments.
 *
 * @param file the store file
 * @param id the message
 * @returns a source without properties when the message is gone; what it throws are `ComError`s
 */
export function messageSource(file: StoreFile, id: number): PropSource {
  const guarded = ({ get, rows }: PropSource): PropSource => ({
    get: (tag) => reading(() => get(tag)),
    ...(rows ? { rows: (subObject) => reading(() => [...rows(subObject)].map(guarded)) } : {}),
  });
  return guarded(reading(() => storedMessage(file.db, id)));
}
