export { type ComposedEnvelope, type ComposedMime, composeMime } from './compose.js';
