import { createHash } from 'node:crypto';
import { ComError } from '../../com/index.js';
import { MAPI_E_UNABLE_TO_COMPLETE } from '../../mapi/index.js';
import type { ViewSettings } from './openview.js';

/** What GetCollapseState saves. */
export interface CollapseState {
  /** The row to come back to. */
  readonly row: Uint8Array;
  /** The headings that are not as the order lets them start, and whether they are open. */
  readonly turned: readonly (readonly [key: Uint8Array, open: boolean])[];
}

/**
 * Writes a state as bytes, with a mark of the order and the restriction that it belongs to.
 *
 * @param state the state
 * @param settings the order and the restriction
 */
export function writeCollapseState({ row, turned }: CollapseState, settings: ViewSettings): Uint8Array {
  const headings = turned.map(([key, open]) => [hex(key), open]);
  const text = JSON.stringify({ version, settings: mark(settings), row: hex(row), headings });
  return new TextEncoder().encode(text);
}

/**
 * Reads what {@link writeCollapseState} wrote.
 *
 * @param bytes the state
 * @param settings the order and the restriction now
 * @throws {ComError} `MAPI_E_UNABLE_TO_COMPLETE` when the bytes are no such state, or one of another order or restriction
 */
export function readCollapseState(bytes: Uint8Array, settings: ViewSettings): CollapseState {
  const saved = parse(bytes);
  if (!isSaved(saved)) throw new ComError(MAPI_E_UNABLE_TO_COMPLETE, 'these bytes are no collapse state');
  if (saved.settings !== mark(settings))
    throw new ComError(MAPI_E_UNABLE_TO_COMPLETE, 'the state was saved under another order or restriction');
  return { row: unhex(saved.row), turned: saved.headings.map(([key, open]) => [unhex(key), open]) };
}

interface Saved {
  readonly version: number;
  readonly settings: string;
  readonly row: string;
  readonly headings: readonly (readonly [key: string, open: boolean])[];
}

const version = 1;

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ComError(MAPI_E_UNABLE_TO_COMPLETE, 'these bytes are no collapse state', { cause: error });
  }
}

function isSaved(value: unknown): value is Saved {
  const saved = value as Partial<Saved> | null;
  return (
    typeof saved === 'object' &&
    saved !== null &&
    saved.version === version &&
    isHex(saved.row) &&
    Array.isArray(saved.headings) &&
    saved.headings.every((entry: unknown) => Array.isArray(entry) && isHex(entry[0]) && typeof entry[1] === 'boolean')
  );
}

const isHex = (value: unknown): boolean => typeof value === 'string' && /^(?:[0-9a-f]{2})*$/.test(value);

function mark({ order, restriction, instances }: ViewSettings): string {
  const text = JSON.stringify([order, restriction, instances], (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    return value instanceof Uint8Array ? `x${hex(value)}` : value;
  });
  return createHash('sha256').update(text).digest('hex');
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
