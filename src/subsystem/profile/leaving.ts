import type { Guid } from '../../com/index.js';
import type { ProfileEntry } from './document.js';
import { isAlive } from './lock.js';

/** Whether a session of some process uses a profile. Processes that died with one do not count. */
export const isInUse = (entry: ProfileEntry): boolean => entry.users.some(isAlive);

/**
 * Takes a section out of a profile. While the profile is in use it only leaves all tables: the provider whose it is may be
 * logged on in some session, and goes on reading it until then.
 *
 * @param entry the profile
 * @param uid the section
 * @spec iprovideradmin-deleteprovider
 */
export function partWith(entry: ProfileEntry, uid: Guid): void {
  const section = entry.sections.get(uid);
  if (section && isInUse(entry)) entry.sections.set(uid, { ...section, kind: 'leaving' });
  else entry.sections.delete(uid);
}

/** Whether sections of a profile wait for its last session to end, and it has ended. */
export const hasLeft = (entry: ProfileEntry): boolean =>
  !isInUse(entry) && [...entry.sections.values()].some(({ kind }) => kind === 'leaving');

/** Deletes the sections that waited for the last session to end. */
export function sweep(entry: ProfileEntry): void {
  for (const [uid, { kind }] of entry.sections) if (kind === 'leaving') entry.sections.delete(uid);
}
