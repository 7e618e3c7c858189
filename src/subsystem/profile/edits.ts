import type { Guid } from '../../com/index.js';
import type { Profile } from './profile.js';

/** What the sessions of this process do when somebody edits their profile, by the identity of the profile. */
const followers = new Map<Guid, Set<() => Promise<void>>>();

/**
 * Has a session follow what an administration of this process does with the services of its profile.
 *
 * @param profile the profile
 * @param follow called after each change
 * @returns ends it
 */
export function followEdits(profile: Profile, follow: () => Promise<void>): () => void {
  const all = followers.get(profile.id) ?? new Set();
  followers.set(profile.id, all.add(follow));
  return () => {
    all.delete(follow);
    if (all.size === 0) followers.delete(profile.id);
  };
}

/** Tells the sessions of this process that services or providers of a profile have come, gone or been configured. */
export async function edited(profile: Profile): Promise<void> {
  for (const follow of [...(followers.get(profile.id) ?? [])]) await follow();
}
