import {
  ascend,
  descend,
  PR_CLIENT_SUBMIT_TIME,
  PR_CREATION_TIME,
  PR_IMPORTANCE,
  PR_LAST_MODIFICATION_TIME,
  PR_MESSAGE_DELIVERY_TIME,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  type PropTag,
  type SSortOrder,
} from '../../mapi/index.js';
import { badRequest, GraphError } from '../http/error.js';
import { PAGE_ROWS, SKIP_ROWS } from '../http/limits.js';
import { type Expansion, parseExpand } from './expand.js';
import { type Expression, pathsIn } from './expression.js';
import { usualPath } from './names.js';
import { parseFilter } from './parse.js';

/** The options of a query, as they were understood. */
export interface Query {
  /** Null for the usual properties. */
  readonly select: readonly string[] | null;
  readonly filter: Expression | null;
  readonly order: readonly SSortOrder[];
  readonly top: number;
  readonly skip: number;
  readonly count: boolean;
  readonly expand: readonly Expansion[];
  /** The words of `$search`; null without. */
  readonly search: string | null;
}

/** Which options a resource knows. */
export type QueryOption = '$select' | '$filter' | '$orderby' | '$top' | '$skip' | '$count' | '$expand' | '$search';

/**
 * Reads the options of a query. One that the resource does not know is an error, never ignored.
 *
 * @param given what was written
 * @param known the options that the resource knows
 * @param strict whether `$orderby` beside `$filter` must be as Graph demands
 * @throws {GraphError} `BadRequest`, `ErrorInvalidUrlQueryFilter`, `ErrorInvalidUrlQuery`
 */
export function queryOf(given: URLSearchParams, known: readonly QueryOption[], strict = false): Query {
  const options = new Map<string, string>();
  for (const [name, value] of given) {
    const isOption = name.startsWith('$');
    const full = isOption ? name.toLowerCase() : `$${name.toLowerCase()}`;
    // JSON is what every answer is written in.
    if (full === '$format' && isOption && /^(?:application\/)?json(?:;|$)/i.test(value)) continue;
    if (!(known as readonly string[]).includes(full)) {
      // Only what begins with a dollar belongs to OData; the rest is the caller's own.
      if (isOption) throw badRequest(`The query parameter '${name}' is not supported here.`);
      continue;
    }
    if (options.has(full)) throw badRequest(`Query option '${name}' was specified more than once.`);
    options.set(full, value);
  }
  const filter = options.get('$filter');
  const count = options.get('$count') ?? 'false';
  if (count !== 'true' && count !== 'false') throw badRequest("The value of '$count' is true or false.");
  const search = options.get('$search') ?? null;
  if (search !== null && filter !== undefined)
    throw new GraphError(400, 'SearchWithFilter', "The query parameter '$filter' is not supported with '$search'.");
  if (search !== null && options.has('$orderby'))
    throw new GraphError(400, 'SearchWithOrderBy', "The query parameter '$orderBy' is not supported with '$search'.");
  const condition = filter === undefined ? null : parseFilter(filter);
  const ordered = options.get('$orderby');
  if (strict && condition !== null && ordered !== undefined) demandEfficient(condition, ordered);
  return {
    select: options.has('$select') ? namesIn(options.get('$select') as string).map(usualPath) : null,
    filter: condition,
    order: orderOf(ordered),
    top: numberIn('$top', options.get('$top') ?? '10', 1, PAGE_ROWS),
    skip: numberIn('$skip', options.get('$skip') ?? '0', 0, SKIP_ROWS),
    count: count === 'true',
    expand: options.has('$expand') ? parseExpand(options.get('$expand') as string) : [],
    search,
  };
}

/**
 * Takes an option out of those that were given, in whatever letters it is written, with its dollar or without.
 *
 * @param given the options; the one is not among them any more
 * @param name its name: `$filter`, `includeHiddenFolders`
 * @returns its value; null when it is not there
 */
export function takeOption(given: URLSearchParams, name: string): string | null {
  const bare = name.replace('$', '').toLowerCase();
  const written = [...given.keys()].filter((each) => each.replace(/^\$/, '').toLowerCase() === bare);
  if (written.length > 1) throw badRequest(`Query option '${name}' was specified more than once.`);
  const [key] = written;
  const value = key === undefined ? null : given.get(key);
  if (key !== undefined) given.delete(key);
  return value;
}

const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function numberIn(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (number < least || number > most)
    throw badRequest(`Invalid value '${text}' for ${name} query option: it is a number from ${least} to ${most}.`);
  return number;
}

function orderOf(text: string | undefined): readonly SSortOrder[] {
  if (text === undefined) return [];
  return namesIn(text).map((part) => {
    const [, name = '', way = 'asc'] = /^([\w/]+)(?:\s+(asc|desc))?$/i.exec(part) ?? [];
    const tag = orderTags.get(usualPath(name));
    if (tag === undefined)
      throw new GraphError(400, 'ErrorInvalidUrlQuery', `The messages can not be ordered by '${part}'.`);
    return way.toLowerCase() === 'desc' ? descend(tag) : ascend(tag);
  });
}

/**
 * What Graph demands of `$orderby` beside `$filter`: its properties stand in the filter, too, in the same order, and before all others.
 *
 * @throws {GraphError} `InefficientFilter`
 */
function demandEfficient(filter: Expression, order: string): void {
  const filtered = [...new Set(pathsIn(filter))];
  const wanted = namesIn(order).map((part) => usualPath(part.split(/\s/, 1)[0] as string));
  if (wanted.some((name, index) => filtered[index] !== name))
    throw new GraphError(400, 'InefficientFilter', 'The restriction or sort order is too complex for this operation.');
}

const orderTags: ReadonlyMap<string, PropTag> = new Map<string, PropTag>([
  ['receivedDateTime', PR_MESSAGE_DELIVERY_TIME],
  ['sentDateTime', PR_CLIENT_SUBMIT_TIME],
  ['createdDateTime', PR_CREATION_TIME],
  ['lastModifiedDateTime', PR_LAST_MODIFICATION_TIME],
  ['subject', PR_SUBJECT_W],
  ['importance', PR_IMPORTANCE],
  ['from/emailAddress/address', PR_SENT_REPRESENTING_EMAIL_ADDRESS_W],
  ['sender/emailAddress/address', PR_SENDER_EMAIL_ADDRESS_W],
  ['from/emailAddress/name', PR_SENT_REPRESENTING_NAME_W],
  ['sender/emailAddress/name', PR_SENDER_NAME_W],
]);
