-- Collection of names by phone: campaigns by village, who may report for them, what they report and what became of it.
-- Who reported and who told it are personal data: they stand here, in account and nowhere else (地名管理条例 Art. 33).
CREATE TABLE campaign (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL,
  division_code TEXT NOT NULL,
  note TEXT,
  ends_on DATE NOT NULL,
  closed BOOLEAN NOT NULL DEFAULT FALSE,
  created_at ${ts} NOT NULL,
  created_by ${id}
);
CREATE INDEX campaign_division ON campaign (division_code);

CREATE TABLE campaign_invitation (
  id ${id} PRIMARY KEY NOT NULL,
  campaign_id ${id} NOT NULL REFERENCES campaign (id),
  label TEXT NOT NULL,
  code_hash TEXT NOT NULL UNIQUE,
  uses_left INTEGER NOT NULL,
  expires_at ${ts} NOT NULL,
  revoked_at ${ts},
  created_at ${ts} NOT NULL,
  created_by ${id}
);
CREATE INDEX campaign_invitation_campaign ON campaign_invitation (campaign_id);

-- One account of the role COLLECTOR for each telephone that took up an invitation.
CREATE TABLE collector (
  account_id ${id} PRIMARY KEY NOT NULL REFERENCES account (id),
  campaign_id ${id} NOT NULL REFERENCES campaign (id),
  invitation_id ${id} NOT NULL REFERENCES campaign_invitation (id),
  device TEXT NOT NULL,
  phone TEXT,
  joined_at ${ts} NOT NULL,
  UNIQUE (campaign_id, device)
);
CREATE INDEX collector_invitation ON collector (invitation_id);

-- client_id is made by the telephone: the same report sent twice is one.
CREATE TABLE collection_report (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  client_id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  campaign_id ${id},
  account_id ${id},
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  place_id ${id},
  spoken TEXT,
  written TEXT,
  category TEXT,
  meaning TEXT,
  origin TEXT,
  told_by TEXT,
  note TEXT,
  lon ${double} NOT NULL,
  lat ${double} NOT NULL,
  accuracy_metres ${double},
  position_source TEXT NOT NULL,
  division_code TEXT NOT NULL,
  collected_at ${ts} NOT NULL,
  received_at ${ts} NOT NULL,
  files INTEGER NOT NULL DEFAULT 0,
  files_received INTEGER NOT NULL DEFAULT 0,
  answer TEXT,
  proposed ${json},
  decided_at ${ts},
  decided_by ${id},
  result_place_id ${id}
);
-- With the words, so that looking for a part of a name reads no row that has it not.
CREATE INDEX collection_report_desk ON collection_report (division_code, state, account_id, written, spoken);
CREATE INDEX collection_report_queue ON collection_report (state, id);
CREATE INDEX collection_report_account ON collection_report (account_id, id);
CREATE INDEX collection_report_place ON collection_report (place_id);
CREATE INDEX collection_report_result ON collection_report (result_place_id);

CREATE TABLE collection_file (
  id TEXT PRIMARY KEY NOT NULL,
  report_id ${id} NOT NULL REFERENCES collection_report (id),
  kind TEXT NOT NULL,
  bytes ${id} NOT NULL,
  position INTEGER NOT NULL,
  media_id ${id},
  refusal TEXT
);
CREATE INDEX collection_file_report ON collection_file (report_id);

CREATE TABLE collection_event (
  id ${id} PRIMARY KEY NOT NULL,
  report_id ${id} NOT NULL REFERENCES collection_report (id),
  at ${ts} NOT NULL,
  account_id ${id},
  from_state TEXT,
  to_state TEXT NOT NULL,
  words TEXT
);
CREATE INDEX collection_event_report ON collection_event (report_id);

-- What became of a name at the map platforms (乡村著名行动: 提交数与采纳数).
CREATE TABLE platform_submission (
  record_id ${id} NOT NULL,
  platform TEXT NOT NULL,
  record_kind TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT,
  submitted_at ${ts} NOT NULL,
  answered_at ${ts},
  account_id ${id},
  PRIMARY KEY (record_id, platform)
);
CREATE INDEX platform_submission_status ON platform_submission (platform, status);
