export { AssertionError, assert } from './assert.js';
export { type Limit, limit, limits } from './limits.js';
export { type Log, log, setLog } from './log.js';
export { type Running, stateOf, thisProcess } from './running.js';
export { version } from './version.js';
