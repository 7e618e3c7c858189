import { afterEach, beforeEach } from 'vitest';
import { beginLog, endLog } from './log.js';

// The first to begin and the last to end, so that what tests clean up is among it.
beforeEach(beginLog);
afterEach(endLog);
