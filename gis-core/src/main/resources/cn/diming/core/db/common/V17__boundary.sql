-- Boundary lines and markers (《行政区域界线管理条例》). A row of boundary_line is the line as it holds now; what each agreement
-- said stays in boundary_line_version. Who may move what is kept by the triggers of V17.1 (the territory guard).
CREATE TABLE boundary_line_version (
  line_id ${id} NOT NULL REFERENCES boundary_line (id),
  number INTEGER NOT NULL,
  agreement TEXT NOT NULL,
  agreed_on DATE,
  effective_on DATE,
  approved_by TEXT,
  left_code TEXT NOT NULL,
  right_code TEXT NOT NULL,
  stated_length_metres ${double},
  course_description TEXT,
  map_scale INTEGER,
  sections ${json},
  enclaves ${json},
  left_copy_sha256 TEXT,
  right_copy_sha256 TEXT,
  sha256 TEXT NOT NULL,
  geom ${line} NOT NULL,
  created_at ${ts} NOT NULL,
  created_by ${id},
  PRIMARY KEY (line_id, number)
);

-- Where three divisions meet; one point ends or begins up to three lines (Art. 5).
CREATE TABLE three_way_point (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  point_key TEXT NOT NULL UNIQUE,
  official_number TEXT,
  code_a TEXT NOT NULL,
  code_b TEXT NOT NULL,
  code_c TEXT NOT NULL,
  description TEXT,
  lon ${double} NOT NULL,
  lat ${double} NOT NULL,
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);

-- The number painted on a marker is free text, but no two of one line share it.
CREATE UNIQUE INDEX boundary_marker_official ON boundary_marker (line_id, official_number);
ALTER TABLE boundary_marker ADD COLUMN point_id ${id} REFERENCES three_way_point (id);
ALTER TABLE boundary_marker ADD COLUMN size_text TEXT;
ALTER TABLE boundary_marker ADD COLUMN faces ${json};
ALTER TABLE boundary_marker ADD COLUMN set_on DATE;

-- Leave to write a division's outline: given by the application after it has seen that the legal lines stay where they are,
-- or for the agreement version that moves them. One row for one division in one transaction of the journal.
CREATE TABLE territory_warrant (
  division_id ${id} NOT NULL,
  change_seq ${id} NOT NULL,
  reason TEXT NOT NULL,
  line_id ${id},
  line_number INTEGER,
  PRIMARY KEY (division_id, change_seq)
);

-- The digits that all divisions on one side of a legal line share, see DivisionCode.prefix().
CREATE VIEW legal_side AS
  SELECT id AS line_id, code, CASE
    WHEN code LIKE '%0000000000' THEN SUBSTR(code, 1, 2)
    WHEN code LIKE '%00000000' THEN SUBSTR(code, 1, 4)
    WHEN code LIKE '%000000' THEN SUBSTR(code, 1, 6)
    WHEN code LIKE '%000' THEN SUBSTR(code, 1, 9)
    ELSE code END AS prefix
  FROM (SELECT id, left_code AS code FROM boundary_line WHERE kind NOT IN ('PROPOSED', 'MANAGEMENT')
    UNION ALL SELECT id, right_code FROM boundary_line WHERE kind NOT IN ('PROPOSED', 'MANAGEMENT')) AS sides;
