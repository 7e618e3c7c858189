import type { IncomingHttpHeaders } from 'node:http';
import type { Principal } from '../auth/principal.js';
import type { Box } from '../mailbox/box.js';
import { badRequest, GraphError } from './error.js';
import { type JsonObject, jsonBody } from './json.js';

/** A permission of Graph's. */
export type Scope = 'Mail.ReadBasic' | 'Mail.Read' | 'Mail.ReadWrite' | 'Mail.Send' | 'User.Read';

/** Who acts: the user of the token; the mailbox itself for a program that acts for itself. */
export interface Actor {
  readonly userPrincipalName: string;
  readonly displayName: string;
}

/** Any of these lets one read. */
export const READ: readonly Scope[] = ['Mail.Read', 'Mail.ReadWrite'];
/** Any of these lets one read all but bodies and what hangs on messages. */
export const READ_BASIC: readonly Scope[] = ['Mail.ReadBasic', ...READ];
/** This lets one change. */
export const WRITE: readonly Scope[] = ['Mail.ReadWrite'];
/** This lets one send. */
export const SEND: readonly Scope[] = ['Mail.Send'];

/** A request within a mailbox. */
export interface Call {
  /** The mailbox. */
  readonly box: Box;
  /** Who asks. */
  readonly principal: Principal;
  /** As whom mail is written and sent. */
  readonly actor: Actor;
  /** The parts of the path that are names or identifiers. */
  readonly params: Readonly<Record<string, string>>;
  /** The query options, as they were written. */
  readonly query: URLSearchParams;
  /** The same as it came, in one text. */
  readonly queryText: string;
  readonly headers: IncomingHttpHeaders;
  readonly method: string;
  readonly body: Buffer;
  /** The address of the server and the version: `https://localhost:8443/v1.0`. */
  readonly root: string;
  /** The address of the mailbox: `https://localhost:8443/v1.0/me`. */
  readonly mailboxUrl: string;
  /** The address that was asked, without its query. */
  readonly url: string;
  /** Whether the token has Mail.ReadBasic alone. */
  readonly basic: boolean;
  /** Whether queries are refused that Graph refuses, although they could be answered. */
  readonly strict: boolean;
  /** The path of the mailbox in `@odata.context`: `users('ann%40example.org')`. */
  readonly entity: string;
}

/** An answer. */
export interface Answer {
  readonly status: number;
  /** JSON; or bytes as they are; nothing when it is left out. */
  readonly body?: JsonObject | Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The header of JSON that is bytes already. */
export const asJson = {
  'content-type': 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
} as const;

/** A resource and what can be done with it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Within the mailbox: `/messages/:message`. */
  readonly path: string;
  /** Any of these permissions will do. */
  readonly scopes: readonly Scope[];
  /** What it does, for the OpenAPI document. */
  readonly summary: string;
  run(call: Call): Promise<Answer>;
}

/** A resource outside of mailboxes: its address holds a secret, and is the permission. */
export interface BareRoute {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly url: string;
  /** What it does, for the OpenAPI document. */
  readonly summary: string;
  run(call: Pick<Call, 'params' | 'headers' | 'body'>): Promise<Answer>;
}

/** A request outside of mailboxes. */
export interface RootCall extends Pick<Call, 'principal' | 'params' | 'headers' | 'body' | 'root'> {
  /** As whom the caller acts; null for a program that acts for itself. */
  readonly actor: Actor | null;
  /** The mailboxes that the caller may enter. */
  readonly boxes: readonly Box[];
  /**
   * One of them.
   *
   * @param user its identifier or principal name; the caller's own when it is left out
   * @throws {GraphError} `ErrorAccessDenied`, `ErrorInvalidUser`
   */
  boxOf(user: string | undefined): Box;
}

/** A resource outside of mailboxes, and what can be done with it. */
export interface RootRoute extends Omit<Route, 'run'> {
  run(call: RootCall): Promise<Answer>;
}

/** The body as a JSON object. */
export function bodyOf(call: Pick<Call, 'headers' | 'body'>): JsonObject {
  const type = (call.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (call.body.length > 0 && type !== '' && type !== 'application/json')
    throw new GraphError(
      415,
      'RequestBodyRead',
      `A body of the type ${type} can't be taken here; send application/json.`,
    );
  return jsonBody(call.body);
}

/** A name or an identifier out of the path. */
export function paramOf(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined || value === '') throw badRequest(`The path lacks ${name}.`);
  return value;
}

/** Whether the body is MIME in base64, as Graph takes it with `Content-Type: text/plain`. */
export const isMime = (call: Call): boolean => /^text\/plain\b/i.test(call.headers['content-type'] ?? '');

/** The bytes of a body that is MIME in base64. */
export function mimeBody(call: Call): Buffer {
  const text = call.body.toString('latin1').replaceAll(/\s/g, '');
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text))
    throw new GraphError(400, 'ErrorMimeContentInvalidBase64String', 'Invalid base64 string for MIME content.');
  return Buffer.from(text, 'base64');
}
