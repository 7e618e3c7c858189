export { registerSpoolerLibrary, type SpoolerFunctions } from './libraries.js';
