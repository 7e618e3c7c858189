import { limit } from '../../base/index.js';

/** How many sessions of Simple MAPI a process may have: beyond them `MAPI_E_TOO_MANY_SESSIONS`. */
export const maxSessions: number = limit(
  'simple.sessions',
  256,
  'sessions',
  'A program that never logs off must not take the whole process with it',
);

/** How many recipients a message may have: beyond them `MAPI_E_TOO_MANY_RECIPIENTS`. */
export const maxRecipients: number = limit(
  'simple.recipients',
  10_000,
  'recipients',
  'More than any server takes at once, and each is looked up before the call returns',
);

/** How many files may be attached: beyond them `MAPI_E_TOO_MANY_FILES`. */
export const maxFiles: number = limit(
  'simple.files',
  1000,
  'files',
  'Each is copied before the call returns, and mail readers choke on fewer',
);

/** How long a text may be: beyond it `MAPI_E_TEXT_TOO_LARGE`. */
export const maxText: number = limit(
  'simple.text',
  16 * 1024 * 1024,
  'characters',
  'The text of a Simple MAPI message is one string in memory on both sides',
);

/** How large one file may be: beyond it `MAPI_E_ATTACHMENT_TOO_LARGE`. */
export const maxFileBytes: number = limit(
  'simple.fileBytes',
  2 * 1024 * 1024 * 1024,
  'bytes',
  'Larger than any mail server takes; a device that never ends is stopped here',
);
