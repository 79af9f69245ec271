-- Door plates: which numbers were given when, the old address and the new one (门楼号牌: 变更须有新旧对照), and what happened to
-- each plate since. A number that is kept free is a door_plate row with the status RESERVED.
CREATE TABLE renumbering (
  id ${id} PRIMARY KEY NOT NULL,
  change_seq ${id} NOT NULL,
  at ${ts} NOT NULL,
  account_id ${id},
  division_code TEXT NOT NULL,
  title TEXT NOT NULL,
  profile_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  doors INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  reserved INTEGER NOT NULL,
  sha256 TEXT NOT NULL
);
CREATE INDEX renumbering_division ON renumbering (division_code);

CREATE TABLE renumbering_line (
  renumbering_id ${id} NOT NULL REFERENCES renumbering (id),
  plate_id ${id} NOT NULL,
  old_address TEXT NOT NULL,
  new_address TEXT NOT NULL,
  PRIMARY KEY (renumbering_id, plate_id)
);
CREATE INDEX renumbering_line_plate ON renumbering_line (plate_id);

CREATE TABLE plate_event (
  id ${id} PRIMARY KEY NOT NULL,
  plate_id ${id} NOT NULL,
  at ${ts} NOT NULL,
  account_id ${id},
  from_status TEXT,
  to_status TEXT NOT NULL,
  authority TEXT,
  document TEXT,
  note TEXT,
  photo_sha256 TEXT,
  lon ${double},
  lat ${double}
);
CREATE INDEX plate_event_plate ON plate_event (plate_id);

CREATE TABLE plate_report (
  id ${id} PRIMARY KEY NOT NULL,
  plate_id ${id} NOT NULL,
  at ${ts} NOT NULL,
  kind TEXT NOT NULL,
  text TEXT,
  state TEXT NOT NULL,
  answered_at ${ts},
  answered_by ${id},
  answer TEXT
);
CREATE INDEX plate_report_state ON plate_report (state, at);
