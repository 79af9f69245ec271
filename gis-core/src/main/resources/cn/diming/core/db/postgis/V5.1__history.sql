CREATE INDEX place_state_geom ON place_state USING gist (geom);
COMMENT ON TABLE place_state IS '地名的历史状态';
-- the hash covers the text as it was written; jsonb would order its keys anew
ALTER TABLE audit ALTER COLUMN before_json TYPE TEXT, ALTER COLUMN after_json TYPE TEXT;
