CREATE TABLE release (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  text TEXT NOT NULL,
  body INTEGER NOT NULL,
  published TEXT,
  url TEXT,
  truncated INTEGER NOT NULL,
  text_digest TEXT NOT NULL,
  extractor TEXT NOT NULL,
  reading TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE entity (
  release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  named INTEGER NOT NULL,
  iso3 TEXT,
  wikidata TEXT,
  PRIMARY KEY (release, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
  number INTEGER NOT NULL,
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  object TEXT NOT NULL,
  date TEXT,
  place TEXT,
  event TEXT,
  role TEXT,
  status TEXT,
  amount TEXT,
  confidence REAL NOT NULL,
  PRIMARY KEY (release, number),
  FOREIGN KEY (release, subject) REFERENCES entity (release, id),
  FOREIGN KEY (release, object) REFERENCES entity (release, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX statement_subject ON statement (release, subject);
CREATE INDEX statement_object ON statement (release, object);

CREATE TABLE evidence (
  release INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  number INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (release, statement, number),
  FOREIGN KEY (release, statement) REFERENCES statement (release, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
