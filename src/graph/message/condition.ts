import type { Box } from '../mailbox/box.js';
import { extendedIn } from '../odata/collections.js';
import { type Condition, conditionOf } from '../odata/condition.js';
import type { Query } from '../odata/query.js';
import { searchRestriction } from '../odata/search.js';
import { extendedTags, readExtendedId } from './extended.js';

/** What a query asks of messages. */
export async function conditionIn(box: Box, { filter, search }: Pick<Query, 'filter' | 'search'>): Promise<Condition> {
  if (search !== null) return { restriction: searchRestriction(search, box.tags), rows: null };
  if (filter === null) return { restriction: null, rows: null };
  const ids = extendedIn(filter).map(readExtendedId);
  const tags = await extendedTags(box, ids, false);
  return conditionOf(filter, box.tags, new Map(ids.map(({ id }, index) => [id, tags[index] ?? null])));
}
