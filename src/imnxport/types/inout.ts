export { InOut } from '../../com/index.js';
