-- Patrols along boundary lines: the proof of each, and the tracks it is about, byte by byte as the receivers wrote them.
CREATE TABLE boundary_patrol (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  line_id ${id} NOT NULL REFERENCES boundary_line (id),
  line_number INTEGER NOT NULL,
  export_text TEXT NOT NULL,
  report_text TEXT NOT NULL,
  shapes TEXT NOT NULL,
  created_at ${ts} NOT NULL,
  created_by ${id},
  updated_at ${ts} NOT NULL,
  updated_by ${id}
);
CREATE INDEX boundary_patrol_line ON boundary_patrol (line_id);

CREATE TABLE boundary_patrol_track (
  patrol_id ${id} NOT NULL REFERENCES boundary_patrol (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  gpx ${bytes} NOT NULL,
  PRIMARY KEY (patrol_id, number)
);
