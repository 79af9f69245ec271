-- The model, one text for both databases. The placeholders stand for types that are spelled differently:
-- id = 64-bit integer, ts = UTC instant, json = JSON text, double = 64-bit float, point/line/polygon/geometry = CGCS2000.
-- Each row has: id (one number, unique over all tables, < 2^53), version (optimistic lock), change_seq (the journal number
-- of its last change), who and when. Codes and terms: GLOSSARY.md.

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value ${id} NOT NULL
);
INSERT INTO counter (name, value) VALUES ('id', 0), ('change', 0);

-- ---------------------------------------------------------------- what changed
CREATE TABLE change (
  seq ${id} NOT NULL,
  part INTEGER NOT NULL,
  at ${ts} NOT NULL,
  account_id ${id},
  kind TEXT NOT NULL,
  op TEXT NOT NULL,
  record_id ${id},
  min_lon ${double}, min_lat ${double}, max_lon ${double}, max_lat ${double},
  PRIMARY KEY (seq, part)
);

CREATE TABLE audit (
  seq ${id} PRIMARY KEY,
  at ${ts} NOT NULL,
  account_id ${id},
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id ${id},
  before_json ${json},
  after_json ${json},
  reason TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX audit_record ON audit (kind, record_id);

-- ---------------------------------------------------------------- who may act
CREATE TABLE account (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  login TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  password_hash TEXT,
  oidc_subject TEXT UNIQUE,
  role TEXT NOT NULL,
  jurisdiction TEXT NOT NULL DEFAULT '',
  must_change_password BOOLEAN NOT NULL DEFAULT FALSE,
  disabled BOOLEAN NOT NULL DEFAULT FALSE,
  failed_logins INTEGER NOT NULL DEFAULT 0,
  locked_until ${ts},
  last_login_at ${ts},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE TABLE api_key (
  id ${id} PRIMARY KEY NOT NULL,
  account_id ${id} NOT NULL REFERENCES account (id),
  label TEXT NOT NULL,
  key_hash TEXT NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  created_at ${ts} NOT NULL,
  created_by ${id},
  last_used_at ${ts},
  expires_at ${ts},
  revoked_at ${ts}
);
CREATE INDEX api_key_account ON api_key (account_id);

-- ---------------------------------------------------------------- administrative divisions
CREATE TABLE division (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  level INTEGER NOT NULL,
  parent_code TEXT,
  romanised TEXT,
  urban_rural_code TEXT,
  seat_lon ${double},
  seat_lat ${double},
  valid_from_year INTEGER NOT NULL DEFAULT 0,
  valid_to_year INTEGER,
  attributes ${json},
  geom ${geometry},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id},
  UNIQUE (code, valid_from_year)
);
CREATE INDEX division_parent ON division (parent_code);
CREATE INDEX division_change ON division (change_seq);

-- ---------------------------------------------------------------- place names: the entity, its names, its registrations
CREATE TABLE place (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  category TEXT NOT NULL,
  class_code TEXT,
  name TEXT NOT NULL,
  specific_term TEXT,
  generic_term TEXT,
  romanised TEXT,
  status TEXT NOT NULL,
  division_code TEXT,
  rank INTEGER NOT NULL DEFAULT 5,
  meaning TEXT,
  origin TEXT,
  history TEXT,
  description TEXT,
  valid_from DATE,
  valid_to DATE,
  attributes ${json},
  geom ${geometry},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX place_name_text ON place (name);
CREATE INDEX place_division ON place (division_code);
CREATE INDEX place_change ON place (change_seq);

CREATE TABLE place_name (
  id ${id} PRIMARY KEY NOT NULL,
  place_id ${id} NOT NULL REFERENCES place (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  romanised TEXT,
  from_date DATE,
  to_date DATE,
  basis TEXT
);
CREATE INDEX place_name_place ON place_name (place_id);
CREATE INDEX place_name_name ON place_name (name);

CREATE TABLE place_registration (
  id ${id} PRIMARY KEY NOT NULL,
  place_id ${id} NOT NULL REFERENCES place (id),
  class_code TEXT NOT NULL,
  place_code TEXT UNIQUE,
  registered_on DATE,
  registered_by TEXT
);
CREATE INDEX place_registration_place ON place_registration (place_id);

-- what only streets have; the street's name, class and centre line are its row in place
CREATE TABLE street (
  place_id ${id} PRIMARY KEY NOT NULL REFERENCES place (id),
  road_class TEXT,
  length_metres ${double},
  width_metres ${double},
  surface TEXT,
  from_text TEXT,
  to_text TEXT,
  direction_text TEXT,
  numbering_profile TEXT
);

-- ---------------------------------------------------------------- addresses and signs
CREATE TABLE door_plate (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  kind TEXT NOT NULL,
  street_id ${id} REFERENCES place (id),
  street_name TEXT,
  division_code TEXT,
  main_number INTEGER,
  sub_number INTEGER,
  sub_style TEXT,
  number_text TEXT NOT NULL,
  building TEXT,
  unit TEXT,
  room TEXT,
  status TEXT NOT NULL,
  numbering_authority TEXT,
  temporary BOOLEAN NOT NULL DEFAULT FALSE,
  installed_on DATE,
  attributes ${json},
  geom ${point},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX door_plate_street ON door_plate (street_id, main_number);
CREATE INDEX door_plate_division ON door_plate (division_code);
CREATE INDEX door_plate_change ON door_plate (change_seq);

CREATE TABLE name_sign (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  kind TEXT NOT NULL,
  place_id ${id} REFERENCES place (id),
  name TEXT NOT NULL,
  division_code TEXT,
  faces ${json},
  mounting TEXT,
  status TEXT NOT NULL,
  installed_on DATE,
  attributes ${json},
  geom ${point},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX name_sign_place ON name_sign (place_id);
CREATE INDEX name_sign_change ON name_sign (change_seq);

-- ---------------------------------------------------------------- boundaries
CREATE TABLE boundary_line (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  line_code TEXT NOT NULL,
  name TEXT NOT NULL,
  left_code TEXT NOT NULL,
  right_code TEXT NOT NULL,
  level INTEGER NOT NULL,
  kind TEXT NOT NULL,
  agreement TEXT,
  agreement_version INTEGER NOT NULL DEFAULT 1,
  agreed_on DATE,
  stated_length_metres ${double},
  course_description TEXT,
  status TEXT NOT NULL,
  last_inspected_on DATE,
  attributes ${json},
  geom ${line},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id},
  UNIQUE (line_code, agreement_version)
);
CREATE INDEX boundary_line_change ON boundary_line (change_seq);

CREATE TABLE boundary_marker (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  marker_key TEXT NOT NULL UNIQUE,
  official_number TEXT NOT NULL,
  line_id ${id} REFERENCES boundary_line (id),
  sequence INTEGER,
  kind TEXT NOT NULL,
  material TEXT,
  managing_code TEXT,
  position_text TEXT,
  height_metres ${double},
  method TEXT,
  rmse_metres ${double},
  witnesses ${json},
  status TEXT NOT NULL,
  attributes ${json},
  geom ${point},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX boundary_marker_line ON boundary_marker (line_id, sequence);
CREATE INDEX boundary_marker_change ON boundary_marker (change_seq);

-- ---------------------------------------------------------------- shops and facilities
CREATE TABLE shop (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  division_code TEXT,
  address TEXT,
  door_plate_id ${id} REFERENCES door_plate (id),
  owner_account_id ${id} REFERENCES account (id),
  phone TEXT,
  opening_hours TEXT,
  description TEXT,
  products ${json},
  status TEXT NOT NULL,
  attributes ${json},
  geom ${point},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX shop_change ON shop (change_seq);

CREATE TABLE facility (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  division_code TEXT,
  address TEXT,
  phone TEXT,
  opening_hours TEXT,
  status TEXT NOT NULL,
  attributes ${json},
  geom ${point},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX facility_change ON facility (change_seq);

-- ---------------------------------------------------------------- the ground under the names: water, woods, buildings, unnamed roads
CREATE TABLE ground (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  class TEXT NOT NULL,
  name TEXT,
  rank INTEGER NOT NULL DEFAULT 5,
  attributes ${json},
  geom ${geometry},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX ground_change ON ground (change_seq);

-- ---------------------------------------------------------------- papers around the records
CREATE TABLE photo (
  id ${id} PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  record_id ${id} NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  caption TEXT,
  position INTEGER NOT NULL DEFAULT 0,
  taken_at ${ts},
  created_at ${ts} NOT NULL,
  created_by ${id}
);
CREATE INDEX photo_record ON photo (kind, record_id);

CREATE TABLE naming_case (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  type TEXT NOT NULL,
  state TEXT NOT NULL,
  place_id ${id} REFERENCES place (id),
  proposed_name TEXT,
  class_code TEXT,
  division_code TEXT NOT NULL,
  content ${json},
  profile_name TEXT,
  profile_version INTEGER,
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX naming_case_state ON naming_case (state, division_code);

CREATE TABLE rule_profile (
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  parent_name TEXT,
  content ${json} NOT NULL,
  sha256 TEXT NOT NULL,
  created_at ${ts} NOT NULL,
  created_by ${id},
  PRIMARY KEY (name, version)
);

-- ---------------------------------------------------------------- imports: where a record came from, and what was already done
CREATE TABLE source_record (
  source TEXT NOT NULL,
  source_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id ${id} NOT NULL,
  hash ${id} NOT NULL,
  PRIMARY KEY (source, source_key)
);
CREATE INDEX source_record_record ON source_record (record_id);

CREATE TABLE import_job (
  id ${id} PRIMARY KEY NOT NULL,
  plan_name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  state TEXT NOT NULL,
  rows_read ${id} NOT NULL DEFAULT 0,
  rows_inserted ${id} NOT NULL DEFAULT 0,
  rows_updated ${id} NOT NULL DEFAULT 0,
  rows_unchanged ${id} NOT NULL DEFAULT 0,
  rows_rejected ${id} NOT NULL DEFAULT 0,
  started_at ${ts} NOT NULL,
  finished_at ${ts},
  account_id ${id}
);

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
