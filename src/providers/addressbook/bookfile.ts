import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ComError, type Guid, newGuid } from '../../com/index.js';
import { type EntryId, MAPI_E_CORRUPT_STORE, MAPI_E_VERSION, type PropValue, propId } from '../../mapi/index.js';
import {
  locked,
  onDisk,
  propFromJson,
  propToJson,
  removeLeftovers,
  replaceFile,
  stampOf,
} from '../../subsystem/index.js';

/** A member of a list: who it is, and what was known of it when it was added. */
export interface Member {
  readonly entryId: EntryId;
  readonly props: readonly PropValue[];
}

/** A user or a list. */
export interface BookEntry {
  readonly kind: 'user' | 'list';
  /** Grows with every save. */
  readonly version: number;
  readonly props: ReadonlyMap<number, PropValue>;
  /** Of a list. */
  readonly members: readonly Member[];
}

/** A whole address book. */
export interface BookDocument {
  /** What all its entry IDs carry. */
  readonly uid: Guid;
  /** Users and lists by their numbers, in the order of their making. */
  readonly entries: Map<string, BookEntry>;
}

/** Version of the file's form. */
const version = 1;

/** An address book on the disk: one JSON file, replaced as a whole. Several processes may use it. */
export class BookFile {
  /** The file. */
  readonly path: string;
  #cached: { readonly stamp: string; readonly document: BookDocument } | null = null;

  /** @param path the file, made when it is first opened */
  constructor(path: string) {
    this.path = path;
  }

  /**
   * The book as it is now, not to be changed; an empty one is made where there is none.
   *
   * @throws {ComError} `MAPI_E_CORRUPT_STORE` for a file that is no address book, `MAPI_E_VERSION` for one of a newer comail,
   *   `MAPI_E_NO_ACCESS`, `MAPI_E_DISK_ERROR`
   */
  read(): BookDocument {
    const stamp = stampOf(this.path);
    if (stamp === '-') return this.change((document) => document);
    if (this.#cached?.stamp !== stamp) this.#cached = { stamp, document: onDisk(() => this.#load()) };
    return this.#cached.document;
  }

  /**
   * Changes the book, while no other process does.
   *
   * @param work changes the document that it is given; when it throws, nothing is written
   * @returns what `work` returns
   * @throws {ComError} as {@link BookFile.read}; `MAPI_E_BUSY`, `MAPI_E_NOT_ENOUGH_DISK`
   */
  change<T>(work: (document: BookDocument) => T): T {
    return onDisk(() => {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      return locked(`${this.path}.lock`, () => {
        removeLeftovers(this.path);
        const document = this.#load();
        const result = work(document);
        replaceFile(this.path, `${JSON.stringify(toJson(document), null, 2)}\n`, 0o600);
        this.#cached = null;
        return result;
      });
    });
  }

  #load(): BookDocument {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { uid: newGuid(), entries: new Map() };
      throw error;
    }
    try {
      return fromJson(JSON.parse(text));
    } catch (error) {
      if (error instanceof ComError) throw new ComError(error.hr, `${this.path} ${error.message}`, { cause: error });
      throw new ComError(MAPI_E_CORRUPT_STORE, `${this.path} holds no JSON`, { cause: error });
    }
  }
}

interface EntryJson {
  readonly kind: 'user' | 'list';
  readonly version: number;
  readonly props: readonly unknown[];
  readonly members?: readonly { readonly entryId: string; readonly props: readonly unknown[] }[];
}

const toJson = ({ uid, entries }: BookDocument): object => ({
  version,
  uid,
  entries: Object.fromEntries(
    [...entries].map(([id, { kind, version: saved, props, members }]) => [
      id,
      {
        kind,
        version: saved,
        props: [...props.values()].map(propToJson),
        ...(kind === 'list' ? { members: members.map(memberToJson) } : {}),
      },
    ]),
  ),
});

const memberToJson = ({ entryId, props }: Member): object => ({
  entryId: Buffer.from(entryId).toString('base64'),
  props: props.map(propToJson),
});

function fromJson(json: unknown): BookDocument {
  const { version: found, uid, entries } = (json ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof found === 'number' && found > version)
    throw new ComError(MAPI_E_VERSION, `was written by a newer comail (form ${found}, this one knows ${version})`);
  if (found !== version || typeof uid !== 'string' || !/^\{[0-9A-F-]{36}\}$/.test(uid) || !isObject(entries))
    throw new ComError(MAPI_E_CORRUPT_STORE, 'is no address book of comail');
  const known = Object.entries(entries).filter(([id, entry]) => /^[0-9a-f]{32}$/.test(id) && isObject(entry));
  return { uid: uid as Guid, entries: new Map(known.map(([id, entry]) => [id, entryFromJson(entry as EntryJson)])) };
}

function entryFromJson({ kind, version: saved, props, members }: EntryJson): BookEntry {
  return {
    kind: kind === 'list' ? 'list' : 'user',
    version: typeof saved === 'number' ? saved : 0,
    props: new Map(propsFromJson(props).map((one) => [propId(one[0]), one])),
    members: (Array.isArray(members) ? members : []).filter(isObject).map(({ entryId, props: cached }) => ({
      entryId: new Uint8Array(Buffer.from(String(entryId), 'base64')),
      props: propsFromJson(cached),
    })),
  };
}

const propsFromJson = (json: unknown): readonly PropValue[] =>
  (Array.isArray(json) ? json : []).map(propFromJson).filter((one) => one !== null);

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
