import { ok } from '../../com/index.js';
import { type EntryId, PR_ENTRYID } from '../../mapi/index.js';
import type { ListAtHand } from '../../subsystem/index.js';
import { JsonWriter } from '../http/jsonwriter.js';
import { nextLink } from '../http/links.js';
import { type Answer, asJson, type Call } from '../http/route.js';
import { type Query, queryOf } from '../odata/query.js';
import { demandWithinBasic } from './basic.js';
import { conditionIn } from './condition.js';
import { listedWith, openedAlone } from './listed.js';
import { allFolders } from './places.js';
import { fragmentsOf, type ListPlan, planOf } from './plan.js';
import { applied, fragmentOf } from './resource.js';
import { contents, foundInTables, passing } from './tables.js';

/**
 * A page of the messages of a folder, or of all folders.
 *
 * @param call the request
 * @param folder the folder; null for all
 */
export async function listMessages(call: Call, folder: string | null): Promise<Answer> {
  const plan = await planOf(call, folder);
  const page = await (plan.list ? pageAtHand(call, plan, plan.list) : pageOfTables(call, plan));
  return { status: 200, headers: { ...applied(call), ...asJson }, body: written(call, folder, plan.query, page) };
}

interface Page {
  /** The JSON of each message, with the comma before it. */
  readonly messages: readonly Buffer[];
  /** How many there are in all; null where nobody asked. */
  readonly count: number | null;
  readonly more: boolean;
}

function written(call: Call, folder: string | null, { skip, top }: Query, { messages, count, more }: Page): Buffer {
  const place = folder === null ? '' : `/mailFolders('${encodeURIComponent(folder)}')`;
  out.clear();
  out.ascii('{"@odata.context":');
  out.text(`${call.root}/$metadata#${call.entity}${place}/messages`);
  if (count !== null) out.ascii(`,"@odata.count":${count}`);
  out.ascii(',"value":[');
  const head = out.taken();
  out.clear();
  out.ascii(']');
  if (more) {
    out.ascii(',"@odata.nextLink":');
    out.text(nextLink(call, skip + top));
  }
  out.ascii('}');
  const [first, ...rest] = messages;
  return Buffer.concat([head, ...(first ? [first.subarray(1), ...rest] : []), out.taken()]);
}

/** Nothing is waited for while a page is written, so that one writer does for all. */
const out = new JsonWriter();

/** The store tells which messages in which version; those that a list has shown before are not read. */
async function pageAtHand(call: Call, { query, shape }: ListPlan, list: ListAtHand): Promise<Page> {
  const { top, skip } = query;
  const count = query.count ? list.count() : null;
  const { ids, changes } = list.page(skip, top + 1);
  const fragments = fragmentsOf(call.box).of(shape.name);
  const found: (Buffer | null)[] = [];
  const missing: number[] = [];
  for (let at = 0; at < ids.length && at < top; at++) {
    const known = fragments.get(changes[at] as number);
    if (known === undefined) missing.push(at);
    found.push(known ?? null);
  }
  if (missing.length > 0) {
    const messages = list.messages(
      missing.map((at) => ids[at] as number),
      shape.parts.has('recipients'),
    );
    for (const [index, at] of missing.entries()) {
      const message = messages[index];
      if (!message) continue;
      // What is read now is this version or one after it: kept under this number it is wrong for nobody, as the number is then history.
      const made =
        fragmentOf(call.box, message, shape) ??
        (await openedAlone(call, message.get(PR_ENTRYID) as EntryId, shape, null));
      found[at] = made;
      if (made) fragments.put(changes[at] as number, made);
    }
  }
  return { messages: found.filter((each) => each !== null), count, more: ids.length > top };
}

async function pageOfTables(call: Call, plan: ListPlan): Promise<Page> {
  const { query, shape, extras, folders } = plan;
  const { entryIds, count, more } = await foundInTables(call.box, folders, query);
  return { messages: await listedWith(call, entryIds, shape, extras), count, more };
}

/**
 * How many messages match.
 *
 * @param call the request
 * @param folder the folder; null for all
 */
export async function countMessages(call: Call, folder: string | null): Promise<Answer> {
  const { box } = call;
  const query = queryOf(call.query, ['$filter', '$search']);
  demandWithinBasic(call, query);
  let count = 0;
  const { rows } = await conditionIn(box, query);
  for (const entryId of folder === null ? await allFolders(box) : [box.folderEntryId(folder)]) {
    using table = await contents(box, entryId, query, rows?.columns ?? [PR_ENTRYID]);
    count += rows === null ? await ok(table.GetRowCount(0)) : (await passing(table, rows)).length;
  }
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(count) };
}
