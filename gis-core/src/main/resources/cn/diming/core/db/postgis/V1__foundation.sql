-- PostGIS lives in public so that the application's own schema holds only what is ours.
CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;
