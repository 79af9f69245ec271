-- Tables of addresses that are geocoded in the background; the tables themselves lie in files beside the index.
CREATE TABLE geocode_job (
  id ${id} PRIMARY KEY NOT NULL,
  account_id ${id} NOT NULL REFERENCES account (id),
  state TEXT NOT NULL,
  file_name TEXT NOT NULL,
  options ${json} NOT NULL,
  total INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  matched INTEGER NOT NULL DEFAULT 0,
  message TEXT,
  created_at ${ts} NOT NULL,
  finished_at ${ts}
);
CREATE INDEX geocode_job_account ON geocode_job (account_id);

-- What people looked for in vain, by day: no address, no account, long numbers blotted out.
CREATE TABLE zero_result (
  day DATE NOT NULL,
  text TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, text)
);
