package org.sqlwidgets.contract;

import java.util.Map;

/** The files that take hostile values. */
final class HostileFiles {
  static final Map<String, String> FILES =
      Map.of(
          "equal.sql",
          "SELECT id, CAST(:v AS varchar) AS echo FROM hostile_row WHERE name = :v ORDER BY id\n",
          "lookups/equals.sql",
          "SELECT CAST(id AS varchar) AS value FROM hostile_row WHERE name = :v ORDER BY id\n",
          "uses.sql",
          """
          -- ---
          -- params: [{ paramName: v }, { paramName: w, lookup: equals }]
          -- ---
          SELECT 1 AS one WHERE 'x' = :v AND 'x' = :w
          """,
          "typed.sql",
          """
          -- ---
          -- columns: { bigint: { cellDataType: text }, numeric: { cellDataType: text } }
          -- params:
          --   - { paramName: smallint, type: number }
          --   - { paramName: integer, type: number }
          --   - { paramName: bigint, type: text }
          --   - { paramName: numeric, type: number }
          --   - { paramName: real, type: text }
          --   - { paramName: double, type: number }
          --   - { paramName: boolean, type: boolean }
          --   - { paramName: date, type: date }
          --   - { paramName: timestamp, type: date }
          --   - { paramName: timestamptz, type: text }
          --   - { paramName: time, type: text }
          --   - { paramName: uuid, type: text }
          --   - { paramName: choice, options: [one, two] }
          --   - { paramName: several, type: text, multiple: true }
          -- ---
          SELECT CAST(:smallint AS smallint) AS "smallint", CAST(:integer AS integer) AS "integer",
            CAST(:bigint AS bigint) AS "bigint", CAST(:numeric AS numeric(1000, 20)) AS "numeric",
            CAST(:real AS real) AS "real", CAST(:double AS double precision) AS "double",
            CAST(:boolean AS boolean) AS "boolean", CAST(:date AS date) AS "date",
            CAST(:timestamp AS timestamp) AS "timestamp",
            CAST(:timestamptz AS timestamp with time zone) AS "timestamptz",
            CAST(:time AS time) AS "time", CAST(:uuid AS uuid) AS "uuid", :choice || '' AS "choice",
            (SELECT count(*) FROM hostile_row WHERE name IN (:several)) AS "several"
          """,
          "block.sql",
          """
          -- ---
          -- type: ssrm_table
          -- ---
          SELECT id, name FROM hostile_row ORDER BY id
          """,
          "answer.sql",
          """
          -- ---
          -- type: omni
          -- ---
          SELECT id, :prompt || '' AS echo FROM hostile_row WHERE name = :prompt ORDER BY id
          """,
          "live.sql",
          """
          -- ---
          -- type: live_grid
          -- data: { wsRowIdColumn: id }
          -- ---
          SELECT id, :v || '' AS echo FROM hostile_row WHERE name = :v ORDER BY id
          """,
          "actions/keep.sql",
          """
          -- ---
          -- params: [{ paramName: id, type: number }, { paramName: v, required: true }]
          -- ---
          INSERT INTO hostile_form (id, name) VALUES (:id, :v)
          """);

  private HostileFiles() {}
}
