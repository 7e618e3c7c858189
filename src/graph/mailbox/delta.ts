import { randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { limit } from '../../base/index.js';
import { badRequest, GraphError } from '../http/error.js';
import type { JsonObject } from '../http/json.js';
import type { Answer, Call } from '../http/route.js';
import type { Box } from './box.js';
import { Records } from './records.js';

const DELTA_TOKENS: number = limit(
  'graph.deltaTokens',
  500,
  'tokens',
  'of each mailbox; a client holds one for each folder, and the oldest are forgotten',
);
const DELTA_PAGE: number = limit(
  'graph.deltaPage',
  1000,
  'rows',
  "the most that odata.maxpagesize gets, as Graph's $top",
);

/** What is synchronized: the things of one kind at one place. */
export interface DeltaSource {
  /** All that is there: identifiers, each with a text that changes when the thing does. */
  list(): Promise<ReadonlyMap<string, string>>;
  /** One of them; null when it is not there any more. */
  show(id: string): Promise<JsonObject | null>;
}

/** What a token stands for: what the client has after the round, and what the round tells. */
interface Round {
  readonly have: readonly (readonly [id: string, mark: string])[];
  /** What came, changed or went: `+`, `*` or `-` before the identifier. */
  readonly changes: readonly string[];
}

/** The value of a record; the round is in its bytes. */
interface Remembered {
  readonly path: string;
  /** The options of the first request, which hold for the whole synchronization. */
  readonly query: string;
  readonly at: number;
}

const kept = new WeakMap<Box, { readonly records: Records; readonly recent: Map<string, Round> }>();

function keptOf(box: Box): { readonly records: Records; readonly recent: Map<string, Round> } {
  const found = kept.get(box) ?? { records: new Records(box, 'Delta'), recent: new Map<string, Round>() };
  kept.set(box, found);
  return found;
}

/**
 * A page of what has changed since the client last asked. Its last page has the link to ask by again, the others the link to the next.
 *
 * @param call the request; its token says where the client stands
 * @param sourceOf what is synchronized, under the options of the first request
 * @throws {GraphError} 410 `SyncStateNotFound` for a token that is not known, or not any more: the client begins anew
 */
export async function deltaPage(
  call: Call,
  sourceOf: (query: URLSearchParams) => Promise<DeltaSource> | DeltaSource,
): Promise<Answer> {
  const { records } = keptOf(call.box);
  const skip = call.query.get('$skiptoken') ?? call.query.get('$skipToken');
  const since = call.query.get('$deltatoken') ?? call.query.get('$deltaToken');
  const path = new URL(call.url).pathname.toLowerCase();
  const value = skip ?? since;
  const [token = '', position = '0'] = value === null ? [] : value.split('.');
  const before = value === null ? null : ((await records.all()).get(token)?.value as Remembered | undefined);
  if (before === undefined || (before !== null && before.path !== path))
    throw new GraphError(410, 'SyncStateNotFound', 'The token is not known here; begin anew without one.');
  const query = new URLSearchParams(before?.query ?? call.query);
  const source = await sourceOf(query);
  if (skip !== null) return await pageOf(call, token, await roundOf(call.box, token), Number(position) || 0, source);
  const old = since === null ? [] : (await roundOf(call.box, token)).have;
  const now = await source.list();
  const changes = changesOf(new Map(old), now, query.get('changeType'));
  // Who has all that there is keeps the token.
  if (since !== null && changes.length === 0) return await pageOf(call, token, { have: [], changes }, 0, source);
  const round: Round = { have: [...now], changes };
  const made = randomBytes(16).toString('hex');
  await remember(call.box, made, { path, query: query.toString(), at: Date.now() }, round);
  return await pageOf(call, made, round, 0, source);
}

function changesOf(
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  type: string | null,
): readonly string[] {
  const sign = type === null ? null : ({ created: '+', updated: '*', deleted: '-' } as const)[type as 'created'];
  if (sign === undefined) throw badRequest(`The changeType '${type}' is none of created, updated and deleted.`);
  const changes: string[] = [];
  for (const [id, mark] of now) {
    const had = old.get(id);
    if (had === undefined) changes.push(`+${id}`);
    else if (had !== mark) changes.push(`*${id}`);
  }
  for (const id of old.keys()) if (!now.has(id)) changes.push(`-${id}`);
  return sign === null ? changes : changes.filter((change) => change.startsWith(sign));
}

async function pageOf(call: Call, token: string, round: Round, from: number, source: DeltaSource): Promise<Answer> {
  const preferred = /odata\.maxpagesize\s*=\s*(\d{1,5})/i.exec([call.headers['prefer'] ?? []].flat().join());
  const size = Math.min(Math.max(Number(preferred?.[1] ?? 10), 1), DELTA_PAGE);
  const value: JsonObject[] = [];
  const messages = /messages\/delta$/i.test(call.url);
  const type = `#microsoft.graph.${messages ? 'message' : 'mailFolder'}`;
  for (const change of round.changes.slice(from, from + size)) {
    const id = change.slice(1);
    const shown = change.startsWith('-') ? null : await source.show(id);
    value.push({ '@odata.type': type, ...(shown ?? { id, '@removed': { reason: 'deleted' } }) });
  }
  const next = from + size;
  const link =
    next < round.changes.length
      ? { '@odata.nextLink': `${call.url}?$skiptoken=${token}.${next}` }
      : { '@odata.deltaLink': `${call.url}?$deltatoken=${token}` };
  return {
    status: 200,
    headers: preferred === null ? {} : { 'preference-applied': `odata.maxpagesize=${size}` },
    body: {
      '@odata.context': `${call.root}/$metadata#${call.entity}/${messages ? 'messages' : 'mailFolders'}/$delta`,
      value,
      ...link,
    },
  };
}

async function remember(box: Box, token: string, value: Remembered, round: Round): Promise<void> {
  const { records } = keptOf(box);
  await records.put(token, { ...value }, new Uint8Array(deflateRawSync(JSON.stringify(round))));
  lately(box, token, round);
  const all = [...(await records.all())].sort(([, a], [, b]) => Number(a.value['at']) - Number(b.value['at']));
  await records.remove(all.slice(0, Math.max(0, all.length - DELTA_TOKENS)).map(([key]) => key));
}

async function roundOf(box: Box, token: string): Promise<Round> {
  const { records, recent } = keptOf(box);
  const known = recent.get(token);
  if (known) return known;
  const record = (await records.all()).get(token);
  if (!record) throw new GraphError(410, 'SyncStateNotFound', 'The token is not known any more; begin anew.');
  const round = JSON.parse(inflateRawSync(await records.bytes(record)).toString()) as Round;
  lately(box, token, round);
  return round;
}

/** The pages of a round follow each other: a few rounds stay in memory. */
function lately(box: Box, token: string, round: Round): void {
  const { recent } = keptOf(box);
  recent.set(token, round);
  for (const old of [...recent.keys()].slice(0, -4)) recent.delete(old);
}
