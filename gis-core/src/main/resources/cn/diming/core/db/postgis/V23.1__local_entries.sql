CREATE INDEX local_entry_geom ON local_entry USING gist (geom);
COMMENT ON TABLE local_entry IS '地名+';

-- As for the other tables: V15.1__edits_by_hand.sql, where nine kinds come before.
DO $$
DECLARE
  watched TEXT;
BEGIN
  SELECT string_agg(quote_ident(column_name), ', ') INTO watched FROM information_schema.columns
    WHERE table_schema = '${flyway:defaultSchema}' AND table_name = 'local_entry' AND column_name NOT IN
      ('version', 'change_seq', 'created_at', 'created_by', 'updated_at', 'updated_by');
  EXECUTE format('CREATE TRIGGER journal_first BEFORE INSERT OR DELETE OR UPDATE OF %s ON local_entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal_first()', watched);
  EXECUTE format('CREATE TRIGGER journal_update BEFORE UPDATE OF %s ON local_entry FOR EACH ROW
    WHEN (NEW.change_seq = OLD.change_seq) EXECUTE FUNCTION journal_update(''LOCAL_ENTRY'', 10)', watched);
END
$$;
CREATE TRIGGER journal_insert AFTER INSERT ON local_entry REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION journal_insert('LOCAL_ENTRY', 10);
CREATE TRIGGER journal_delete AFTER DELETE ON local_entry REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION journal_delete('LOCAL_ENTRY', 10);
ALTER TABLE local_entry ALTER COLUMN id SET DEFAULT next_record_id(), ALTER COLUMN change_seq SET DEFAULT 0,
  ALTER COLUMN created_at SET DEFAULT now(), ALTER COLUMN updated_at SET DEFAULT now();
