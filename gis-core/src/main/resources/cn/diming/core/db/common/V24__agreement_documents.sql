-- The files a line rests on: both sides' copies of the agreement, its map, annexes (《行政区域界线管理条例》 Art. 13). Their content lies with
-- the media, byte for byte; what was put in by mistake is struck out, never deleted.
CREATE TABLE boundary_document (
  id ${id} PRIMARY KEY NOT NULL,
  line_id ${id} NOT NULL REFERENCES boundary_line (id),
  line_number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes ${id} NOT NULL,
  sha256 TEXT NOT NULL,
  created_at ${ts} NOT NULL,
  created_by ${id},
  withdrawn_at ${ts},
  withdrawn_by ${id},
  withdraw_reason TEXT
);
CREATE INDEX boundary_document_line ON boundary_document (line_id, line_number);
