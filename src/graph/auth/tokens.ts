import { hash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { locked, replaceFile, stampOf } from '../../subsystem/index.js';
import { invalidToken } from './authority.js';
import type { Authenticator, Principal } from './principal.js';

/** A local token as the file keeps it: never the token itself. */
export interface TokenRecord {
  /** What it is called by, for listing and revoking. */
  readonly id: string;
  /** SHA-256 of the token, in hexadecimal. The token has 256 random bits, so that no slower hash would add to it. */
  readonly hash: string;
  /** Whose mailbox `me` is; null for every mailbox. */
  readonly user: string | null;
  /** The permissions. */
  readonly scopes: readonly string[];
  /** ISO 8601. */
  readonly created: string;
  /** ISO 8601; from then on it is refused. */
  readonly expires: string;
}

/** What a new token is to be. */
export interface TokenWish {
  /** Whose mailbox `me` is; null for every mailbox. */
  readonly user: string | null;
  /** The permissions: `Mail.ReadWrite`, `Mail.Send` and so on. */
  readonly scopes: readonly string[];
  /** Until when it counts. */
  readonly expires: Date;
}

const PREFIX = 'comail_';

/** For so long, in ms, a token that another process revokes may count still. A look at the file is dear for a request. */
const lookAgainMs = 100;

/** How often this process has changed a file of tokens: whoever knows one looks again. */
let changes = 0;

/** A token and whom it stands for, worked out once for each that the file names. */
interface Known {
  readonly record: TokenRecord;
  readonly principal: Principal;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** The local tokens, in a file that the user alone reads. */
export class TokenFile {
  readonly #path: string;
  #stamp = '';
  #known: ReadonlyMap<string, Known> = new Map();
  #seen = -1;
  /** When it was looked at last, by the clock of the process. */
  #looked = 0;
  /** Those that have been shown since the file was read: of each the hash is made once. No other token ever comes in here. */
  readonly #shown = new Map<string, Known>();

  /** @param path the file, which need not be there yet */
  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Makes a token.
   *
   * @returns the token, which is told this once alone, and what is kept of it
   */
  create(wish: TokenWish): { readonly token: string; readonly record: TokenRecord } {
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const record = Object.freeze({
      id: randomUUID(),
      hash: hashOf(token),
      user: wish.user,
      scopes: Object.freeze([...wish.scopes]),
      created: new Date().toISOString(),
      expires: wish.expires.toISOString(),
    });
    this.#change((records) => [...records, record]);
    return { token, record };
  }

  /** What is kept of all tokens, also of those that are expired. */
  list(): readonly TokenRecord[] {
    this.#seen = -1;
    this.#refresh();
    return [...this.#known.values()].map(({ record }) => record);
  }

  /**
   * Ends a token.
   *
   * @param id what it is called by
   * @returns false when there is none such
   */
  revoke(id: string): boolean {
    let found = false;
    this.#change((records) => {
      const rest = records.filter((record) => record.id !== id);
      found = rest.length < records.length;
      return rest;
    });
    return found;
  }

  /**
   * Knows the tokens of the file, also those that are made and revoked later: at once by this process, within 100 ms by another one.
   *
   * @param now tells the time
   */
  authenticator(now: () => number = Date.now): Authenticator {
    return (token) => {
      if (!token.startsWith(PREFIX)) return null;
      const known = this.#find(token);
      if (!known) throw invalidToken('Access token validation failure. It is not known, or was revoked.');
      if (known.expires <= now()) throw invalidToken('Lifetime validation failed, the token is expired.');
      this.#shown.set(token, known);
      return known.principal;
    };
  }

  #change(step: (records: readonly TokenRecord[]) => readonly TokenRecord[]): void {
    changes++;
    mkdirSync(dirname(this.#path), { recursive: true });
    locked(`${this.#path}.lock`, () => {
      const tokens = step(read(this.#path));
      replaceFile(this.#path, `${JSON.stringify({ tokens }, null, 2)}\n`, 0o600);
    });
  }

  /** Whom a token stands for. One that is not known may have been made since the file was looked at. */
  #find(token: string): Known | undefined {
    if (performance.now() - this.#looked > lookAgainMs) this.#seen = -1;
    this.#refresh();
    const shown = this.#shown.get(token);
    if (shown) return shown;
    this.#seen = -1;
    this.#refresh();
    return this.#known.get(hashOf(token));
  }

  /** Looks whether the file is another one, unless that was done already and this process has not changed it since. */
  #refresh(): void {
    if (this.#seen === changes) return;
    this.#looked = performance.now();
    const stamp = stampOf(this.#path);
    if (stamp !== this.#stamp) {
      this.#shown.clear();
      this.#known = new Map(read(this.#path).map((record) => [record.hash, known(record)]));
    }
    this.#stamp = stamp;
    this.#seen = changes;
  }
}

const known = (record: TokenRecord): Known => ({
  record,
  principal: Object.freeze({ user: record.user, scopes: new Set(record.scopes), everyone: record.user === null }),
  expires: Date.parse(record.expires),
});

const hashOf = (token: string): string => hash('sha256', token);

function read(path: string): readonly TokenRecord[] {
  if (!existsSync(path)) return [];
  const { tokens } = JSON.parse(readFileSync(path, 'utf8')) as { readonly tokens: readonly TokenRecord[] };
  return tokens;
}
