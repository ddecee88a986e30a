-- Ids that canonical entities once had, so that an old one still leads somewhere.
CREATE TABLE given_id (
  id TEXT NOT NULL,
  release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
  entity TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (id, release, entity)
) STRICT, WITHOUT ROWID;

CREATE INDEX given_id_release ON given_id (release);

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
