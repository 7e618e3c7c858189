export { type ChoiceOptions, chooseMechanism } from './choose-mechanism.js';
export type { Credentials } from './credentials.js';
export { mechanism } from './mechanism.js';
export type { SaslContext, SaslMechanism } from './sasl-mechanism.js';
