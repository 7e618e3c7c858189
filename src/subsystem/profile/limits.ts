import { limit } from '../../base/index.js';

/** Characters of a profile's name. */
export const nameLength: number = limit(
  'profile.nameLength',
  64,
  'characters',
  'The pages of MAPILogonEx and IProfAdmin allow no more',
);

/** How long a change waits for another process that is changing the profiles. */
export const lockWaitMs: number = limit(
  'profile.lockWaitMs',
  5000,
  'milliseconds',
  'A change is one small file written and synced; who holds the lock longer hangs',
);

/** Bytes of the file with all profiles. */
export const fileBytes: number = limit(
  'profile.fileBytes',
  32 * 1024 * 1024,
  'bytes',
  'Thousands of profiles with all their services need less; a larger file is none of ours',
);

/** Values of one section. */
export const sectionProps: number = limit(
  'profile.sectionProps',
  4096,
  'properties',
  'A section is configuration, rewritten as a whole with each change',
);
