export { type ComposedEnvelope, type ComposedMime, composeMime } from './compose.js';
export * from './nodemailer/index.js';
