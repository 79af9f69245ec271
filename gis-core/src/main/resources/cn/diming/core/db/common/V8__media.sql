-- Photos and voice recordings of records; the files are outside, named by sha256. Replaces the table of photos.
CREATE TABLE media (
  id ${id} PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  record_kind TEXT NOT NULL,
  record_id ${id} NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes ${id} NOT NULL,
  width INTEGER,
  height INTEGER,
  duration_millis ${id},
  caption TEXT,
  position INTEGER NOT NULL DEFAULT 0,
  taken_at ${ts},
  created_at ${ts} NOT NULL,
  created_by ${id},
  UNIQUE (record_kind, record_id, sha256)
);
CREATE INDEX media_sha256 ON media (sha256);
DROP TABLE photo;
