import { limit } from '../base/index.js';

/** How long the body of a frame may be. */
export const frameBytes: number = limit(
  'bridge.frameBytes',
  64 * 1024 * 1024,
  'bytes',
  'The longest text of Simple MAPI in UTF-16 and room besides; larger values go through streams',
);

/** How many objects a connection may hold. */
export const maxObjects: number = limit(
  'bridge.objects',
  65_536,
  'objects',
  'A program that never releases must not take the memory of the others; tables hand out rows, not objects',
);

/** How many calls of a connection run at once. */
export const callsAtOnce: number = limit(
  'bridge.callsAtOnce',
  256,
  'calls',
  'Each is a thread of the program that waits; further ones wait for their turn',
);

/** How many calls of a connection may wait for their turn. */
export const waitingCalls: number = limit(
  'bridge.waitingCalls',
  4096,
  'calls',
  'No program has that many threads; one that goes on is no program of ours',
);

/** How many callbacks of a connection may be unanswered. */
export const eventsAtOnce: number = limit(
  'bridge.eventsAtOnce',
  256,
  'callbacks',
  'A stream is read one piece at a time, and a person answers one question at a time',
);

/** How many frames a connection may send in a second before it is read more slowly. */
export const framesPerSecond: number = limit(
  'bridge.framesPerSecond',
  200_000,
  'frames',
  'More than a program gets through that waits for its answers; others are served in between',
);

/** How many bytes may wait for a host that does not read. */
export const unreadBytes: number = limit(
  'bridge.unreadBytes',
  128 * 1024 * 1024,
  'bytes',
  'Two of the longest frames: one on its way, one made meanwhile',
);

/** How many connections there may be. */
export const maxConnections: number = limit(
  'bridge.connections',
  256,
  'connections',
  'One for each program that sends mail: more than a person or a terminal server runs',
);

/** How many connections may be greeting. */
export const greetingsAtOnce: number = limit(
  'bridge.greetings',
  32,
  'connections',
  'Whoever has no secret can fill these places for two seconds, and nothing else',
);

/** How long a greeting may take. */
export const greetingMs: number = limit(
  'bridge.greetingMs',
  2000,
  'milliseconds',
  'Three short messages on one machine; who takes longer does not know the secret',
);

/** How long a stream of the host may take for one call. */
export const streamMs: number = limit(
  'bridge.streamMs',
  60_000,
  'milliseconds',
  'A file on a network drive may be slow; a program whose thread is gone must not hold a message forever',
);

/** How many bytes of a host's stream are asked for at once. */
export const streamPiece: number = limit(
  'bridge.streamPiece',
  1024 * 1024,
  'bytes',
  'Large enough that a turn between the processes costs nothing against the copying',
);

/** How deep conditions may be nested. */
export const restrictionDepth: number = limit(
  'bridge.restrictionDepth',
  64,
  'levels',
  'Deeper than any program builds one, and far from the depth that the stack allows',
);

/** How much of a file in the drop folder its message may take, without the attached files. */
export const dropHeadBytes: number = limit(
  'bridge.dropHeadBytes',
  64 * 1024 * 1024,
  'bytes',
  'As long as a frame: what the host could have sent in one it can leave in a file',
);

/** How often the drop folder is looked at, should the file system not tell of changes. */
export const dropPollMs: number = limit(
  'bridge.dropPollMs',
  60_000,
  'milliseconds',
  'Messages that wait for a profile or a disk are tried again; new ones are seen at once where the system tells',
);

/** How often a message of the drop folder is tried that fails for no reason of its own. */
export const dropTries: number = limit(
  'bridge.dropTries',
  60,
  'tries',
  'An hour of trouble with a store is waited out; after that the others must not wait for this one',
);

/** How old a half-written file of the drop folder must be to be nobody's. */
export const dropPartMs: number = limit(
  'bridge.dropPartMs',
  24 * 3600 * 1000,
  'milliseconds',
  'No program writes one message for a day',
);
