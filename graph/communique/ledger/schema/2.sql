-- Ids that canonical entities once had, so that an old one still leads somewhere.
CREATE TABLE given_id (
  id TEXT NOT NULL,
  release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
  entity TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (id, release, entity)
) STRICT, WITHOUT ROWID;

CREATE INDEX given_id_release ON given_id (release);
