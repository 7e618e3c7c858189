export { type ComposedEnvelope, type ComposedMime, composeMime } from './compose.js';
export * from './mail/index.js';
export * from './nodemailer/index.js';
