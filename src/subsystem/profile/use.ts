import { log } from '../../base/index.js';
import { PR_DISPLAY_NAME_W, prop } from '../../mapi/index.js';
import type { ProfileDocument, ProfileEntry } from './document.js';
import { hasLeft, isInUse, sweep } from './leaving.js';
import { isAlive } from './lock.js';
import { Profile } from './profile.js';
import type { ProfileFile } from './profilefile.js';
import { deleteService } from './serviceadmin.js';
import { profileSection, servicesOf, setProps } from './tree.js';

/**
 * Begins the use of a profile by a session.
 *
 * @param profile the profile
 * @returns ends it, and carries out what waited for that
 */
export function hold(profile: Profile): () => Promise<void> {
  profile.change((entry) => {
    entry.users = [...entry.users.filter(isAlive), process.pid];
  });
  return () => endUse(profile);
}

/** Ends one use; the last one deletes what of a profile was deleted meanwhile, and deletes or renames it where somebody asked. */
async function endUse(profile: Profile): Promise<void> {
  profile.change((entry) => {
    const mine = entry.users.indexOf(process.pid);
    if (mine >= 0) entry.users.splice(mine, 1);
    entry.users = entry.users.filter(isAlive);
    if (hasLeft(entry)) sweep(entry);
  });
  await settle(profile.file);
}

/**
 * Deletes what was to leave the profiles that nobody uses any more, and deletes and renames those of which somebody asked that: the last session of one may have
 * ended with its process, which could not do it.
 *
 * @param file the profiles
 */
export async function settle(file: ProfileFile): Promise<void> {
  for (const { id } of [...file.read().profiles.values()].filter(hasLeft))
    new Profile(file, id).change((entry) => {
      if (hasLeft(entry)) sweep(entry);
    });
  const due = (entry: ProfileEntry): boolean => entry.pending !== null && !isInUse(entry);
  for (const { id, pending } of [...file.read().profiles.values()].filter(due)) {
    if (pending?.what === 'delete') await removeServices(new Profile(file, id));
    file.change((document) => {
      const found = [...document.profiles].find(([, entry]) => entry.id === id);
      // Another process may have been here meanwhile, or a session have begun.
      if (!found || !due(found[1])) return;
      const [name, entry] = found;
      if (entry.pending?.what === 'rename') rename(document, name, entry.pending.name);
      else {
        document.profiles.delete(name);
        if (document.default === name) document.default = null;
      }
    });
  }
}

/** Whoever asked for it has been told that the profile is deleted: what a service says against it goes to the log. */
async function removeServices(profile: Profile): Promise<void> {
  try {
    for (const service of servicesOf(profile.entry)) await deleteService(profile, service);
  } catch (error) {
    log.error('a message service of a deleted profile refused to be deleted', error);
  }
}

/** Gives a profile another name, in its place among the others. */
export function rename(document: ProfileDocument, from: string, to: string): void {
  const all = [...document.profiles];
  document.profiles.clear();
  for (const [name, entry] of all) document.profiles.set(name === from ? to : name, entry);
  const entry = document.profiles.get(to);
  if (entry) {
    entry.pending = null;
    setProps(profileSection(entry), [prop(PR_DISPLAY_NAME_W, to)]);
  }
  if (document.default === from) document.default = to;
}
