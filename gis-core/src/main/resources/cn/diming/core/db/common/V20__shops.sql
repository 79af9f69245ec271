-- Merchants who sign in by phone, the shops they file and what officers decided. Phones are personal data: they stand here and
-- nowhere else (个人信息保护法 Art. 6, 51); what is public of a shop is in the table shop.
CREATE TABLE contact_code (
  phone_hash TEXT PRIMARY KEY NOT NULL,
  salt TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  sent_at ${ts} NOT NULL,
  expires_at ${ts} NOT NULL,
  day_began_at ${ts} NOT NULL,
  sent_this_day INTEGER NOT NULL
);

CREATE TABLE merchant (
  account_id ${id} PRIMARY KEY NOT NULL REFERENCES account (id),
  phone TEXT NOT NULL UNIQUE,
  created_at ${ts} NOT NULL
);

-- What a merchant wants to be known of a shop (content), and what was accepted last and is public.
CREATE TABLE shop_filing (
  id ${id} PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  account_id ${id} NOT NULL REFERENCES account (id),
  state TEXT NOT NULL,
  claimed_shop_id ${id},
  shop_id ${id} UNIQUE,
  name TEXT NOT NULL,
  phone TEXT,
  lon ${double},
  lat ${double},
  division_code TEXT NOT NULL,
  content TEXT NOT NULL,
  accepted TEXT,
  answer TEXT,
  created_at ${ts} NOT NULL,
  submitted_at ${ts},
  decided_at ${ts},
  decided_by ${id}
);
CREATE INDEX shop_filing_queue ON shop_filing (state, id);
-- All that counting and looking for a name read: the contents beside it are long.
CREATE INDEX shop_filing_division ON shop_filing (division_code, state, submitted_at, id, name, phone);
CREATE INDEX shop_filing_account ON shop_filing (account_id, id);
CREATE INDEX shop_filing_phone ON shop_filing (phone);
CREATE INDEX shop_filing_place ON shop_filing (lon, lat);

-- What a photo of a filing is for; a licence is never public.
CREATE TABLE shop_photo (
  media_id ${id} PRIMARY KEY NOT NULL,
  filing_id ${id} NOT NULL REFERENCES shop_filing (id),
  purpose TEXT NOT NULL
);
CREATE INDEX shop_photo_filing ON shop_photo (filing_id);

CREATE TABLE shop_filing_event (
  id ${id} PRIMARY KEY NOT NULL,
  filing_id ${id} NOT NULL REFERENCES shop_filing (id),
  at ${ts} NOT NULL,
  account_id ${id},
  from_state TEXT,
  to_state TEXT NOT NULL,
  words TEXT
);
CREATE INDEX shop_filing_event_filing ON shop_filing_event (filing_id);
