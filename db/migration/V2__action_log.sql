-- What forms have changed: one row for each action, written in the transaction of the change.

CREATE TABLE sql_widgets.action_log (
  id           bigint GENERATED ALWAYS AS IDENTITY,
  happened_at  timestamp with time zone DEFAULT current_timestamp NOT NULL,
  action       varchar NOT NULL,
  inputs       varchar NOT NULL,
  changed_rows integer NOT NULL,
  said_user    varchar,
  api_key      varchar,
  CONSTRAINT action_log_pk PRIMARY KEY (id)
);

COMMENT ON TABLE sql_widgets.action_log IS 'What forms have changed; roles that run actions may add rows and nothing else';
COMMENT ON COLUMN sql_widgets.action_log.action IS 'Name of the action';
COMMENT ON COLUMN sql_widgets.action_log.inputs IS 'Values as a JSON object; a secret one is masked';
COMMENT ON COLUMN sql_widgets.action_log.changed_rows IS 'Number of rows that it changed';
COMMENT ON COLUMN sql_widgets.action_log.said_user IS 'Who the client said it was (header X-OpenBB-User); no proof';
COMMENT ON COLUMN sql_widgets.action_log.api_key IS 'Which of the server''s API keys was shown, by its place in the setting; NULL: none is needed';
