package org.sqlwidgets.contract;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files that take hostile values. */
final class HostileFiles {
  /**
   * The types that a list of values can be bound as (widget-file §7), with what they are cast to.
   */
  static final Map<String, String> LIST_TYPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("smallint", "smallint"),
              Map.entry("integer", "integer"),
              Map.entry("bigint", "bigint"),
              Map.entry("numeric", "numeric(1000, 20)"),
              Map.entry("real", "real"),
              Map.entry("double", "double precision"),
              Map.entry("boolean", "boolean"),
              Map.entry("date", "date"),
              Map.entry("timestamp", "timestamp"),
              Map.entry("timestamptz", "timestamp with time zone"),
              Map.entry("time", "time"),
              Map.entry("uuid", "uuid"),
              Map.entry("text", "varchar")));

  /** A list and a single value of each of the types. */
  private static final String LISTS =
      "-- ---\n"
          + "-- columns: { one_bigint: { cellDataType: text }, one_numeric: { cellDataType: text }"
          + " }\n"
          + "-- params:\n"
          + each(
              "--   - { paramName: %1$s, type: text, sqlType: %1$s, multiple: true }\n"
                  + "--   - { paramName: one_%1$s, type: text, sqlType: %1$s }\n",
              "")
          + "-- ---\nSELECT\n"
          + each(
              "CAST(:%1$s AS %2$s ARRAY) AS \"%1$s\", CAST(:one_%1$s AS %2$s) AS \"one_%1$s\"",
              ",\n");

  private static String each(String line, String between) {
    return LIST_TYPES.entrySet().stream()
        .map(type -> line.formatted(type.getKey(), type.getValue()))
        .collect(Collectors.joining(between));
  }

  static final Map<String, String> FILES =
      pairs(
          "equal.sql",
          "SELECT id, CAST(:v AS varchar) AS echo FROM hostile_row WHERE name = :v ORDER BY id\n",
          "lookups/equals.sql",
          "SELECT CAST(id AS varchar) AS value FROM hostile_row WHERE name = :v ORDER BY id\n",
          "uses.sql",
          """
          -- ---
          -- params:
          --   - { paramName: v }
          --   - { paramName: w, lookup: equals }
          --   - paramName: u
          --     optionsQuery: SELECT CAST(id AS varchar) AS value FROM hostile_row WHERE name = :v ORDER BY id
          -- ---
          SELECT 1 AS one WHERE 'x' = :v AND 'x' = :w AND 'x' = :u
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
          "lists.sql",
          LISTS,
          "documents.sql",
          """
          -- ---
          -- type: multi_file_viewer
          -- params:
          --   - paramName: file
          --     optionsQuery: SELECT name AS value FROM hostile_row
          --     multiSelect: true
          --     roles: [fileSelector]
          -- ---
          SELECT name AS file, name || '.txt' AS filename, CAST(id AS varchar) AS content
          FROM hostile_row WHERE name IN (:file) ORDER BY id
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
          "frame.sql",
          """
          -- ---
          -- type: iframe
          -- ---
          SELECT 'https://pages.example/' || COALESCE(:v, '') AS page
          """,
          "still.sql",
          """
          -- ---
          -- type: iframe
          -- url: https://pages.example/
          -- ---
          """,
          "actions/keep.sql",
          """
          -- ---
          -- params: [{ paramName: id, type: number }, { paramName: v, required: true }]
          -- ---
          INSERT INTO hostile_form (id, name) VALUES (:id, :v)
          """);

  private HostileFiles() {}

  private static Map<String, String> pairs(String... pathsAndTexts) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return files;
  }
}
