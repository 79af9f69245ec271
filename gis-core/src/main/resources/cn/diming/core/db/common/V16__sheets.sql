-- Batches of printed sheets (一镇一图, 一村一图). The files lie in the data folder; here is what became of each sheet.
CREATE TABLE sheet_run (
  id ${id} PRIMARY KEY NOT NULL,
  account_id ${id},
  state TEXT NOT NULL,
  scope TEXT NOT NULL,
  wish ${json} NOT NULL,
  message TEXT,
  created_at ${ts} NOT NULL,
  finished_at ${ts},
  published_on DATE
);
CREATE INDEX sheet_run_state ON sheet_run (state);

CREATE TABLE sheet_job (
  run_id ${id} NOT NULL REFERENCES sheet_run (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  division_code TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  attempt INTEGER NOT NULL DEFAULT 0,
  gate TEXT,
  input_hash TEXT,
  millis INTEGER,
  bytes ${id},
  sha256 TEXT,
  report ${json},
  error TEXT,
  PRIMARY KEY (run_id, number)
);
CREATE INDEX sheet_job_input ON sheet_job (input_hash);

-- Where somebody put a name on a sheet by hand; kept for the sheets of the years to come.
CREATE TABLE label_pin (
  division_code TEXT NOT NULL,
  feature_id ${id} NOT NULL,
  rule TEXT NOT NULL,
  dx ${double} NOT NULL,
  dy ${double} NOT NULL,
  angle ${double} NOT NULL,
  hidden INTEGER NOT NULL,
  updated_at ${ts} NOT NULL,
  updated_by ${id},
  PRIMARY KEY (division_code, feature_id, rule)
);
