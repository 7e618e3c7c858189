import type { EntryId } from '../../mapi/index.js';
import { malformedId } from '../http/error.js';

/**
 * The identifier of an item or folder. Stores of comail keep an entry identifier when a message moves, so that all identifiers are
 * what Graph calls immutable.
 *
 * @param entryId the entry identifier
 */
export const idOf = (entryId: Uint8Array): string =>
  Buffer.from(entryId.buffer, entryId.byteOffset, entryId.byteLength).toString('base64url');

/**
 * The entry identifier that an identifier stands for.
 *
 * @param id what a caller wrote
 * @throws {GraphError} `ErrorInvalidIdMalformed`
 */
export function entryIdOf(id: string): EntryId {
  if (!/^[A-Za-z0-9_-]{28,}={0,2}$/.test(id)) throw malformedId();
  return new Uint8Array(Buffer.from(id, 'base64url'));
}
