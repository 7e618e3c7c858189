import { GraphError } from '../http/error.js';
import type { Call } from '../http/route.js';
import { pathsIn } from '../odata/expression.js';
import type { Query } from '../odata/query.js';
import type { Field } from './fields.js';

/**
 * Refuses what the permission Mail.ReadBasic does not cover: bodies, what is searched in them, attachments and extended properties.
 *
 * @param call the request
 * @param query what it asks
 * @throws {GraphError} `ErrorAccessDenied`
 */
export function demandWithinBasic(call: Call, query: Query): void {
  if (!call.basic) return;
  const asked = query.filter === null ? [] : pathsIn(query.filter);
  if (
    query.search !== null ||
    query.expand.length > 0 ||
    asked.some((path) => /^body\b|ExtendedProperties$/.test(path))
  )
    throw beyondBasic();
}

/**
 * The fields that a caller may see.
 *
 * @param call the request
 * @param chosen the fields
 * @param selected whether the caller has named them
 * @throws {GraphError} `ErrorAccessDenied` for a body that was named
 */
export function withinBasic(
  call: Call,
  chosen: readonly (readonly [string, Field])[],
  selected: boolean,
): readonly (readonly [string, Field])[] {
  if (!call.basic) return chosen;
  const visible = chosen.filter(([, { part }]) => part !== 'body');
  if (selected && visible.length < chosen.length) throw beyondBasic();
  return visible;
}

/**
 * Refuses what the permission Mail.ReadBasic never covers.
 *
 * @param call the request
 * @throws {GraphError} `ErrorAccessDenied`
 */
export function demandMore(call: Call): void {
  if (call.basic) throw beyondBasic();
}

const beyondBasic = (): GraphError =>
  new GraphError(
    403,
    'ErrorAccessDenied',
    'Access is denied. Mail.ReadBasic covers neither bodies nor what hangs on messages.',
  );
