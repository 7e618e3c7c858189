import { log } from '../../base/index.js';
import { PR_DISPLAY_NAME_W, prop } from '../../mapi/index.js';
import type { ProfileDocument, ProfileEntry } from './document.js';
import { isAlive } from './lock.js';
import type { Profile } from './profile.js';
import { deleteService } from './serviceadmin.js';
import { profileSection, servicesOf, setProps } from './tree.js';

/** Whether a session of some process uses a profile. Processes that died with one do not count. */
export const isInUse = (entry: ProfileEntry): boolean => entry.users.some(isAlive);

/**
 * Begins the use of a profile by a session.
 *
 * @param profile the profile
 * @returns ends it, and carries out what waited for that
 */
export function hold(profile: Profile): () => void {
  profile.change((entry) => {
    entry.users = [...entry.users.filter(isAlive), process.pid];
  });
  return () => {
    void endUse(profile).catch((error: unknown) => log.error('a profile could not be left', error));
  };
}

/** Ends one use; the last one deletes or renames a profile of which somebody asked that meanwhile. */
export async function endUse(profile: Profile): Promise<void> {
  const rest = profile.change((entry) => {
    const mine = entry.users.indexOf(process.pid);
    if (mine >= 0) entry.users.splice(mine, 1);
    entry.users = entry.users.filter(isAlive);
    return entry.users.length === 0 ? entry.pending : null;
  });
  if (rest?.what === 'delete') {
    for (const service of servicesOf(profile.entry)) await deleteService(profile, service);
    const { name } = profile;
    profile.file.change((document) => {
      document.profiles.delete(name);
      if (document.default === name) document.default = null;
    });
  } else if (rest?.what === 'rename') {
    const { name } = profile;
    profile.file.change((document) => {
      if (!document.profiles.has(rest.name)) rename(document, name, rest.name);
    });
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
