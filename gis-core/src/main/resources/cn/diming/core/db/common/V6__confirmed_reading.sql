-- Readings that officers confirmed. scope = division-code prefix, '' everywhere; whole_name = for names that are the text.
CREATE TABLE confirmed_reading (
  id ${id} PRIMARY KEY NOT NULL,
  text TEXT NOT NULL,
  reading TEXT NOT NULL,
  whole_name BOOLEAN NOT NULL,
  scope TEXT NOT NULL,
  basis TEXT,
  confirmed_at ${ts} NOT NULL,
  confirmed_by ${id},
  UNIQUE (text, whole_name, scope)
);
