-- History in two times. Valid time is when something was so in law, recorded time is when the database learned it, counted
-- in journal numbers because their order is the order of commits. The row in place is the state of today as it is known now:
-- valid from state_from (else valid_from, else always), known since change_seq. What was so before, or was believed before,
-- are rows here; a place that never changed has none. At most one state holds for a place, a day and a journal number.
ALTER TABLE place ADD COLUMN state_from DATE;
-- toneless letters of the name: the order of the register, and what a typed pinyin is compared with
ALTER TABLE place ADD COLUMN name_key TEXT;

CREATE TABLE place_state (
  id ${id} PRIMARY KEY NOT NULL,
  place_id ${id} NOT NULL,
  version INTEGER NOT NULL,
  state_from DATE,
  state_to DATE,
  recorded_from ${id} NOT NULL,
  recorded_to ${id},
  category TEXT NOT NULL,
  class_code TEXT,
  name TEXT NOT NULL,
  name_key TEXT,
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
  geom ${geometry}
);
CREATE INDEX place_state_place ON place_state (place_id);

-- What happened to places in law, with the decision it rests on; other_id is the second place of a merger or a split.
CREATE TABLE place_event (
  id ${id} PRIMARY KEY NOT NULL,
  place_id ${id} NOT NULL,
  other_id ${id},
  kind TEXT NOT NULL,
  effective_on DATE NOT NULL,
  old_name TEXT,
  new_name TEXT,
  basis TEXT,
  case_id ${id},
  change_seq ${id} NOT NULL,
  recorded_at ${ts} NOT NULL,
  account_id ${id}
);
CREATE INDEX place_event_place ON place_event (place_id);
CREATE INDEX place_event_other ON place_event (other_id);

-- change_seq is empty for names that a source brought: the next import may replace those and no others
ALTER TABLE place_name ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE place_name ADD COLUMN change_seq ${id};

CREATE TABLE protected_name (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  place_id ${id},
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  romanised TEXT,
  division_code TEXT NOT NULL,
  class TEXT NOT NULL,
  batch INTEGER NOT NULL,
  listed_on DATE,
  meaning TEXT,
  origin TEXT,
  evolution TEXT,
  events TEXT,
  people TEXT,
  legends TEXT,
  measures TEXT,
  measures_text TEXT,
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE UNIQUE INDEX protected_name_place ON protected_name (place_id);
CREATE INDEX protected_name_order ON protected_name (batch, class, name_key, id);

-- the orders of the register; the first also holds what is looked for, so that a part of a name is found without the rows
CREATE INDEX place_by_name ON place (name_key, id, name, status, division_code);
CREATE INDEX place_by_division ON place (COALESCE(division_code, ''), id);
CREATE INDEX place_by_class ON place (COALESCE(class_code, ''), id);
CREATE INDEX change_at ON change (at);

-- the newest audit entry, written with it: an end that was cut off shows
INSERT INTO setting (name, value)
SELECT 'audit.head', seq || ' ' || hash FROM audit WHERE seq = (SELECT MAX(seq) FROM audit);
