import { ComError, type Guid, guidFromBytes } from '../../com/index.js';
import {
  type IProfSect,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_DELETED,
  type PropValue,
} from '../../mapi/index.js';
import type { ProfileDocument, ProfileEntry, SectionEntry } from './document.js';
import { SectionOpens } from './opens.js';
import type { ProfileFile } from './profilefile.js';
import { sectionObject } from './section.js';
import { addSection } from './tree.js';

/** How a section is to be opened. */
export interface SectionAccess {
  /** `MAPI_MODIFY`. */
  readonly modify: boolean;
  /** `MAPI_FORCE_ACCESS`, or whoever asks is a provider. */
  readonly force: boolean;
}

const opens = new SectionOpens();

/** A profile, known by its identity, so that it stays the same under another name. */
export class Profile {
  /** The file that it is kept in. */
  readonly file: ProfileFile;
  /** Its identity. */
  readonly id: Guid;

  /**
   * @param file the file that it is kept in
   * @param id its identity
   */
  constructor(file: ProfileFile, id: Guid) {
    this.file = file;
    this.id = id;
  }

  /**
   * Finds a profile by its name.
   *
   * @param file the file with the profiles
   * @param name its name
   * @returns the profile; null when there is none of this name, or it is about to be deleted
   */
  static find(file: ProfileFile, name: string): Profile | null {
    const entry = file.read().profiles.get(name);
    return entry && entry.pending?.what !== 'delete' ? new Profile(file, entry.id) : null;
  }

  /** Its name now. @throws {ComError} `MAPI_E_OBJECT_DELETED` */
  get name(): string {
    return this.#found(this.file.read())[0];
  }

  /** What is in it now; not to be changed. @throws {ComError} `MAPI_E_OBJECT_DELETED` */
  get entry(): ProfileEntry {
    return this.#found(this.file.read())[1];
  }

  /**
   * Changes it.
   *
   * @param work changes what it is given; when it throws, nothing is written
   * @returns what `work` returns
   * @throws {ComError} `MAPI_E_OBJECT_DELETED`, and what {@link ProfileFile.change} throws
   */
  change<T>(work: (entry: ProfileEntry) => T): T {
    return this.file.change((document) => work(this.#found(document)[1]));
  }

  /** One section as it is now; undefined when there is none. */
  section(uid: Guid): SectionEntry | undefined {
    return this.entry.sections.get(uid);
  }

  /**
   * Changes a section's properties.
   *
   * @throws {ComError} `MAPI_E_OBJECT_DELETED` when the section is gone
   */
  changeSection(uid: Guid, work: (props: Map<number, PropValue>) => void): void {
    this.change((entry) => {
      const section = entry.sections.get(uid);
      if (!section) throw new ComError(MAPI_E_OBJECT_DELETED, 'the profile section was deleted');
      work(section.props);
    });
  }

  /**
   * Opens a section; one that is not there is made when it is opened for writing.
   *
   * @param uid the section
   * @param access how
   * @throws {ComError} `MAPI_E_NOT_FOUND` when there is none and it is only to be read; `MAPI_E_NO_ACCESS` for a provider's
   *   section without force, or when it is open in a way that excludes this
   * @spec imsgserviceadmin-openprofilesection
   */
  openSection(uid: Guid, { modify, force }: SectionAccess): IProfSect {
    const section = this.section(uid);
    if (!section && !modify) throw new ComError(MAPI_E_NOT_FOUND, `the profile has no section ${uid}`);
    if (section?.kind === 'provider' && !force)
      throw new ComError(
        MAPI_E_NO_ACCESS,
        'the section belongs to a provider; MAPI_FORCE_ACCESS opens it all the same',
      );
    const release = opens.begin(`${this.id} ${uid}`, modify);
    try {
      if (!section) this.change((entry) => void addSection(entry, uid, 'shared', null, []));
      return sectionObject(this, uid, modify, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  #found(document: ProfileDocument): readonly [name: string, entry: ProfileEntry] {
    for (const pair of document.profiles) if (pair[1].id === this.id) return pair;
    throw new ComError(MAPI_E_OBJECT_DELETED, 'the profile was deleted');
  }
}

/**
 * Reads the UID of a section as callers give it: a GUID, or its 16 bytes as tables hold them.
 *
 * @throws {ComError} `MAPI_E_NOT_FOUND` for anything else, as nothing has such a UID
 */
export function uidOf(uid: unknown): Guid {
  if (typeof uid === 'string' && /^\{[0-9A-F-]{36}\}$/.test(uid)) return uid as Guid;
  if (uid instanceof Uint8Array && uid.length === 16) return guidFromBytes(uid);
  throw new ComError(MAPI_E_NOT_FOUND, 'this is no UID');
}
