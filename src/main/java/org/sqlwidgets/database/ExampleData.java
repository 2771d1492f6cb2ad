package org.sqlwidgets.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the example tables, read from CSV on the class path.
 *
 * <p>{@code db/example/data/tables.txt} lists the tables; the header of {@code <table>.csv} names
 * its columns. Values are sent as the column's own SQL type, so nothing but JDBC is needed and the
 * database never reads a file. An empty value is NULL.
 */
final class ExampleData {

  private static final String FOLDER = "/db/example/data/";
  private static final String SCHEMA = "public";
  private static final int BATCH = 500;

  private ExampleData() {}

  /** Inserts all rows into the empty example tables; the caller owns the transaction. */
  static void load(Connection connection) throws SQLException {
    for (String table : tables()) {
      insert(connection, table, Csv.rows(text(table + ".csv")));
    }
  }

  /** The example tables, in the order in which they are filled. */
  static List<String> tables() {
    return text("tables.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  private static void insert(Connection connection, String table, List<List<String>> rows)
      throws SQLException {
    List<String> columns = rows.getFirst();
    List<Integer> types = types(connection, table, columns);
    try (PreparedStatement insert = connection.prepareStatement(insertSql(table, columns))) {
      int waiting = 0;
      for (List<String> row : rows.subList(1, rows.size())) {
        bind(insert, row, types);
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      insert.executeBatch();
    }
  }

  private static String insertSql(String table, List<String> columns) {
    String placeholders = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "INSERT INTO %s.%s (%s) VALUES (%s)"
        .formatted(SCHEMA, table, String.join(", ", columns), placeholders);
  }

  private static void bind(PreparedStatement insert, List<String> row, List<Integer> types)
      throws SQLException {
    for (int i = 0; i < types.size(); i++) {
      insert.setObject(i + 1, emptyToNull(row.get(i)), types.get(i));
    }
  }

  private static @Nullable String emptyToNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private static List<Integer> types(Connection connection, String table, List<String> columns)
      throws SQLException {
    Map<String, Integer> types = new HashMap<>();
    try (ResultSet found = connection.getMetaData().getColumns(null, SCHEMA, table, null)) {
      while (found.next()) {
        types.put(found.getString("COLUMN_NAME"), found.getInt("DATA_TYPE"));
      }
    }
    return columns.stream().map(column -> type(types, table, column)).toList();
  }

  private static int type(Map<String, Integer> types, String table, String column) {
    Integer type = types.get(column);
    if (type == null) {
      throw new IllegalStateException(
          "example table \"%s\" has no column \"%s\"; it has %s"
              .formatted(table, column, types.keySet()));
    }
    return type;
  }

  private static String text(String name) {
    try (InputStream in = ExampleData.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "\"%s%s\" is not on the class path".formatted(FOLDER, name));
      }
      return new InputStreamReader(in, StandardCharsets.UTF_8).readAllAsString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
