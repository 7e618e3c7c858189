import type { SqlConnection } from '../../../base/index.js';

/** The version of the schema, kept in `user_version`. */
const VERSION = 1;

/**
 * Makes the tables of a new queue, or checks that an old one is of a version that is known here.
 *
 * @param db the queue
 * @throws {Error} when a newer comail has written it
 */
export function prepareSchema(db: SqlConnection): void {
  db.exec('PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const version = Number(db.prepare('PRAGMA user_version', false).get()?.['user_version'] ?? 0);
  if (version > VERSION) throw new Error(`the queue was written by a newer comail (version ${version})`);
  if (version === VERSION) return;
  // Two processes may come at once; the second finds all there.
  db.exec(`BEGIN IMMEDIATE; ${TABLES} PRAGMA user_version = ${VERSION}; COMMIT`);
}

const TABLES = `
CREATE TABLE IF NOT EXISTS mailbox (
  address TEXT PRIMARY KEY, name TEXT NOT NULL, profile TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS permission (
  mailbox TEXT NOT NULL REFERENCES mailbox ON DELETE CASCADE, grantee TEXT NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (mailbox, grantee, kind)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS body (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS submission (
  id TEXT PRIMARY KEY, entry TEXT NOT NULL, mailbox TEXT NOT NULL, sender TEXT NOT NULL, author TEXT NOT NULL,
  message_id TEXT NOT NULL, subject TEXT NOT NULL, body INTEGER NOT NULL REFERENCES body, at INTEGER NOT NULL,
  queued INTEGER NOT NULL, due INTEGER NOT NULL, wide INTEGER NOT NULL, eight INTEGER NOT NULL, routed INTEGER NOT NULL, origin TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS submission_entry ON submission (entry);
CREATE INDEX IF NOT EXISTS submission_new ON submission (routed, queued);
CREATE TABLE IF NOT EXISTS recipient (
  id INTEGER PRIMARY KEY, submission TEXT NOT NULL REFERENCES submission, address TEXT NOT NULL,
  original TEXT NOT NULL, report_success INTEGER NOT NULL, report_failure INTEGER NOT NULL,
  state TEXT NOT NULL, hop TEXT NOT NULL, body INTEGER NOT NULL REFERENCES body,
  attempts INTEGER NOT NULL, next INTEGER NOT NULL, owner TEXT, token TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS recipient_due ON recipient (state, hop, next);
CREATE INDEX IF NOT EXISTS recipient_of ON recipient (submission);
CREATE TABLE IF NOT EXISTS event (
  id INTEGER PRIMARY KEY, submission TEXT NOT NULL REFERENCES submission, at INTEGER NOT NULL, step INTEGER NOT NULL,
  outcome TEXT NOT NULL, recipient TEXT, hop TEXT, reply TEXT
);
CREATE INDEX IF NOT EXISTS event_of ON event (submission, id);
`;
