-- Edits that others make in the database by SQL (a GIS, psql, another program) write the journal as well, so that search
-- and map follow them. A row that the application writes is known by its number: it is taken already and not in the
-- journal yet. The functions run with the rights of their owner, so that whoever may edit a table needs no more than that.

CREATE FUNCTION is_our_write(number BIGINT) RETURNS BOOLEAN LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, public AS $$
  SELECT number BETWEEN 1 AND (SELECT value FROM counter WHERE name = 'change')
    AND NOT EXISTS (SELECT 1 FROM change WHERE seq = number)
$$;

-- All edits of one transaction share a number, as the application's do.
CREATE FUNCTION number_by_hand() RETURNS BIGINT LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, public AS $$
DECLARE
  number BIGINT := NULLIF(current_setting('diming.number_by_hand', true), '')::BIGINT;
BEGIN
  IF number IS NULL THEN
    UPDATE counter SET value = value + 1 WHERE name = 'change' RETURNING value INTO number;
    PERFORM set_config('diming.number_by_hand', number::TEXT, true);
  END IF;
  RETURN number;
END
$$;

-- One entry for all rows of a kind; it comes after the deletions, because a number that was deleted may be used again.
CREATE FUNCTION saved_by_hand(record_kind TEXT, position_in_batch INTEGER) RETURNS BIGINT LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, public AS $$
DECLARE
  number BIGINT := number_by_hand();
BEGIN
  INSERT INTO change (seq, part, at, kind, op)
    VALUES (number, 1000000000 + position_in_batch, date_trunc('milliseconds', now()), record_kind, 'BATCH')
    ON CONFLICT DO NOTHING;
  RETURN number;
END
$$;

-- The application takes the journal's counter first and rows afterwards; so does everybody, or they could wait in a circle.
CREATE FUNCTION journal_first() RETURNS TRIGGER LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, public AS $$
BEGIN
  PERFORM 1 FROM counter WHERE name = 'change' FOR UPDATE;
  RETURN NULL;
END
$$;

CREATE FUNCTION journal_update() RETURNS TRIGGER LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, public AS $$
BEGIN
  IF is_our_write(NEW.change_seq) THEN
    RETURN NEW;
  END IF;
  NEW.change_seq := saved_by_hand(TG_ARGV[0], TG_ARGV[1]::INTEGER);
  NEW.version := GREATEST(NEW.version, OLD.version + 1);
  NEW.updated_at := date_trunc('milliseconds', now());
  IF NEW.id <> OLD.id THEN
    PERFORM deleted_by_hand(TG_ARGV[0], ARRAY[OLD.id]);
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION deleted_by_hand(record_kind TEXT, ids BIGINT[]) RETURNS VOID LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, public AS $$
DECLARE
  number BIGINT := number_by_hand();
  last INTEGER;
BEGIN
  SELECT COALESCE(MAX(part), -1) INTO last FROM change WHERE seq = number AND part < 1000000000;
  INSERT INTO change (seq, part, at, kind, op, record_id)
    SELECT number, last + place, date_trunc('milliseconds', now()), record_kind, 'DELETED', id
    FROM unnest(ids) WITH ORDINALITY AS gone (id, place);
END
$$;

CREATE FUNCTION journal_insert() RETURNS TRIGGER LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, public AS $$
DECLARE
  others BIGINT[];
BEGIN
  SELECT array_agg(number) INTO others
    FROM (SELECT DISTINCT change_seq AS number FROM fresh) AS numbers WHERE NOT is_our_write(number);
  IF others IS NOT NULL THEN
    EXECUTE format('UPDATE %I SET change_seq = $1 WHERE id IN (SELECT id FROM fresh WHERE change_seq = ANY ($2))', TG_TABLE_NAME)
      USING saved_by_hand(TG_ARGV[0], TG_ARGV[1]::INTEGER), others;
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION journal_delete() RETURNS TRIGGER LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, public AS $$
DECLARE
  ids BIGINT[];
BEGIN
  SELECT array_agg(id) INTO ids FROM gone WHERE NOT is_our_write(change_seq);
  IF ids IS NOT NULL THEN
    PERFORM deleted_by_hand(TG_ARGV[0], ids);
  END IF;
  RETURN NULL;
END
$$;

-- For rows put in by hand: the number of the record comes from where the application takes it.
CREATE FUNCTION next_record_id() RETURNS BIGINT LANGUAGE sql VOLATILE
  SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, public AS $$
  UPDATE counter SET value = value + 1 WHERE name = 'id' RETURNING value
$$;

DO $$
DECLARE
  kinds TEXT[] := ARRAY['DIVISION', 'PLACE', 'DOOR_PLATE', 'SIGN', 'BOUNDARY_LINE', 'BOUNDARY_MARKER', 'SHOP', 'FACILITY', 'GROUND'];
  kind TEXT;
  tab TEXT;
  watched TEXT;
  arguments TEXT;
BEGIN
  FOREACH kind IN ARRAY kinds LOOP
    tab := CASE kind WHEN 'SIGN' THEN 'name_sign' ELSE lower(kind) END;
    arguments := format('%L, %L', kind, array_position(kinds, kind));
    -- columns that only the application keeps are not watched
    SELECT string_agg(quote_ident(column_name), ', ') INTO watched FROM information_schema.columns
      WHERE table_schema = '${flyway:defaultSchema}' AND table_name = tab AND column_name NOT IN
        ('version', 'change_seq', 'created_at', 'created_by', 'updated_at', 'updated_by', 'name_key', 'state_from');
    EXECUTE format('CREATE TRIGGER journal_first BEFORE INSERT OR DELETE OR UPDATE OF %s ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION journal_first()', watched, tab);
    EXECUTE format('CREATE TRIGGER journal_update BEFORE UPDATE OF %s ON %I FOR EACH ROW
      WHEN (NEW.change_seq = OLD.change_seq) EXECUTE FUNCTION journal_update(%s)', watched, tab, arguments);
    EXECUTE format('CREATE TRIGGER journal_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS fresh
      FOR EACH STATEMENT EXECUTE FUNCTION journal_insert(%s)', tab, arguments);
    EXECUTE format('CREATE TRIGGER journal_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS gone
      FOR EACH STATEMENT EXECUTE FUNCTION journal_delete(%s)', tab, arguments);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN id SET DEFAULT next_record_id(), ALTER COLUMN change_seq SET DEFAULT 0,
      ALTER COLUMN created_at SET DEFAULT now(), ALTER COLUMN updated_at SET DEFAULT now()', tab);
  END LOOP;
END
$$;

-- Wakes the other instances at the commit.
CREATE FUNCTION tell_of_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('diming_change', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER tell_of_change AFTER INSERT ON change FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
