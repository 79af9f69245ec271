-- 地名+: what a village has to offer and to tell, tied to its names (民函〔2023〕44号: 繁荣地名文化、促进利农惠农). Map records like
-- others; place_id is the name that an entry belongs to.
CREATE TABLE local_entry (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  change_seq ${id} NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  division_code TEXT,
  place_id ${id},
  summary TEXT,
  description TEXT,
  season TEXT,
  price TEXT,
  delivery TEXT,
  address TEXT,
  phone TEXT,
  opening_hours TEXT,
  status TEXT NOT NULL,
  attributes ${json},
  geom ${geometry},
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX local_entry_change ON local_entry (change_seq);
CREATE INDEX local_entry_division ON local_entry (division_code, category);
CREATE INDEX local_entry_place ON local_entry (place_id);

-- A village page asks for what lies in the village.
CREATE INDEX facility_division ON facility (division_code);
CREATE INDEX shop_division ON shop (division_code);
