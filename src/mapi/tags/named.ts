// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
export * from './named-address.js';
export * from './named-calendar.js';
export * from './named-common.js';
export * from './named-other.js';
export * from './named-sharing.js';
export * from './named-strings.js';
export * from './named-task.js';
