/**
 * The first schema. Columns hold what contents tables sort and restrict by and what the store keeps itself; every other
 * property of an object is in its bag. The bag of a message holds its column properties once more, all but those that
 * change without a save, so that a message is opened with one narrow row. `*_key` columns hold texts folded by `textKey`.
 * Times are FILETIMEs. A row of the change log holds the changes of one transaction, numbered from `first` to `seq`. Newest
 * first is how mail is read, so that is how the indexes run. The folder of a message is no foreign key (decision 0064). Text and number types are PostgreSQL's too.
 */
export const schema1 = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE folder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent INTEGER REFERENCES folder (id),
  type INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  comment TEXT,
  class TEXT,
  change INTEGER NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  content_count INTEGER NOT NULL DEFAULT 0,
  unread INTEGER NOT NULL DEFAULT 0,
  assoc_count INTEGER NOT NULL DEFAULT 0,
  subfolders INTEGER NOT NULL DEFAULT 0,
  big INTEGER NOT NULL DEFAULT 0,
  bag BLOB NOT NULL
);
CREATE UNIQUE INDEX folder_name ON folder (parent, name_key);

CREATE TABLE message (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  folder INTEGER,
  attachment INTEGER UNIQUE REFERENCES attachment (id),
  associated INTEGER NOT NULL DEFAULT 0,
  change INTEGER NOT NULL,
  class TEXT,
  flags INTEGER NOT NULL DEFAULT 0,
  status INTEGER NOT NULL DEFAULT 0,
  delivery INTEGER,
  submit INTEGER,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  subject TEXT,
  subject_prefix TEXT,
  normalized TEXT,
  normalized_key TEXT,
  sender TEXT,
  sender_key TEXT,
  representing TEXT,
  importance INTEGER,
  priority INTEGER,
  sensitivity INTEGER,
  size INTEGER NOT NULL,
  has_attach INTEGER NOT NULL DEFAULT 0,
  topic TEXT,
  conversation BLOB,
  display_to TEXT,
  display_cc TEXT,
  display_bcc TEXT,
  internet_id TEXT,
  search_key BLOB NOT NULL,
  big INTEGER NOT NULL DEFAULT 0,
  bag BLOB NOT NULL,
  CHECK ((folder IS NULL) <> (attachment IS NULL))
);
CREATE INDEX message_delivery ON message (folder, associated, delivery DESC, id, flags);
CREATE INDEX message_normalized ON message (folder, associated, normalized_key, id, flags);
CREATE INDEX message_unread ON message (folder, associated, delivery DESC, id) WHERE (flags & 1) = 0;

CREATE TABLE recipient (
  message INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  row_id INTEGER NOT NULL,
  type INTEGER NOT NULL,
  bag BLOB NOT NULL,
  PRIMARY KEY (message, row_id)
);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  message INTEGER NOT NULL REFERENCES message (id),
  num INTEGER NOT NULL,
  method INTEGER NOT NULL,
  size INTEGER NOT NULL,
  big INTEGER NOT NULL DEFAULT 0,
  bag BLOB NOT NULL,
  UNIQUE (message, num)
);

CREATE TABLE big (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  size INTEGER NOT NULL,
  staged INTEGER
);
CREATE INDEX big_staged ON big (staged) WHERE staged IS NOT NULL;

CREATE TABLE big_chunk (
  big INTEGER NOT NULL REFERENCES big (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (big, seq)
);

CREATE TABLE big_use (
  kind INTEGER NOT NULL,
  owner INTEGER NOT NULL,
  prop INTEGER NOT NULL,
  type INTEGER NOT NULL,
  big INTEGER NOT NULL REFERENCES big (id),
  PRIMARY KEY (kind, owner, prop)
);
CREATE INDEX big_use_big ON big_use (big);

CREATE TABLE named_prop (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL,
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (guid, kind, name)
);

CREATE TABLE receive_folder (
  class_key TEXT PRIMARY KEY,
  class TEXT NOT NULL,
  folder INTEGER NOT NULL REFERENCES folder (id),
  modified INTEGER NOT NULL
);
CREATE INDEX receive_folder_folder ON receive_folder (folder);

CREATE TABLE outgoing (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  message INTEGER NOT NULL UNIQUE REFERENCES message (id),
  flags INTEGER NOT NULL DEFAULT 0,
  locked_by TEXT,
  locked_until INTEGER
);
CREATE INDEX outgoing_locked ON outgoing (message) WHERE locked_by IS NOT NULL;

CREATE TABLE search (
  folder INTEGER PRIMARY KEY REFERENCES folder (id) ON DELETE CASCADE,
  restriction TEXT NOT NULL,
  folders TEXT NOT NULL,
  flags INTEGER NOT NULL,
  state INTEGER NOT NULL
);

CREATE TABLE search_link (
  folder INTEGER NOT NULL REFERENCES folder (id),
  message INTEGER NOT NULL REFERENCES message (id),
  PRIMARY KEY (folder, message)
);
CREATE INDEX search_link_message ON search_link (message);

CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  process TEXT NOT NULL,
  changes TEXT NOT NULL
);
`;
