-- A ledger of schema version 1, as that version wrote it (`iterdump` and the two pragmas).
PRAGMA application_id = 1129140549;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
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
INSERT INTO "entity" VALUES(1,'r1#1','Person','Ada Lind','["Lind", "Minister Ada Lind"]',1,NULL,NULL);
INSERT INTO "entity" VALUES(1,'r1#2','Person','Jon Berg','[]',1,NULL,NULL);
INSERT INTO "entity" VALUES(1,'r1#3','Country','Norway','[]',1,'NOR','Q20');
INSERT INTO "entity" VALUES(1,'r1#4','Event','talks','[]',0,NULL,NULL);
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
INSERT INTO "evidence" VALUES(1,0,0,16,71,'Minister Ada Lind of Norway met Jon Berg on 3 May 2024.','meets/meet-with');
INSERT INTO "evidence" VALUES(1,0,1,0,12,'Lind in Oslo','title');
INSERT INTO "evidence" VALUES(1,1,0,16,42,'Minister Ada Lind of Norwa','office');
INSERT INTO "evidence" VALUES(1,2,0,0,12,'Lind in Oslo','title');
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
INSERT INTO "release" VALUES(1,'r1','Lind in Oslo 🕊','Newsroom','Lind in Oslo 🕊

Minister Ada Lind of Norway met Jon Berg on 3 May 2024.',16,'2024-05-04','https://example.org/1',0,'14fadc865b594f9408780756544f9b2a3b6cee5eba923d85e4289b4f0043c28b','1','9e3664a693504cf8c3e6c1c934046adbd15356bd8fb5c8bc18eea29eddba6f58','96f0387a260daa9f7c121297bea61b9b4da582109d9cbe9f45f4a1dc8b80c0cb');
INSERT INTO "release" VALUES(2,'r0','Opening hours','','Opening hours
Nine to five.',0,NULL,NULL,1,'a2e4c7d87fbc1cee91d03c619f842d275fd85aed19794a845fbb243b1ecb0143','1','f85ee4e9e499a233244084ecef51a25b0d4cb62f451c6179e8682f8ec2134176','a56514474ced481cd3704449f308ab069534b54bb66300466a9b50023f3034ea');
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
INSERT INTO "statement" VALUES(1,0,'r1#1','MEETS','r1#2','2024-05-03','Oslo',NULL,NULL,'held',NULL,0.9);
INSERT INTO "statement" VALUES(1,1,'r1#1','REPRESENTS','r1#3',NULL,NULL,NULL,'Minister',NULL,NULL,1.0);
INSERT INTO "statement" VALUES(1,2,'r1#1','PARTICIPATES_IN','r1#4',NULL,NULL,NULL,NULL,NULL,NULL,1.0);
CREATE INDEX statement_subject ON statement (release, subject);
CREATE INDEX statement_object ON statement (release, object);
COMMIT;
