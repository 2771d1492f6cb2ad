package org.sqlwidgets.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table on which random requests are tried.
 *
 * @param values by column; NULL is null
 */
record BlockRow(Map<String, @Nullable Object> values) {
  static final List<String> COLUMNS =
      List.of("id", "name", "word", "qty", "price", "ratio", "sold", "day", "at");

  private static final List<String> TYPES =
      List.of(
          "integer",
          "varchar(20)",
          "varchar(20)",
          "integer",
          "numeric(9,2)",
          "double precision",
          "boolean",
          "date",
          "timestamp");

  private static final List<String> NAMES =
      List.of("Anna", "anna", "ANNE", "50%", "5_0", "a!b", "o'e", "", "  ", "b\\c", "xyz");

  /** Rows with many equal values and many NULLs; the same for the same seed. */
  static List<BlockRow> random(int count, long seed) {
    Random random = new Random(seed);
    List<BlockRow> rows = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      Map<String, @Nullable Object> values = new HashMap<>();
      values.put("id", id);
      for (String column : COLUMNS.subList(1, COLUMNS.size())) {
        values.put(column, random.nextInt(6) == 0 ? null : value(column, random));
      }
      rows.add(new BlockRow(values));
    }
    return rows;
  }

  /** A value that a column may well have. */
  static Object value(String column, Random random) {
    LocalDate day = LocalDate.of(2024, 2, 27).plusDays(random.nextInt(5));
    return switch (column) {
      case "id" -> 1 + random.nextInt(60);
      case "name" -> NAMES.get(random.nextInt(NAMES.size()));
      case "word" -> "abc".substring(random.nextInt(3)).repeat(1 + random.nextInt(2));
      case "qty" -> random.nextInt(7) - 3;
      case "price" -> BigDecimal.valueOf(random.nextInt(9) * 50L, 2);
      case "ratio" -> (random.nextInt(9) - 4) / 4.0;
      case "sold" -> random.nextBoolean();
      case "day" -> day;
      default -> day.atTime(random.nextInt(3) * 6, random.nextInt(2) * 30);
    };
  }

  @Nullable Object get(String column) {
    return values.get(column);
  }

  /** What makes a table of the rows. */
  static String[] table(List<BlockRow> rows) {
    String columns =
        IntStream.range(0, COLUMNS.size())
            .mapToObj(i -> COLUMNS.get(i) + " " + TYPES.get(i))
            .collect(Collectors.joining(", "));
    String lines = rows.stream().map(BlockRow::literals).collect(Collectors.joining(",\n"));
    return new String[] {
      "CREATE TABLE public.block_rows (" + columns + ")",
      "INSERT INTO public.block_rows VALUES " + lines
    };
  }

  private String literals() {
    List<String> literals = new ArrayList<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      literals.add("CAST(" + literal(get(COLUMNS.get(i))) + " AS " + TYPES.get(i) + ")");
    }
    return "(" + String.join(", ", literals) + ")";
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case String text -> "'" + text.replace("'", "''") + "'";
      case LocalDate day -> "'" + day + "'";
      case LocalDateTime time -> "'" + time.toString().replace('T', ' ') + ":00'";
      default -> value.toString();
    };
  }
}
