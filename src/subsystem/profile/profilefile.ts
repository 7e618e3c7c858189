import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ComError } from '../../com/index.js';
import {
  MAPI_E_CORRUPT_STORE,
  MAPI_E_DISK_ERROR,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_ENOUGH_DISK,
  MAPI_E_VERSION,
} from '../../mapi/index.js';
import { documentFromJson, documentToJson, type ProfileDocument } from './document.js';
import { fileBytes } from './limits.js';
import { locked } from './lock.js';

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
        this.#tidy();
        const document = this.#load();
        const result = work(document);
        const { profiles, secrets } = documentToJson(document);
        // Secrets first: a crash between the two leaves one that nobody asks for rather than a profile without its own.
        this.#replace(this.#secrets, { version, ...secrets }, 0o600);
        this.#replace(this.#profiles, { version, ...profiles }, 0o600);
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

  /** Removes what a process left that died while it wrote: whoever holds the lock is alone with such files. */
  #tidy(): void {
    for (const name of readdirSync(this.folder))
      if (/^(profiles|secrets)\.json\.[0-9a-f]{12}$/.test(name)) rmSync(join(this.folder, name), { force: true });
  }

  #replace(path: string, content: object, mode: number): void {
    const beside = `${path}.${randomBytes(6).toString('hex')}`;
    try {
      const file = openSync(beside, 'wx', mode);
      try {
        writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
    syncFolder(this.folder);
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

/** Files are replaced, never written over: another inode says that something changed. */
function stampOf(path: string): string {
  try {
    const { ino, mtimeNs, size } = statSync(path, { bigint: true });
    return `${ino}:${mtimeNs}:${size}`;
  } catch {
    return '-';
  }
}

/** A renamed file is safe when its folder is written, too. Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof ComError) throw error;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new ComError(MAPI_E_NO_ACCESS, message, { cause: error });
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new ComError(MAPI_E_NOT_ENOUGH_DISK, message, { cause: error });
    throw new ComError(MAPI_E_DISK_ERROR, message, { cause: error });
  }
}
