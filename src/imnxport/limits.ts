import { limit } from '../base/index.js';

/** Most entries in one address list. */
export const ADDRESSES: number = limit(
  'imnxport.addresses',
  10_000,
  'addresses',
  'a list is copied before SendMessage returns; servers must take 100 recipients (RFC 5321 section 4.5.3.1.8) and few take more than 1,000',
);

/** Most bytes of one message. */
export const MESSAGE_BYTES: number = limit(
  'imnxport.messageBytes',
  2_147_483_647,
  'bytes',
  'cbSize and the progress counters are 32-bit fields; hosts read them signed',
);

/** How long a callback may think about a question. */
export const QUESTION_SECONDS: number = limit(
  'imnxport.questionSeconds',
  300,
  'seconds',
  'a person needs time to find a password, and a server waits five minutes for a command (RFC 5321 section 4.5.3.2.7)',
);

/** How often a refused logon may be asked about on one connection. */
export const LOGON_ATTEMPTS: number = limit(
  'imnxport.logonAttempts',
  10,
  'attempts',
  'a callback that answers every prompt with the same wrong password must not go on for ever',
);

/** Most callbacks that wait while delivery is held back. */
export const WAITING_CALLBACKS: number = limit(
  'imnxport.waitingCallbacks',
  100_000,
  'callbacks',
  'a transport whose window was reset keeps its events until SetWindow; one per 64 KB of body and one per line',
);

/** Most characters of a password. */
export const PASSWORD_CHARACTERS: number = limit(
  'imnxport.passwordCharacters',
  8_192,
  'characters',
  'the field of C holds 255, but an access token, which travels in the same place, is often longer; native callers cannot exceed theirs',
);
