INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('local_entry', 'features', 'local_entry', '地名+', 4490);

-- As for the other layers: V15.1__edits_by_hand.sql.
CREATE TRIGGER journal_local_entry_insert AFTER INSERT ON local_entry
WHEN NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE local_entry SET change_seq = (SELECT value FROM counter WHERE name = 'change') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'LOCAL_ENTRY', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_local_entry_update AFTER UPDATE OF
  id, name, category, division_code, place_id, summary, description, season, price, delivery, address, phone,
  opening_hours, status, attributes, geom ON local_entry
WHEN NEW.change_seq = OLD.change_seq AND NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE local_entry SET change_seq = (SELECT value FROM counter WHERE name = 'change'),
    version = MAX(version, OLD.version + 1), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT (SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'LOCAL_ENTRY', 'DELETED', OLD.id
    WHERE OLD.id <> NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'LOCAL_ENTRY', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_local_entry_delete AFTER DELETE ON local_entry
WHEN NOT (OLD.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = OLD.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'LOCAL_ENTRY', 'DELETED', OLD.id);
END;
