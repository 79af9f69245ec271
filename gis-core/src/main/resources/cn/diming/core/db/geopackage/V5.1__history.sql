INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('place_state', 'features', 'place_state', '地名的历史状态', 4490);
