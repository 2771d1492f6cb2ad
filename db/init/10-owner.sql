-- The role that owns the product's tables: datasource "default".
-- Run by psql 14 or later as a superuser, in the database that will hold the tables.
-- Environment: SQL_WIDGETS_OWNER_PASSWORD; SQL_WIDGETS_OWNER (sql_widgets_owner).
-- May be run again, for a new password too.

\set ON_ERROR_STOP on
\set owner sql_widgets_owner
\getenv owner SQL_WIDGETS_OWNER
\set owner_password ''
\getenv owner_password SQL_WIDGETS_OWNER_PASSWORD

SET sql_widgets.owner = :'owner';
SET sql_widgets.owner_password = :'owner_password';

DO $$
DECLARE
  owner    text := current_setting('sql_widgets.owner');
  password text := current_setting('sql_widgets.owner_password');
BEGIN
  IF password = '' THEN
    RAISE EXCEPTION 'SQL_WIDGETS_OWNER_PASSWORD is not set';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = owner) THEN
    EXECUTE format('CREATE ROLE %I', owner);
  END IF;
  EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', owner, password);
END
$$;

RESET sql_widgets.owner_password;

GRANT CONNECT ON DATABASE :"DBNAME" TO :"owner";

-- Our own tables and their histories live in a schema of our own.
CREATE SCHEMA IF NOT EXISTS sql_widgets AUTHORIZATION :"owner";

-- Example data, if it is switched on, is made in the schema public.
GRANT USAGE, CREATE ON SCHEMA public TO :"owner";
