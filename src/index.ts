/**
 * The front door: what most programs need, from one place. The wire's own names are short (`mail`, `data`, `quit`), so
 * they stand behind `smtp`; every room can also be entered alone, as `comail/com`, `comail/imnxport` and so on.
 *
 * @module
 */
export * from './client/index.js';
export * from './com/index.js';
export * from './imnxport/index.js';
export * from './providers/store/index.js';
export * as smtp from './wire/index.js';
