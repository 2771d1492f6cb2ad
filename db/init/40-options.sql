-- The role that forms use to change the options of lookups: datasource "options". Only when
-- SQL_WIDGETS_OPTIONS_PASSWORD is set. The server itself, as the owner, grants it its rights at
-- each start: SELECT, INSERT, UPDATE and DELETE on sql_widgets.lookup_option, SELECT on
-- sql_widgets.lookup, and INSERT on sql_widgets.action_log.
-- Run by psql 14 or later as a superuser, in the database that holds the product's tables.
-- Environment: SQL_WIDGETS_OPTIONS_PASSWORD; SQL_WIDGETS_OPTIONS (sql_widgets_options).
-- May be run again, for a new password too.

\set ON_ERROR_STOP on
\set options sql_widgets_options
\getenv options SQL_WIDGETS_OPTIONS
\set options_password ''
\getenv options_password SQL_WIDGETS_OPTIONS_PASSWORD

SET sql_widgets.options = :'options';
SET sql_widgets.options_password = :'options_password';

DO $$
DECLARE
  options  text := current_setting('sql_widgets.options');
  password text := current_setting('sql_widgets.options_password');
BEGIN
  IF password = '' THEN
    RAISE NOTICE 'SQL_WIDGETS_OPTIONS_PASSWORD is not set: no role for changing options';
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = options) THEN
    EXECUTE format('CREATE ROLE %I', options);
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = options AND rolsuper) THEN
    RAISE EXCEPTION 'role "%" is a superuser; it must not be one', options;
  END IF;
  EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', options, password);
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), options);
END
$$;

RESET sql_widgets.options_password;
