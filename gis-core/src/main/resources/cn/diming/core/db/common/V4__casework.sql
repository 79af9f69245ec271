-- Naming cases: what is asked for, how far it is, its papers, the public's opinions, reserved names and time limits.
-- The table of V2 was never written to.
DROP TABLE naming_case;

CREATE TABLE naming_case (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  type TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  division_code TEXT NOT NULL,
  applicant TEXT,
  contact TEXT,
  reason TEXT,
  reports ${json},
  profile_name TEXT,
  profile_version INTEGER,
  submitted_at ${ts},
  comment_until DATE,
  approved_on DATE,
  approved_by TEXT,
  approver_kind TEXT,
  document_number TEXT,
  effective_on DATE,
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX naming_case_state ON naming_case (state, division_code);
CREATE INDEX naming_case_division ON naming_case (division_code);

CREATE TABLE case_item (
  case_id ${id} NOT NULL REFERENCES naming_case (id),
  number INTEGER NOT NULL,
  action TEXT NOT NULL,
  place_id ${id} REFERENCES place (id),
  name TEXT,
  romanised TEXT,
  category TEXT,
  class_code TEXT,
  division_code TEXT,
  content ${json} NOT NULL,
  geom ${geometry},
  outcome TEXT NOT NULL,
  outcome_reason TEXT,
  result_place_id ${id} REFERENCES place (id),
  PRIMARY KEY (case_id, number)
);
CREATE INDEX case_item_place ON case_item (place_id);
CREATE INDEX case_item_name ON case_item (name);

CREATE TABLE case_event (
  id ${id} PRIMARY KEY NOT NULL,
  case_id ${id} NOT NULL REFERENCES naming_case (id),
  at ${ts} NOT NULL,
  account_id ${id},
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  done_on DATE NOT NULL,
  organisation TEXT,
  document_number TEXT,
  until_on DATE,
  reason TEXT,
  note TEXT
);
CREATE INDEX case_event_case ON case_event (case_id, id);
CREATE INDEX case_event_account ON case_event (account_id);

CREATE TABLE case_paper (
  id ${id} PRIMARY KEY NOT NULL,
  case_id ${id} NOT NULL REFERENCES naming_case (id),
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size ${id} NOT NULL,
  sha256 TEXT NOT NULL,
  content ${bytes} NOT NULL,
  created_at ${ts} NOT NULL,
  created_by ${id}
);
CREATE INDEX case_paper_case ON case_paper (case_id, id);

CREATE TABLE case_comment (
  id ${id} PRIMARY KEY NOT NULL,
  case_id ${id} NOT NULL REFERENCES naming_case (id),
  at ${ts} NOT NULL,
  opinion TEXT NOT NULL,
  text TEXT NOT NULL,
  name TEXT,
  contact TEXT,
  state TEXT NOT NULL,
  reply TEXT,
  moderated_at ${ts},
  moderated_by ${id}
);
CREATE INDEX case_comment_case ON case_comment (case_id, id);

-- a name that a submitted case holds for itself until it is decided
CREATE TABLE name_reservation (
  case_id ${id} NOT NULL REFERENCES naming_case (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  division_code TEXT NOT NULL,
  reserved_at ${ts} NOT NULL,
  PRIMARY KEY (case_id, number)
);
CREATE INDEX name_reservation_name ON name_reservation (name);

CREATE TABLE deadline (
  id ${id} PRIMARY KEY NOT NULL,
  timer TEXT NOT NULL,
  title TEXT NOT NULL,
  subject_id ${id} NOT NULL,
  subject_title TEXT NOT NULL,
  division_code TEXT NOT NULL,
  started_on DATE NOT NULL,
  due_on DATE NOT NULL,
  remind_on DATE NOT NULL,
  unit TEXT NOT NULL,
  remind_days INTEGER NOT NULL,
  basis TEXT NOT NULL,
  paused_on DATE,
  stopped_on DATE
);
CREATE INDEX deadline_subject ON deadline (subject_id);
CREATE INDEX deadline_open ON deadline (stopped_on, due_on);

CREATE TABLE calendar_token (
  account_id ${id} PRIMARY KEY NOT NULL REFERENCES account (id),
  token_hash TEXT NOT NULL UNIQUE,
  created_at ${ts} NOT NULL
);
