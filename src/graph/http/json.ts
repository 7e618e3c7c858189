import { isUtf8 } from 'node:buffer';
import { badRequest, GraphError } from './error.js';
import { JSON_DEPTH } from './limits.js';

/** An object of JSON. */
export type JsonObject = { readonly [name: string]: unknown };

/**
 * Reads a body of JSON that must be an object.
 *
 * @param bytes what came; nothing is the empty object
 * @throws {GraphError} `BadRequest` for what is no JSON object, or nested too deeply
 */
export function jsonBody(bytes: Buffer): JsonObject {
  if (bytes.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(textOfBytes(bytes));
  } catch (cause) {
    throw new GraphError(400, 'BadRequest', 'Unable to read JSON request payload. It is no JSON.', { cause });
  }
  inspect(value, 0);
  return objectOf(value, 'The payload');
}

/**
 * Refuses what is nested too deeply, and has all names begin small: no deeper than the limit, so that no body exhausts the stack.
 * Microsoft's own SDKs write the parameters of actions as Graph's metadata do, `Comment`, `DestinationId`,
 * and programs of Outlook's older API all properties.
 */
function inspect(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (value.length > 0) demandDepth(depth);
    for (const each of value) if (typeof each === 'object') inspect(each, depth + 1);
    return;
  }
  const json = value as Record<string, unknown>;
  const names = Object.keys(json);
  if (names.length > 0) demandDepth(depth);
  for (const name of names) {
    const inner = json[name];
    if (typeof inner === 'object') inspect(inner, depth + 1);
    const first = name.charCodeAt(0);
    if (first < CAPITAL_A || first > CAPITAL_Z) continue;
    const small = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    if (Object.hasOwn(json, small)) throw badRequest(`The payload has the property '${small}' twice.`);
    delete json[name];
    json[small] = inner;
  }
}

const [CAPITAL_A, CAPITAL_Z] = [65, 90];

/** Bytes of UTF-8, without the mark that they may begin with. A decoder of its own takes several times as long for so little. */
function textOfBytes(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new TypeError('the bytes are not those of UTF-8');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString('utf8', marked ? 3 : 0);
}

function demandDepth(depth: number): void {
  if (depth === JSON_DEPTH) throw badRequest(`The payload is nested more than ${JSON_DEPTH} levels deep.`);
}

const wrong = (name: string, kind: string): GraphError =>
  new GraphError(400, 'RequestBodyRead', `${name} must be ${kind}.`);

/** A value that must be an object. */
export function objectOf(value: unknown, name: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(name, 'an object');
  return value as JsonObject;
}

/** A value that must be a text. */
export function textOf(value: unknown, name: string): string {
  if (typeof value !== 'string') throw wrong(name, 'a string');
  // A property of MAPI ends with its first zero.
  if (value.includes('\0')) throw wrong(name, 'a string without zeroes');
  return value;
}

/** A value that must be true or false. */
export function booleanOf(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw wrong(name, 'true or false');
  return value;
}

/** A parameter of an action that must be true or false; Microsoft's own examples write it as a text, too. */
export function wordedBooleanOf(value: unknown, name: string): boolean {
  const text = typeof value === 'string' ? value.toLowerCase() : null;
  return text === 'true' || text === 'false' ? text === 'true' : booleanOf(value, name);
}

/** A value that must be a list. */
export function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(name, 'a list');
  return value;
}

/** A value that must be one of some words. */
export function wordOf<W extends string>(value: unknown, name: string, words: readonly W[]): W {
  const found = words.find((word) => typeof value === 'string' && word.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw wrong(name, `one of ${words.join(', ')}`);
  return found;
}

/** A value that must be bytes in base64. */
export function bytesOf(value: unknown, name: string): Buffer {
  const text = textOf(value, name).replaceAll(/[\r\n]/g, '');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text) || text.replace(/=+$/, '').length % 4 === 1) throw wrong(name, 'base64');
  return Buffer.from(text, 'base64');
}

/** A value that must be a time as ISO 8601 writes it. */
export function timeOf(value: unknown, name: string): Date {
  const text = textOf(value, name);
  const date = new Date(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(date.getTime())) throw wrong(name, 'a date and time of ISO 8601');
  return date;
}
