import { limit } from '../../base/index.js';

/** Bytes read from a socket at once. */
export const READ_BUFFER_BYTES: number = limit(
  'net.readBufferBytes',
  16 * 1024,
  'bytes',
  'One static buffer per connection; replies are short, and a whole pipelined group of them fits.',
);

/** Bytes of commands and small bodies gathered into one write. */
export const WRITE_SLAB_BYTES: number = limit(
  'net.writeSlabBytes',
  64 * 1024,
  'bytes',
  'Large enough for about thirty small messages, small enough to be given up to the collector without regret.',
);

/** Pieces up to this size are copied behind the commands before them; larger ones go out as they are. */
export const COPY_BYTES: number = limit(
  'net.copyBytes',
  16 * 1024,
  'bytes',
  'Copying this much costs less than the second write it saves.',
);

/** Bytes handed to a connection that the operating system has not yet taken. */
export const PENDING_BYTES: number = limit(
  'net.pendingBytes',
  256 * 1024,
  'bytes',
  'Enough to keep a fast connection busy; a slow peer makes the body source wait instead of filling memory.',
);
