-- Takes from PUBLIC, that is from every role, what PostgreSQL leaves open in this database and a
-- SELECT could misuse. Superusers keep all of it. Where other applications share the database and
-- need one of these, grant it back to their role by name.
-- Run by psql 14 or later as a superuser, in the database that holds the data.
-- Environment: SQL_WIDGETS_OWNER (sql_widgets_owner), if there is such a role.

\set ON_ERROR_STOP on
\set owner sql_widgets_owner
\getenv owner SQL_WIDGETS_OWNER

SET sql_widgets.owner = :'owner';

-- Making tables in public (open to everybody before PostgreSQL 15), and temporary tables.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE TEMPORARY ON DATABASE :"DBNAME" FROM PUBLIC;

DO $$
DECLARE
  owner text := current_setting('sql_widgets.owner');
  one   record;
BEGIN
  FOR one IN
    SELECT p.oid::regprocedure AS function, p.proname ~ '^pg_(try_)?advisory' AS locks
    FROM   pg_proc p
    WHERE  p.pronamespace = 'pg_catalog'::regnamespace
      AND (-- ending other sessions of the same role: the pool's other connections
           p.proname IN ('pg_terminate_backend', 'pg_cancel_backend')
           -- large objects
        OR p.proname ~ '^lo_' OR p.proname IN ('loread', 'lowrite')
           -- locks that outlive the transaction or that others wait for
        OR p.proname ~ '^pg_(try_)?advisory_(xact_)?lock'
           -- writing to the log of changes from a read-only transaction
        OR p.proname = 'pg_logical_emit_message')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one.function);
    -- Migrations take an advisory lock.
    IF one.locks AND EXISTS (SELECT FROM pg_roles WHERE rolname = owner) THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', one.function, owner);
    END IF;
  END LOOP;
END
$$;
