import { ok } from '../../com/index.js';
import {
  PR_CHANGE_KEY,
  PR_ENTRYID,
  PR_LAST_MODIFICATION_TIME,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
} from '../../mapi/index.js';
import { graphErrorOf } from '../http/error.js';
import { type Answer, type Call, paramOf } from '../http/route.js';
import { type DeltaSource, deltaPage } from '../mailbox/delta.js';
import { idOf } from '../mailbox/ids.js';
import { queryOf } from '../odata/query.js';
import { demandWithinBasic } from './basic.js';
import { conditionIn } from './condition.js';
import { shapeOf, shown } from './resource.js';
import { contents, passing } from './tables.js';

/**
 * What has changed among the messages of a folder. A message that moves away is gone.
 *
 * @param call the request
 */
export const messageDelta = (call: Call): Promise<Answer> => deltaPage(call, (query) => sourceOf(call, query));

const EVERYTHING = { test: () => true, columns: [] };

function sourceOf(call: Call, given: URLSearchParams): DeltaSource {
  const { box } = call;
  const query = queryOf(given, ['$select', '$filter', '$orderby', '$top']);
  demandWithinBasic(call, query);
  const shape = shapeOf(call, query.select);
  const folder = box.folderEntryId(paramOf(call, 'folder'));
  return {
    async list() {
      const condition = (await conditionIn(box, query)).rows;
      const columns = [PR_ENTRYID, PR_CHANGE_KEY, PR_LAST_MODIFICATION_TIME, PR_MESSAGE_FLAGS];
      using table = await contents(box, folder, query, [...columns, ...(condition?.columns ?? [])]);
      const found = new Map<string, string>();
      for (const row of await passing(table, condition ?? EVERYTHING, condition === null ? Infinity : undefined)) {
        const key = Buffer.from(row.get(PR_CHANGE_KEY) ?? []).toString('base64');
        const mark = `${key} ${row.get(PR_LAST_MODIFICATION_TIME)} ${row.get(PR_MESSAGE_FLAGS)}`;
        found.set(idOf(row.get(PR_ENTRYID) as Uint8Array), mark);
      }
      return found;
    },
    async show(id) {
      try {
        using message = await box.openMessage(id);
        const parent = (await ok(message.GetProps([PR_PARENT_ENTRYID], 0))).get(PR_PARENT_ENTRYID);
        if (parent === null || Buffer.compare(parent, folder) !== 0) return null;
        return await shown(box, message, shape);
      } catch (error) {
        if (graphErrorOf(error)?.code === 'ErrorItemNotFound') return null;
        throw error;
      }
    },
  };
}
