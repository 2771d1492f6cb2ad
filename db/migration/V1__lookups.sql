-- Lookups and options that are kept in the database: where dropdown options come from.
-- A lookup has either a query here or rows in lookup_option, never both.

CREATE TABLE sql_widgets.lookup (
  name         varchar NOT NULL,
  description  varchar,
  query        varchar,
  datasource   varchar,
  parent_param varchar,
  enabled      boolean,
  CONSTRAINT lookup_pk PRIMARY KEY (name)
);

COMMENT ON TABLE sql_widgets.lookup IS 'Lookups kept in the database; each answers at /options/<name>';
COMMENT ON COLUMN sql_widgets.lookup.name IS 'Name that a param''s lookup key gives';
COMMENT ON COLUMN sql_widgets.lookup.query IS 'Query with the columns value, label, description, right_of_description; NULL: the options are rows in lookup_option';
COMMENT ON COLUMN sql_widgets.lookup.datasource IS 'Datasource that runs the query; NULL: widgets';
COMMENT ON COLUMN sql_widgets.lookup.parent_param IS 'Param on which the options depend; NULL: none';
COMMENT ON COLUMN sql_widgets.lookup.enabled IS 'false: not served; NULL: true';

CREATE TABLE sql_widgets.lookup_option (
  lookup               varchar NOT NULL,
  value                varchar NOT NULL,
  label                varchar,
  description          varchar,
  right_of_description varchar,
  parent_value         varchar,
  position             integer,
  is_default           boolean,
  enabled              boolean,
  -- The same value may stand under several parents, but only once without a parent.
  CONSTRAINT lookup_option_uk UNIQUE NULLS NOT DISTINCT (lookup, value, parent_value),
  CONSTRAINT lookup_option_lookup_fk FOREIGN KEY (lookup)
    REFERENCES sql_widgets.lookup (name) ON UPDATE CASCADE ON DELETE CASCADE
);

COMMENT ON TABLE sql_widgets.lookup_option IS 'Options of the lookups that have no query';
COMMENT ON COLUMN sql_widgets.lookup_option.value IS 'What the param becomes when the option is chosen';
COMMENT ON COLUMN sql_widgets.lookup_option.label IS 'What the dropdown shows; NULL: the value';
COMMENT ON COLUMN sql_widgets.lookup_option.description IS 'Second line of the option';
COMMENT ON COLUMN sql_widgets.lookup_option.right_of_description IS 'Text to the right of the second line';
COMMENT ON COLUMN sql_widgets.lookup_option.parent_value IS 'Value of the lookup''s parent_param for which the option shows; NULL: for every value';
COMMENT ON COLUMN sql_widgets.lookup_option.position IS 'Order in the dropdown, then by label';
COMMENT ON COLUMN sql_widgets.lookup_option.is_default IS 'true: preselected; NULL: false';
COMMENT ON COLUMN sql_widgets.lookup_option.enabled IS 'false: not offered; NULL: true';

-- Whoever may use the schema may read the two tables; the histories beside them stay closed.
GRANT SELECT ON sql_widgets.lookup TO PUBLIC;
GRANT SELECT ON sql_widgets.lookup_option TO PUBLIC;
