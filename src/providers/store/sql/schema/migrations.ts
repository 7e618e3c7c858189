import { schema1 } from './schema-1.js';

/** What `PRAGMA application_id` holds in a comail store: the letters `CmSt`. */
export const applicationId = 0x436d5374;

/**
 * The steps from an empty file to the present schema. Step n makes version n + 1 of version n; a released step never
 * changes. `PRAGMA user_version` holds the version of a file.
 */
export const migrations: readonly string[] = Object.freeze([schema1]);

/** The version that this comail writes. */
export const schemaVersion: number = migrations.length;
