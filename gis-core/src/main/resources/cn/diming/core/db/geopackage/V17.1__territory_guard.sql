-- The territory guard: whatever writes, no legal line and no division outline along one moves without an agreement version
-- (《行政区域界线管理条例》 Art. 6, 7, 9). INSERT OR REPLACE deletes without telling the delete triggers; hence those BEFORE INSERT.
CREATE TRIGGER legal_line_moves BEFORE UPDATE ON boundary_line
  WHEN OLD.kind NOT IN ('PROPOSED', 'MANAGEMENT') AND (NEW.id <> OLD.id OR NEW.geom IS NOT OLD.geom OR NEW.left_code <> OLD.left_code
    OR NEW.right_code <> OLD.right_code OR NEW.line_code <> OLD.line_code OR NEW.kind <> OLD.kind
    OR NEW.agreement_version <> OLD.agreement_version)
    AND NOT EXISTS (SELECT 1 FROM boundary_line_version v
      WHERE v.line_id = OLD.id AND NEW.id = OLD.id AND NEW.kind = 'LEGAL' AND NEW.line_code = OLD.line_code
        AND v.number = NEW.agreement_version AND NEW.agreement_version > OLD.agreement_version
        AND v.left_code = NEW.left_code AND v.right_code = NEW.right_code AND v.geom IS NEW.geom)
BEGIN
  SELECT RAISE(ABORT, 'territory guard: a legal line moves only with a new agreement version');
END;

CREATE TRIGGER legal_line_replaced BEFORE INSERT ON boundary_line
  WHEN EXISTS (SELECT 1 FROM boundary_line l WHERE l.kind NOT IN ('PROPOSED', 'MANAGEMENT')
    AND (l.id = NEW.id OR (l.line_code = NEW.line_code AND l.agreement_version = NEW.agreement_version)))
BEGIN
  SELECT RAISE(ABORT, 'territory guard: a legal line is not replaced');
END;

CREATE TRIGGER legal_line_deleted BEFORE DELETE ON boundary_line WHEN OLD.kind NOT IN ('PROPOSED', 'MANAGEMENT')
BEGIN
  SELECT RAISE(ABORT, 'territory guard: a legal line is not deleted');
END;

CREATE TRIGGER line_version_order BEFORE INSERT ON boundary_line_version
  WHEN TRIM(NEW.agreement) = '' OR NEW.number <= (SELECT COALESCE(MAX(number), 0) FROM boundary_line_version v
    WHERE v.line_id = NEW.line_id)
BEGIN
  SELECT RAISE(ABORT, 'territory guard: versions follow one another and name their agreement');
END;

CREATE TRIGGER line_version_changed BEFORE UPDATE ON boundary_line_version
BEGIN
  SELECT RAISE(ABORT, 'territory guard: an agreement version is not changed');
END;

CREATE TRIGGER line_version_deleted BEFORE DELETE ON boundary_line_version
BEGIN
  SELECT RAISE(ABORT, 'territory guard: an agreement version is not deleted');
END;

CREATE TRIGGER territory_moves BEFORE UPDATE ON division
  WHEN (NEW.geom IS NOT OLD.geom OR NEW.code <> OLD.code OR NEW.id <> OLD.id)
    AND EXISTS (SELECT 1 FROM legal_side s WHERE SUBSTR(OLD.code, 1, LENGTH(s.prefix)) = s.prefix
      OR SUBSTR(NEW.code, 1, LENGTH(s.prefix)) = s.prefix)
    AND NOT EXISTS (SELECT 1 FROM territory_warrant w WHERE w.division_id = OLD.id AND NEW.id = OLD.id
      AND w.change_seq = NEW.change_seq AND NEW.change_seq > OLD.change_seq)
BEGIN
  SELECT RAISE(ABORT, 'territory guard: the outline of a division with legal lines is written with leave only');
END;

CREATE TRIGGER territory_replaced BEFORE INSERT ON division
  WHEN EXISTS (SELECT 1 FROM division d JOIN legal_side s ON SUBSTR(d.code, 1, LENGTH(s.prefix)) = s.prefix
    WHERE d.id = NEW.id OR (d.code = NEW.code AND (d.valid_from_year = NEW.valid_from_year
      OR (d.geom IS NOT NULL AND d.geom IS NOT NEW.geom AND NOT EXISTS (SELECT 1 FROM territory_warrant w
        WHERE w.division_id = NEW.id AND w.change_seq = NEW.change_seq)))))
BEGIN
  SELECT RAISE(ABORT, 'territory guard: a division with legal lines is not replaced');
END;

CREATE TRIGGER territory_deleted BEFORE DELETE ON division
  WHEN EXISTS (SELECT 1 FROM legal_side s WHERE s.code = OLD.code)
BEGIN
  SELECT RAISE(ABORT, 'territory guard: a division with legal lines is not deleted');
END;

CREATE TRIGGER territory_warrant_changed BEFORE UPDATE ON territory_warrant
BEGIN
  SELECT RAISE(ABORT, 'territory guard: leave once given is not changed');
END;
