-- What happened to each name sign, and what was found wrong with it on patrol (GB 17733-2008; repair within the profile's days).
CREATE TABLE sign_event (
  id ${id} PRIMARY KEY NOT NULL,
  sign_id ${id} NOT NULL,
  at ${ts} NOT NULL,
  account_id ${id},
  from_status TEXT,
  to_status TEXT NOT NULL,
  defects ${json},
  note TEXT,
  photo_sha256 TEXT,
  lon ${double},
  lat ${double}
);
CREATE INDEX sign_event_sign ON sign_event (sign_id);
CREATE INDEX name_sign_division ON name_sign (division_code);
