-- Spatial tables as GeoPackage layers. Geometry columns, R*Tree indexes and their triggers follow from these rows
-- (GeoPackageLayers makes them after each migration). Extents stay NULL: readers take them from the R*Tree.
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('division', 'features', 'division', '行政区划', 4490),
  ('place', 'features', 'place', '地名', 4490),
  ('door_plate', 'features', 'door_plate', '门牌', 4490),
  ('name_sign', 'features', 'name_sign', '地名标志', 4490),
  ('boundary_line', 'features', 'boundary_line', '行政区域界线', 4490),
  ('boundary_marker', 'features', 'boundary_marker', '界桩', 4490),
  ('shop', 'features', 'shop', '乡村店铺', 4490),
  ('facility', 'features', 'facility', '民政设施', 4490),
  ('ground', 'features', 'ground', '底图要素', 4490);

-- The column types are those a GeoPackage knows: GDAL warns of others.
CREATE TABLE SPRING_SESSION (
  PRIMARY_ID TEXT NOT NULL PRIMARY KEY,
  SESSION_ID TEXT NOT NULL UNIQUE,
  CREATION_TIME INTEGER NOT NULL,
  LAST_ACCESS_TIME INTEGER NOT NULL,
  MAX_INACTIVE_INTERVAL INTEGER NOT NULL,
  EXPIRY_TIME INTEGER NOT NULL,
  PRINCIPAL_NAME TEXT
);
CREATE INDEX SPRING_SESSION_EXPIRY ON SPRING_SESSION (EXPIRY_TIME);
CREATE INDEX SPRING_SESSION_PRINCIPAL ON SPRING_SESSION (PRINCIPAL_NAME);
CREATE TABLE SPRING_SESSION_ATTRIBUTES (
  SESSION_PRIMARY_ID TEXT NOT NULL,
  ATTRIBUTE_NAME TEXT NOT NULL,
  ATTRIBUTE_BYTES BLOB NOT NULL,
  PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  FOREIGN KEY (SESSION_PRIMARY_ID) REFERENCES SPRING_SESSION (PRIMARY_ID) ON DELETE CASCADE
);
