-- The role that runs the widgets' queries: datasource "widgets". It may SELECT and nothing else.
-- Run by psql 14 or later as a superuser (or as the owner of the database and of the schema
-- public), in the database that holds the data.
-- Environment: SQL_WIDGETS_READER_PASSWORD; SQL_WIDGETS_READER (sql_widgets_reader);
-- SQL_WIDGETS_OWNER (sql_widgets_owner), if there is such a role.
-- May be run again: for a new password, or for tables that came later from another role.

\set ON_ERROR_STOP on
\set owner sql_widgets_owner
\getenv owner SQL_WIDGETS_OWNER
\set reader sql_widgets_reader
\getenv reader SQL_WIDGETS_READER
\set reader_password ''
\getenv reader_password SQL_WIDGETS_READER_PASSWORD

SET sql_widgets.owner = :'owner';
SET sql_widgets.reader = :'reader';
SET sql_widgets.reader_password = :'reader_password';

DO $$
DECLARE
  reader   text := current_setting('sql_widgets.reader');
  password text := current_setting('sql_widgets.reader_password');
BEGIN
  IF password = '' THEN
    RAISE EXCEPTION 'SQL_WIDGETS_READER_PASSWORD is not set';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = reader) THEN
    EXECUTE format('CREATE ROLE %I', reader);
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = reader AND rolsuper) THEN
    RAISE EXCEPTION 'role "%" is a superuser; a reader must not be one', reader;
  END IF;
  EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', reader, password);
END
$$;

RESET sql_widgets.reader_password;

ALTER ROLE :"reader" SET default_transaction_read_only = on;

GRANT CONNECT ON DATABASE :"DBNAME" TO :"reader";

-- The tables that are there, and those that this role makes later.
GRANT USAGE ON SCHEMA public TO :"reader";
GRANT SELECT ON ALL TABLES IN SCHEMA public TO :"reader";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO :"reader";

DO $$
DECLARE
  owner  text := current_setting('sql_widgets.owner');
  reader text := current_setting('sql_widgets.reader');
BEGIN
  -- Those that the product's owner makes later, the example data among them.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = owner) THEN
    EXECUTE format(
      'ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT SELECT ON TABLES TO %I',
      owner, reader);
  END IF;
  -- The two lookup tables are readable by whoever may use their schema.
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'sql_widgets') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA sql_widgets TO %I', reader);
  END IF;
END
$$;
