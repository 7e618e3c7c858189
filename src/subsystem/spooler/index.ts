export { type Ending, HOMELESS as ENDING_HOMELESS, KEPT as ENDING_KEPT, MOVED as ENDING_MOVED } from './ending.js';
export { registerSpoolerLibrary, type SpoolerFunctions } from './libraries.js';
export {
  FAILED as SPOOL_FATE_FAILED,
  PR_SPOOL_ATTEMPTS,
  PR_SPOOL_FATE,
  PR_SPOOL_FIRST_ATTEMPT,
  PR_SPOOL_LAST_ERROR_W,
  PR_SPOOL_NEXT_ATTEMPT,
  SENT as SPOOL_FATE_SENT,
} from './tags.js';
export { type SpooledMessage, type SpoolerEvent, type SpoolerStep, watchSpooler } from './watch.js';
