import { ComError } from '../../com/index.js';
import {
  AB_MODIFIABLE,
  AB_RECIPIENTS,
  CONVENIENT_DEPTH,
  DT_GLOBAL,
  type EntryId,
  MAPI_E_INVALID_ENTRYID,
  MUID_PROFILE_INSTANCE,
  PR_AB_DEFAULT_DIR,
  PR_AB_DEFAULT_PAB,
  PR_AB_SEARCH_PATH,
  PR_CONTAINER_FLAGS,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  type PropRow,
  type PropTag,
  prop,
  propId,
} from '../../mapi/index.js';
import { profileSection, propOf, setProps } from '../profile/tree.js';
import type { SessionCore } from '../session/core.js';

/** Which containers of the address book the user has chosen for what. The choices are kept in the profile. */
export class ContainerChoices {
  readonly #core: SessionCore;

  /** @param core the session */
  constructor(core: SessionCore) {
    this.#core = core;
  }

  /** One choice as the profile has it; null when it was never made. */
  kept<T>(tag: PropTag<T>): T | null {
    return propOf(this.#core.profile.section(MUID_PROFILE_INSTANCE), tag);
  }

  /**
   * Makes a choice.
   *
   * @param tag PR_AB_DEFAULT_PAB or PR_AB_DEFAULT_DIR
   * @param entryId the container
   * @throws {ComError} `MAPI_E_INVALID_ENTRYID` when it is no entry ID
   */
  choose(tag: PropTag<Uint8Array>, entryId: EntryId): void {
    this.#keep(tag, requireEntryId(entryId));
  }

  /** Chooses the containers that names are looked for in. */
  choosePath(containers: readonly EntryId[]): void {
    // A property with no values at all is none, and none is the usual path.
    this.#keep(PR_AB_SEARCH_PATH, containers.length > 0 ? containers.map(requireEntryId) : [nobody]);
  }

  /** The personal address book: the one chosen, while it is there, or the first that can be changed. @spec iaddrbook-getpab */
  async personal(): Promise<PropRow | null> {
    const all = await this.#all();
    return (await this.#find(all, this.kept(PR_AB_DEFAULT_PAB))) ?? all.find(isModifiable) ?? null;
  }

  /**
   * What dialogs show first: the one chosen, or the first with names that is not the personal address book, or that one.
   *
   * @spec iaddrbook-getdefaultdir
   */
  async first(): Promise<PropRow | null> {
    const all = await this.#all();
    const chosen = await this.#find(all, this.kept(PR_AB_DEFAULT_DIR));
    if (chosen) return chosen;
    const personal = await this.personal();
    const isPersonal = (row: PropRow): boolean => personal !== null && idOf(row) === idOf(personal);
    return all.find((row) => hasNames(row) && !isPersonal(row)) ?? personal;
  }

  /** Where names are looked for: the containers chosen that are still there, or the usual ones. @spec iaddrbook-getsearchpath */
  async searchPath(): Promise<readonly PropRow[]> {
    const all = await this.#all();
    const kept = this.kept(PR_AB_SEARCH_PATH);
    if (kept) {
      const found: PropRow[] = [];
      for (const entryId of kept) {
        const row = await this.#find(all, entryId);
        if (row) found.push(row);
      }
      return found;
    }
    const personal = all.find(isModifiable);
    const global = all.filter((row) => row.get(PR_DISPLAY_TYPE) === DT_GLOBAL);
    const first = global.length > 0 ? null : await this.first();
    const path = [...(personal ? [personal] : []), ...global, ...(first ? [first] : [])];
    return path.filter((row, at) => path.findIndex((other) => idOf(other) === idOf(row)) === at);
  }

  /**
   * Looks whether the containers chosen are still there, and forgets those that are not, as long as no provider is missing who might
   * have them.
   *
   * @spec imapistatus-validatestate
   */
  async check(): Promise<void> {
    if (this.#core.addressBooks.failures.length > 0) return;
    const all = await this.#all();
    for (const tag of [PR_AB_DEFAULT_PAB, PR_AB_DEFAULT_DIR]) {
      const entryId = this.kept(tag);
      if (entryId && !(await this.#find(all, entryId))) this.#forget(tag);
    }
    const path = this.kept(PR_AB_SEARCH_PATH)?.filter((entryId) => entryId.length > 0) ?? [];
    if (path.length === 0) return;
    const left: EntryId[] = [];
    for (const entryId of path) if (await this.#find(all, entryId)) left.push(entryId);
    if (left.length === path.length) return;
    if (left.length > 0) this.#keep(PR_AB_SEARCH_PATH, left);
    else this.#forget(PR_AB_SEARCH_PATH);
  }

  #forget(tag: PropTag): void {
    this.#core.profile.change((entry) => void profileSection(entry).props.delete(propId(tag)));
  }

  #keep<T>(tag: PropTag<T>, value: T): void {
    this.#core.requireLife();
    this.#core.profile.change((entry) => setProps(profileSection(entry), [prop(tag, value)]));
  }

  #all(): Promise<readonly PropRow[]> {
    return this.#core.addressBooks.containers(CONVENIENT_DEPTH);
  }

  async #find(all: readonly PropRow[], entryId: EntryId | null): Promise<PropRow | null> {
    if (!entryId) return null;
    const exact = all.find((row) => idOf(row) === hexOf(entryId));
    if (exact) return exact;
    // A container may have several entry IDs; only its provider knows.
    const logon = this.#core.addressBooks.logonOf(entryId);
    for (const row of all) {
      const own = row.get(PR_ENTRYID);
      if (!logon || !own || this.#core.addressBooks.logonOf(own) !== logon) continue;
      if ((await this.#core.compareEntryIds(entryId, own)) === 1) return row;
    }
    return null;
  }
}

/** Stands for the containers of an empty path. */
const nobody: EntryId = new Uint8Array(0);

function requireEntryId(entryId: EntryId): EntryId {
  if (entryId instanceof Uint8Array && entryId.length >= 4) return entryId;
  throw new ComError(MAPI_E_INVALID_ENTRYID, 'the container has no entry ID');
}

const isModifiable = (row: PropRow): boolean => ((row.get(PR_CONTAINER_FLAGS) ?? 0) & AB_MODIFIABLE) !== 0;
const hasNames = (row: PropRow): boolean => ((row.get(PR_CONTAINER_FLAGS) ?? 0) & AB_RECIPIENTS) !== 0;
const hexOf = (entryId: EntryId): string => Buffer.from(entryId).toString('hex');
const idOf = (row: PropRow): string => hexOf(row.get(PR_ENTRYID) ?? new Uint8Array(0));
