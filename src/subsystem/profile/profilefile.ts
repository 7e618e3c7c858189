import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ComError } from '../../com/index.js';
import { MAPI_E_CORRUPT_STORE, MAPI_E_VERSION } from '../../mapi/index.js';
import { documentFromJson, documentToJson, type ProfileDocument } from './document.js';
import { fileBytes } from './limits.js';
import { locked } from './lock.js';
import { onDisk, removeLeftovers, replaceFile, stampOf } from './replacedfile.js';

/** Version of the files' form. */
const version = 1;

/**
 * The profiles of a user on the disk: `profiles.json` with all of them, and `secrets.json`, which only the user may read, with
 * their secure properties. Several processes may use them; a change is a whole new file that takes the old one's place.
 */
export class ProfileFile {
  /** The folder that holds them. */
  readonly folder: string;
  #cached: { readonly stamp: string; readonly document: ProfileDocument } | null = null;

  /** @param folder the folder, made when something is first written */
  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * The profiles as they are now; not to be changed.
   *
   * @throws {ComError} `MAPI_E_CORRUPT_STORE` for a file that is none of ours, `MAPI_E_VERSION` for one of a newer comail,
   *   `MAPI_E_NO_ACCESS`, `MAPI_E_DISK_ERROR`
   */
  read(): ProfileDocument {
    const stamp = `${stampOf(this.#profiles)} ${stampOf(this.#secrets)}`;
    if (this.#cached?.stamp !== stamp) this.#cached = { stamp, document: this.#load() };
    return this.#cached.document;
  }

  /**
   * Changes the profiles, while no other process does.
   *
   * @param work changes the document that it is given; when it throws, nothing is written
   * @returns what `work` returns
   * @throws {ComError} as {@link ProfileFile.read}; `MAPI_E_BUSY`, `MAPI_E_NOT_ENOUGH_DISK`
   */
  change<T>(work: (document: ProfileDocument) => T): T {
    return onDisk(() => {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      return locked(join(this.folder, 'profiles.lock'), () => {
        for (const path of [this.#profiles, this.#secrets]) removeLeftovers(path);
        const document = this.#load();
        const result = work(document);
        const { profiles, secrets } = documentToJson(document);
        // Secrets first: a crash between the two leaves one that nobody asks for rather than a profile without its own.
        this.#replace(this.#secrets, { version, ...secrets });
        this.#replace(this.#profiles, { version, ...profiles });
        this.#cached = null;
        return result;
      });
    });
  }

  get #profiles(): string {
    return join(this.folder, 'profiles.json');
  }

  get #secrets(): string {
    return join(this.folder, 'secrets.json');
  }

  #load(): ProfileDocument {
    return onDisk(() => documentFromJson(parsed(this.#profiles), parsed(this.#secrets)));
  }

  #replace(path: string, content: object): void {
    replaceFile(path, `${JSON.stringify(content, null, 2)}\n`, 0o600);
  }
}

function parsed(path: string): unknown {
  let text: string;
  try {
    if (statSync(path).size > fileBytes) throw damaged(path, 'is too large');
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw damaged(path, 'holds no JSON', error);
  }
  const found = (content as { readonly version?: unknown } | null)?.version;
  if (typeof found === 'number' && found > version)
    throw new ComError(
      MAPI_E_VERSION,
      `${path} was written by a newer comail (form ${found}, this one knows ${version})`,
    );
  if (found !== version) throw damaged(path, 'does not say which version it has');
  return content;
}

const damaged = (path: string, what: string, cause?: unknown) =>
  new ComError(MAPI_E_CORRUPT_STORE, `${path} ${what}; move it away to begin with no profiles`, { cause });
