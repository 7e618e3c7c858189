import { limit } from '../../base/index.js';

/** How many registrations one registry holds. */
export const registrationLimit: number = limit(
  'notify.registrations',
  65_536,
  'registrations',
  'Each costs memory for as long as its program forgets it; far above what any client registers',
);

/** How many events wait for one sink. */
export const queueLimit: number = limit(
  'notify.queuedEvents',
  10_000,
  'events',
  'A sink that does not keep up must not hold the memory of every change; above it events are given up, and it is told so',
);

/** How many events one call of OnNotify carries. */
export const batchLimit: number = limit(
  'notify.batchEvents',
  256,
  'events',
  'Several events in one call cost less; sinks with much to do should still let others have their turn',
);
