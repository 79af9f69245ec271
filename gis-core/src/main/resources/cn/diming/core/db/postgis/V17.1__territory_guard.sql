-- The territory guard: whatever writes, no legal line and no division outline along one moves without an agreement version
-- (《行政区域界线管理条例》 Art. 6, 7, 9). Geometries are compared byte by byte.
CREATE FUNCTION guard_legal_line() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'territory guard: legal lines are not emptied' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD.kind NOT IN ('PROPOSED', 'MANAGEMENT') THEN
      RAISE EXCEPTION 'territory guard: a legal line is not deleted' USING ERRCODE = '23514';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.kind NOT IN ('PROPOSED', 'MANAGEMENT') AND (NEW.id <> OLD.id OR NEW.geom::bytea IS DISTINCT FROM OLD.geom::bytea
      OR NEW.left_code <> OLD.left_code OR NEW.right_code <> OLD.right_code OR NEW.line_code <> OLD.line_code
      OR NEW.kind <> OLD.kind OR NEW.agreement_version <> OLD.agreement_version)
    AND NOT EXISTS (SELECT 1 FROM boundary_line_version v
      WHERE v.line_id = OLD.id AND NEW.id = OLD.id AND NEW.kind = 'LEGAL' AND NEW.line_code = OLD.line_code
        AND v.number = NEW.agreement_version AND NEW.agreement_version > OLD.agreement_version
        AND v.left_code = NEW.left_code AND v.right_code = NEW.right_code
        AND v.geom::bytea IS NOT DISTINCT FROM NEW.geom::bytea) THEN
    RAISE EXCEPTION 'territory guard: a legal line moves only with a new agreement version' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $guard$;

CREATE TRIGGER legal_line_moves BEFORE UPDATE OR DELETE ON boundary_line FOR EACH ROW EXECUTE FUNCTION guard_legal_line();
CREATE TRIGGER legal_line_emptied BEFORE TRUNCATE ON boundary_line FOR EACH STATEMENT EXECUTE FUNCTION guard_legal_line();

CREATE FUNCTION guard_line_version() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'territory guard: an agreement version is neither changed nor deleted' USING ERRCODE = '23514';
  END IF;
  IF TRIM(NEW.agreement) = '' OR NEW.number <= (SELECT COALESCE(MAX(number), 0) FROM boundary_line_version v
      WHERE v.line_id = NEW.line_id) THEN
    RAISE EXCEPTION 'territory guard: versions follow one another and name their agreement' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $guard$;

CREATE TRIGGER line_version_kept BEFORE INSERT OR UPDATE OR DELETE ON boundary_line_version
  FOR EACH ROW EXECUTE FUNCTION guard_line_version();
CREATE TRIGGER line_version_emptied BEFORE TRUNCATE ON boundary_line_version
  FOR EACH STATEMENT EXECUTE FUNCTION guard_line_version();

CREATE FUNCTION guard_territory() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    IF EXISTS (SELECT 1 FROM legal_side) THEN
      RAISE EXCEPTION 'territory guard: divisions with legal lines are not emptied' USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM legal_side s WHERE s.code = OLD.code) THEN
      RAISE EXCEPTION 'territory guard: a division with legal lines is not deleted' USING ERRCODE = '23514';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT 1 FROM division d JOIN legal_side s ON SUBSTR(d.code, 1, LENGTH(s.prefix)) = s.prefix
        WHERE d.code = NEW.code AND d.geom IS NOT NULL AND d.geom::bytea IS DISTINCT FROM NEW.geom::bytea)
      AND NOT EXISTS (SELECT 1 FROM territory_warrant w WHERE w.division_id = NEW.id AND w.change_seq = NEW.change_seq) THEN
      RAISE EXCEPTION 'territory guard: a further outline of a division with legal lines is written with leave only'
        USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.geom::bytea IS DISTINCT FROM OLD.geom::bytea OR NEW.code <> OLD.code OR NEW.id <> OLD.id)
    AND EXISTS (SELECT 1 FROM legal_side s WHERE SUBSTR(OLD.code, 1, LENGTH(s.prefix)) = s.prefix
      OR SUBSTR(NEW.code, 1, LENGTH(s.prefix)) = s.prefix)
    AND NOT EXISTS (SELECT 1 FROM territory_warrant w WHERE w.division_id = OLD.id AND NEW.id = OLD.id
      AND w.change_seq = NEW.change_seq AND NEW.change_seq > OLD.change_seq) THEN
    RAISE EXCEPTION 'territory guard: the outline of a division with legal lines is written with leave only'
      USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $guard$;

CREATE TRIGGER territory_moves BEFORE INSERT OR UPDATE OR DELETE ON division FOR EACH ROW EXECUTE FUNCTION guard_territory();
CREATE TRIGGER territory_emptied BEFORE TRUNCATE ON division FOR EACH STATEMENT EXECUTE FUNCTION guard_territory();

CREATE FUNCTION guard_warrant() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION 'territory guard: leave once given is not changed' USING ERRCODE = '23514';
END $guard$;

CREATE TRIGGER territory_warrant_kept BEFORE UPDATE ON territory_warrant FOR EACH ROW EXECUTE FUNCTION guard_warrant();
