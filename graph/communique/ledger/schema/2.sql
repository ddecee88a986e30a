-- The canonical ids that an entity of a release was ever part of; one of them is the current one.
CREATE TABLE given_id (
  release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  current INTEGER NOT NULL,
  PRIMARY KEY (release, entity, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX given_id_id ON given_id (id);

-- What people have said about entities that may be one; anchors as JSON, [[release, name], …].
CREATE TABLE judgement (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  ruling TEXT NOT NULL,
  type TEXT NOT NULL,
  one TEXT NOT NULL,
  one_anchors TEXT NOT NULL,
  other TEXT NOT NULL,
  other_anchors TEXT NOT NULL,
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;

-- What each run changed in the graph. An item is what its last state says, gone if that is null.
CREATE TABLE run (
  number INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  finished TEXT NOT NULL
) STRICT;

CREATE TABLE change (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES run,
  state TEXT,
  PRIMARY KEY (kind, id, run)
) STRICT, WITHOUT ROWID;

-- Hashes of sampled shingles of each release's body, by which near-duplicates are found.
CREATE TABLE sketch (
  release INTEGER PRIMARY KEY REFERENCES release ON DELETE CASCADE,
  hashes BLOB NOT NULL
) STRICT;

INSERT INTO sketch SELECT number, sketch(text, body) FROM release;
