import { limit } from '../../../../base/index.js';
import type { Guid } from '../../../../com/index.js';
import { type MAPINAMEID, MNID_ID } from '../../../../mapi/index.js';
import { StoreError } from '../../error.js';
import type { Database } from '../database.js';
import type { Transaction } from './transaction.js';

const first = 0x8000;
const last: number = limit(
  'store.namedPropertyLast',
  0xfffe,
  'identifier',
  'Identifiers have 16 bits and named properties the upper half of them (GetIDsFromNames)',
);

/**
 * The identifiers of names.
 *
 * @returns in the order of the names; null for one that has none
 */
export const namedIds = (db: Database, names: readonly MAPINAMEID[]): readonly (number | null)[] =>
  names.map(({ lpguid, ulKind, Kind }) => {
    const row = db.get('SELECT id FROM named_prop WHERE guid = ? AND kind = ? AND name = ?', lpguid, ulKind, `${Kind}`);
    return (row?.['id'] as number | undefined) ?? null;
  });

/**
 * Every name in the store with its identifier.
 *
 * @returns sorted by identifier
 */
export const namedProps = (db: Database): readonly { readonly id: number; readonly name: MAPINAMEID }[] =>
  db.all('SELECT id, guid, kind, name FROM named_prop ORDER BY id').map((row) => {
    const lpguid = row['guid'] as Guid;
    const name: MAPINAMEID =
      row['kind'] === MNID_ID
        ? { lpguid, ulKind: 0, Kind: Number(row['name']) }
        : { lpguid, ulKind: 1, Kind: row['name'] as string };
    return { id: row['id'] as number, name };
  });

/**
 * Gives names their identifiers, new ones to those that have none.
 *
 * @returns the identifiers in the order of the names
 * @throws {StoreError} `TOO_BIG` when all identifiers are taken
 */
export function createNamedIds(
  tx: Transaction,
  { names }: { readonly names: readonly MAPINAMEID[] },
): readonly number[] {
  return names.map((name) => {
    const present = namedIds(tx.db, [name])[0];
    if (present != null) return present;
    const highest = tx.db.get('SELECT coalesce(max(id), ?) AS id FROM named_prop', first - 1)?.['id'] as number;
    if (highest >= last) throw new StoreError('TOO_BIG', 'the store has no identifier left for another named property');
    const { lpguid, ulKind, Kind } = name;
    tx.db.run(
      'INSERT INTO named_prop (id, guid, kind, name) VALUES (?, ?, ?, ?)',
      highest + 1,
      lpguid,
      ulKind,
      `${Kind}`,
    );
    return highest + 1;
  });
}
