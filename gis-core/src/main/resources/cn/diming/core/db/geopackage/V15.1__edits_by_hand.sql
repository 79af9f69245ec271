-- Edits that others make in the file by SQL (a GIS, a script) write the journal as well, so that search and map follow
-- them. A row that the application writes is known by its number: it is taken already and not in the journal yet. Columns
-- that only the application keeps are not watched.

CREATE TRIGGER journal_division_insert AFTER INSERT ON division
WHEN NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE division SET change_seq = (SELECT value FROM counter WHERE name = 'change') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'DIVISION', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_division_update AFTER UPDATE OF
  id, code, name, level, parent_code, romanised, urban_rural_code, seat_lon, seat_lat, valid_from_year,
  valid_to_year, attributes, geom ON division
WHEN NEW.change_seq = OLD.change_seq AND NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE division SET change_seq = (SELECT value FROM counter WHERE name = 'change'),
    version = MAX(version, OLD.version + 1), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT (SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'DIVISION', 'DELETED', OLD.id
    WHERE OLD.id <> NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'DIVISION', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_division_delete AFTER DELETE ON division
WHEN NOT (OLD.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = OLD.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'DIVISION', 'DELETED', OLD.id);
END;

CREATE TRIGGER journal_place_insert AFTER INSERT ON place
WHEN NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE place SET change_seq = (SELECT value FROM counter WHERE name = 'change') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'PLACE', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_place_update AFTER UPDATE OF
  id, category, class_code, name, specific_term, generic_term, romanised, status, division_code, rank, meaning,
  origin, history, description, valid_from, valid_to, attributes, geom ON place
WHEN NEW.change_seq = OLD.change_seq AND NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE place SET change_seq = (SELECT value FROM counter WHERE name = 'change'),
    version = MAX(version, OLD.version + 1), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT (SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'PLACE', 'DELETED', OLD.id
    WHERE OLD.id <> NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'PLACE', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_place_delete AFTER DELETE ON place
WHEN NOT (OLD.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = OLD.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'PLACE', 'DELETED', OLD.id);
END;

CREATE TRIGGER journal_door_plate_insert AFTER INSERT ON door_plate
WHEN NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE door_plate SET change_seq = (SELECT value FROM counter WHERE name = 'change') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'DOOR_PLATE', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_door_plate_update AFTER UPDATE OF
  id, kind, street_id, street_name, division_code, main_number, sub_number, sub_style, number_text, building, unit,
  room, status, numbering_authority, temporary, installed_on, attributes, geom ON door_plate
WHEN NEW.change_seq = OLD.change_seq AND NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE door_plate SET change_seq = (SELECT value FROM counter WHERE name = 'change'),
    version = MAX(version, OLD.version + 1), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT (SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'DOOR_PLATE', 'DELETED', OLD.id
    WHERE OLD.id <> NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'DOOR_PLATE', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_door_plate_delete AFTER DELETE ON door_plate
WHEN NOT (OLD.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = OLD.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'DOOR_PLATE', 'DELETED', OLD.id);
END;

CREATE TRIGGER journal_name_sign_insert AFTER INSERT ON name_sign
WHEN NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE name_sign SET change_seq = (SELECT value FROM counter WHERE name = 'change') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'SIGN', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_name_sign_update AFTER UPDATE OF
  id, kind, place_id, name, division_code, faces, mounting, status, installed_on, attributes, geom ON name_sign
WHEN NEW.change_seq = OLD.change_seq AND NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE name_sign SET change_seq = (SELECT value FROM counter WHERE name = 'change'),
    version = MAX(version, OLD.version + 1), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT (SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'SIGN', 'DELETED', OLD.id
    WHERE OLD.id <> NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'SIGN', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_name_sign_delete AFTER DELETE ON name_sign
WHEN NOT (OLD.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = OLD.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'SIGN', 'DELETED', OLD.id);
END;

CREATE TRIGGER journal_boundary_line_insert AFTER INSERT ON boundary_line
WHEN NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE boundary_line SET change_seq = (SELECT value FROM counter WHERE name = 'change') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'BOUNDARY_LINE', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_boundary_line_update AFTER UPDATE OF
  id, line_code, name, left_code, right_code, level, kind, agreement, agreement_version, agreed_on,
  stated_length_metres, course_description, status, last_inspected_on, attributes, geom ON boundary_line
WHEN NEW.change_seq = OLD.change_seq AND NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE boundary_line SET change_seq = (SELECT value FROM counter WHERE name = 'change'),
    version = MAX(version, OLD.version + 1), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT (SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'BOUNDARY_LINE', 'DELETED', OLD.id
    WHERE OLD.id <> NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'BOUNDARY_LINE', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_boundary_line_delete AFTER DELETE ON boundary_line
WHEN NOT (OLD.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = OLD.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'BOUNDARY_LINE', 'DELETED', OLD.id);
END;

CREATE TRIGGER journal_boundary_marker_insert AFTER INSERT ON boundary_marker
WHEN NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE boundary_marker SET change_seq = (SELECT value FROM counter WHERE name = 'change') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'BOUNDARY_MARKER', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_boundary_marker_update AFTER UPDATE OF
  id, marker_key, official_number, line_id, sequence, kind, material, managing_code, position_text, height_metres,
  method, rmse_metres, witnesses, status, attributes, geom ON boundary_marker
WHEN NEW.change_seq = OLD.change_seq AND NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE boundary_marker SET change_seq = (SELECT value FROM counter WHERE name = 'change'),
    version = MAX(version, OLD.version + 1), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT (SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'BOUNDARY_MARKER', 'DELETED', OLD.id
    WHERE OLD.id <> NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'BOUNDARY_MARKER', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_boundary_marker_delete AFTER DELETE ON boundary_marker
WHEN NOT (OLD.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = OLD.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'BOUNDARY_MARKER', 'DELETED', OLD.id);
END;

CREATE TRIGGER journal_shop_insert AFTER INSERT ON shop
WHEN NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE shop SET change_seq = (SELECT value FROM counter WHERE name = 'change') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'SHOP', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_shop_update AFTER UPDATE OF
  id, name, category, division_code, address, door_plate_id, owner_account_id, phone, opening_hours, description,
  products, status, attributes, geom ON shop
WHEN NEW.change_seq = OLD.change_seq AND NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE shop SET change_seq = (SELECT value FROM counter WHERE name = 'change'),
    version = MAX(version, OLD.version + 1), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT (SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'SHOP', 'DELETED', OLD.id
    WHERE OLD.id <> NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'SHOP', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_shop_delete AFTER DELETE ON shop
WHEN NOT (OLD.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = OLD.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'SHOP', 'DELETED', OLD.id);
END;

CREATE TRIGGER journal_facility_insert AFTER INSERT ON facility
WHEN NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE facility SET change_seq = (SELECT value FROM counter WHERE name = 'change') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'FACILITY', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_facility_update AFTER UPDATE OF
  id, name, category, division_code, address, phone, opening_hours, status, attributes, geom ON facility
WHEN NEW.change_seq = OLD.change_seq AND NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE facility SET change_seq = (SELECT value FROM counter WHERE name = 'change'),
    version = MAX(version, OLD.version + 1), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT (SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'FACILITY', 'DELETED', OLD.id
    WHERE OLD.id <> NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'FACILITY', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_facility_delete AFTER DELETE ON facility
WHEN NOT (OLD.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = OLD.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'FACILITY', 'DELETED', OLD.id);
END;

CREATE TRIGGER journal_ground_insert AFTER INSERT ON ground
WHEN NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE ground SET change_seq = (SELECT value FROM counter WHERE name = 'change') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'GROUND', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_ground_update AFTER UPDATE OF
  id, class, name, rank, attributes, geom ON ground
WHEN NEW.change_seq = OLD.change_seq AND NOT (NEW.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = NEW.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  UPDATE ground SET change_seq = (SELECT value FROM counter WHERE name = 'change'),
    version = MAX(version, OLD.version + 1), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT (SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'GROUND', 'DELETED', OLD.id
    WHERE OLD.id <> NEW.id;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'GROUND', 'SAVED', NEW.id);
END;
CREATE TRIGGER journal_ground_delete AFTER DELETE ON ground
WHEN NOT (OLD.change_seq BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
  AND NOT EXISTS (SELECT 1 FROM change WHERE seq = OLD.change_seq))
BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'change';
  INSERT INTO change (seq, part, at, kind, op, record_id)
    VALUES ((SELECT value FROM counter WHERE name = 'change'), 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'GROUND', 'DELETED', OLD.id);
END;
