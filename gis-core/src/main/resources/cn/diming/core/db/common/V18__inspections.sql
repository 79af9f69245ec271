-- Joint inspection of boundary lines (《行政区域界线管理条例》 Art. 12). What each side writes stands in rows of its own side, so that
-- both can write at once, days without a line, and nothing has to be merged. What a signature covers is kept as text, byte for byte.
CREATE TABLE inspection_round (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  line_id ${id} NOT NULL REFERENCES boundary_line (id),
  line_number INTEGER NOT NULL,
  line_sha256 TEXT NOT NULL,
  left_code TEXT NOT NULL,
  right_code TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT,
  leading_side TEXT NOT NULL,
  planned_from DATE NOT NULL,
  planned_to DATE NOT NULL,
  sections TEXT NOT NULL,
  state TEXT NOT NULL,
  filed_on DATE,
  receiver TEXT,
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX inspection_round_line ON inspection_round (line_id, number);

CREATE TABLE inspection_side (
  round_id ${id} NOT NULL REFERENCES inspection_round (id),
  side TEXT NOT NULL,
  participants TEXT NOT NULL,
  problems TEXT,
  opinion TEXT,
  PRIMARY KEY (round_id, side)
);

CREATE TABLE inspection_answer (
  round_id ${id} NOT NULL REFERENCES inspection_round (id),
  side TEXT NOT NULL,
  item TEXT NOT NULL,
  verdict TEXT NOT NULL,
  note TEXT,
  at ${ts} NOT NULL,
  account_id ${id},
  PRIMARY KEY (round_id, side, item)
);

-- client_id is made by the telephone: the same record sent twice is one.
CREATE TABLE inspection_record (
  id ${id} PRIMARY KEY NOT NULL,
  client_id TEXT NOT NULL UNIQUE,
  round_id ${id} NOT NULL REFERENCES inspection_round (id),
  side TEXT NOT NULL,
  revision INTEGER NOT NULL,
  withdrawn BOOLEAN NOT NULL DEFAULT FALSE,
  marker_id ${id},
  finding TEXT NOT NULL,
  checked_at ${ts} NOT NULL,
  received_at ${ts} NOT NULL,
  account_id ${id},
  confirmed_revision INTEGER,
  confirmed_at ${ts},
  confirmed_by ${id}
);
CREATE INDEX inspection_record_round ON inspection_record (round_id);

CREATE TABLE inspection_file (
  id TEXT PRIMARY KEY NOT NULL,
  record_id ${id} NOT NULL REFERENCES inspection_record (id),
  phase TEXT NOT NULL,
  bytes ${id} NOT NULL,
  position INTEGER NOT NULL,
  media_id ${id},
  sha256 TEXT,
  refusal TEXT
);
CREATE INDEX inspection_file_record ON inspection_file (record_id);

CREATE TABLE inspection_signature (
  id ${id} PRIMARY KEY NOT NULL,
  round_id ${id} NOT NULL REFERENCES inspection_round (id),
  side TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  account_id ${id},
  signed_at ${ts} NOT NULL,
  voided_at ${ts},
  void_reason TEXT
);
CREATE INDEX inspection_signature_round ON inspection_signature (round_id);

CREATE TABLE inspection_event (
  id ${id} PRIMARY KEY NOT NULL,
  round_id ${id} NOT NULL REFERENCES inspection_round (id),
  at ${ts} NOT NULL,
  account_id ${id},
  from_state TEXT,
  to_state TEXT NOT NULL,
  words TEXT
);
CREATE INDEX inspection_event_round ON inspection_event (round_id);
