import { type PropTag, PT_BINARY, propTag, type SSortOrderSet, sortBy } from '../../../mapi/index.js';
import type { FolderRow } from '../sql/index.js';

/** Where a folder keeps the order that SaveContentsSort gave: private to the store. */
export const sortTag: PropTag<Uint8Array> = propTag(PT_BINARY, 0x67ef);

/** The order as it is kept. */
export const savedSort = ({ aSort, cCategories, cExpanded }: SSortOrderSet): Uint8Array =>
  Buffer.from(JSON.stringify({ aSort, cCategories, cExpanded }));

/** The order that the contents tables of a folder begin with. */
export function sortOf(row: FolderRow): SSortOrderSet {
  const bytes = row.value(sortTag);
  return bytes ? Object.freeze(JSON.parse(Buffer.from(bytes).toString()) as SSortOrderSet) : sortBy();
}
