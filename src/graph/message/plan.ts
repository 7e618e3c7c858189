import { limit } from '../../base/index.js';
import type { EntryId } from '../../mapi/index.js';
import { type ListAtHand, messagesAtHand } from '../../subsystem/index.js';
import type { Call } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { extendedIn } from '../odata/collections.js';
import { type Query, type QueryOption, queryOf } from '../odata/query.js';
import { demandWithinBasic } from './basic.js';
import { conditionIn } from './condition.js';
import { type Extras, extrasOf } from './expanded.js';
import { Fragments } from './fragments.js';
import { allFolders, orderOf } from './places.js';
import { type Shape, shapeOf } from './resource.js';

const PLANS = limit(
  'graph.listPlans',
  256,
  'queries',
  'lists of a mailbox whose options are understood already: those of a few clients, page by page; the one not asked for longest is forgotten',
);

/** The options that lists of messages know. */
const listOptions: readonly QueryOption[] = [
  '$select',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$expand',
  '$search',
];

/** What a request for a list of messages asks for, understood. */
export interface ListPlan {
  readonly query: Query;
  readonly shape: Shape;
  readonly extras: Extras | null;
  readonly folders: readonly EntryId[];
  /** The list as the store has it at hand; null where tables must tell it. */
  readonly list: ListAtHand | null;
}

/**
 * What a request for a list of messages asks for. Clients ask the same again and again, so that the answer is kept for each text of a
 * query.
 *
 * @param call the request
 * @param folder the folder; null for all
 * @throws {GraphError} as {@link queryOf}, {@link demandWithinBasic}, {@link shapeOf} and {@link conditionIn}
 */
export async function planOf(call: Call, folder: string | null): Promise<ListPlan> {
  const { box } = call;
  const plans = plansOf(box);
  const prefer = call.headers['prefer'] ?? '';
  const key = `${Number(call.basic)}${Number(call.strict)} ${folder ?? ''} ${call.queryText}\n${prefer}`;
  const known = folder === null ? undefined : plans.get(key);
  if (known) {
    plans.delete(key);
    plans.set(key, known);
    return known;
  }
  const query = queryOf(call.query, listOptions, call.strict);
  demandWithinBasic(call, query);
  const shape = shapeOf(call, query.select);
  const extras = await extrasOf(call, query.expand);
  const folders = folder === null ? await allFolders(box) : [box.folderEntryId(folder)];
  const { restriction, rows } = await conditionIn(box, query);
  const list =
    extras === null && rows === null
      ? (messagesAtHand(box.drafts)?.listAtHand({ folders, restriction, order: orderOf(query) }) ?? null)
      : null;
  const plan = Object.freeze({ query, shape, extras, folders, list });
  if (list !== null && folder !== null && isLasting(call, query)) {
    plans.set(key, plan);
    for (const [oldest] of plans) if (plans.size > PLANS) plans.delete(oldest);
  }
  return plan;
}

/** Whether a query means the same tomorrow: neither the time of day nor properties that may get their names meanwhile. */
function isLasting(call: Call, { filter, search }: Query): boolean {
  if (search !== null) return !/\b(?:today|yesterday|this|last)/i.test(search);
  return filter === null || (extendedIn(filter).length === 0 && !/now\s*\(/i.test([...call.query.values()].join(' ')));
}

/** What is kept for a mailbox as long as it is served. */
interface Kept {
  readonly plans: Map<string, ListPlan>;
  readonly fragments: Fragments;
}

const boxes = new WeakMap<Box, Kept>();

function keptOf(box: Box): Kept {
  let kept = boxes.get(box);
  if (!kept) {
    kept = { plans: new Map(), fragments: new Fragments() };
    boxes.set(box, kept);
  }
  return kept;
}

const plansOf = (box: Box): Map<string, ListPlan> => keptOf(box).plans;

/** The JSON of messages that lists of a mailbox have shown. */
export const fragmentsOf = (box: Box): Fragments => keptOf(box).fragments;
