import { failed, type HResult, ok } from '../../com/index.js';
import {
  type IMAPIProp,
  MAPI_CREATE,
  type MAPINAMEID,
  PR_MAPPING_SIGNATURE,
  type PropTag,
  propId,
} from '../../mapi/index.js';
import type { NameMap } from './namemap.js';

/**
 * How the identifiers of named properties change on their way into another object. Objects with equal mapping signatures share
 * their identifiers; otherwise names keep and identifiers change.
 *
 * @param names the names of the source
 * @param tags the properties that are copied
 * @param destination the target
 * @returns the new identifier by the old one, null where the target can't have one; what is not in it stays as it is
 * @spec mapi-named-properties
 */
export async function nameMapping(
  names: NameMap | null,
  tags: readonly PropTag[],
  destination: IMAPIProp,
): Promise<ReadonlyMap<number, number | null>> {
  const ids = tags.map(propId).filter((id) => id >= 0x8000);
  if (!names || ids.length === 0) return new Map();
  const row = await ok(destination.GetProps([PR_MAPPING_SIGNATURE]));
  if (row[0] && Buffer.compare(row[0], names.signature) === 0) return new Map();
  const named = await names.namesOf(ids);
  const known = named.filter((name): name is MAPINAMEID => name !== null);
  if (known.length === 0) return new Map(ids.map((id) => [id, null]));
  const [hr, made] = await destination.GetIDsFromNames(known, MAPI_CREATE);
  return mapped(ids, named, failed(hr as HResult) ? [] : (made ?? []));
}

function mapped(
  ids: readonly number[],
  named: readonly (MAPINAMEID | null)[],
  made: readonly PropTag[],
): ReadonlyMap<number, number | null> {
  let next = 0;
  return new Map(ids.map((id, index) => [id, named[index] ? propId(made[next++] ?? 0) || null : null]));
}
