-- The board of the year. Its figures are counted from what happened (events and first recordings), so they need no table of
-- their own; here are the published maps of towns and villages, and what a bureau wants to reach.
CREATE TABLE map_edition (
  id ${id} PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  division_code TEXT NOT NULL,
  edition_on DATE NOT NULL,
  sha256 TEXT NOT NULL,
  recorded_at ${ts} NOT NULL,
  account_id ${id}
);
CREATE INDEX map_edition_division ON map_edition (kind, division_code, edition_on);

CREATE TABLE board_target (
  division_code TEXT NOT NULL,
  year INTEGER NOT NULL,
  figure TEXT NOT NULL,
  amount ${id} NOT NULL,
  updated_at ${ts} NOT NULL,
  updated_by ${id},
  PRIMARY KEY (division_code, year, figure)
);

CREATE INDEX place_created ON place (created_at);
CREATE INDEX place_event_effective ON place_event (effective_on);
CREATE INDEX sign_event_at ON sign_event (at);
CREATE INDEX plate_event_at ON plate_event (at);
CREATE INDEX case_event_at ON case_event (at);
