package org.sqlwidgets.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the grid beside what it means, said in plain Java.
 *
 * @param model what the grid sends
 * @param test which rows it finds
 */
record RandomCondition(Map<String, @Nullable Object> model, Predicate<BlockRow> test) {
  private static final List<String> TEXT =
      List.of("contains", "notContains", "equals", "notEqual", "startsWith", "endsWith");
  private static final List<String> ORDERED =
      List.of(
          "equals",
          "notEqual",
          "lessThan",
          "lessThanOrEqual",
          "greaterThan",
          "greaterThanOrEqual",
          "inRange");
  private static final List<String> PARTS = List.of("a", "AN", "%", "_", "!", "\\", "'", "5", "nn");

  /** A filter for a column: single, or two or three joined in the new or the old form. */
  static RandomCondition of(String column, Random random) {
    int parts = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
    if (parts == 1) {
      return single(column, random);
    }
    List<RandomCondition> conditions = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      conditions.add(single(column, random));
    }
    boolean and = random.nextBoolean();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("operator", and ? "AND" : "OR");
    if (parts == 2 && random.nextBoolean()) {
      model.put("condition1", conditions.getFirst().model());
      model.put("condition2", conditions.getLast().model());
    } else {
      model.put("conditions", conditions.stream().map(RandomCondition::model).toList());
    }
    return new RandomCondition(
        model,
        row ->
            and
                ? conditions.stream().allMatch(one -> one.test().test(row))
                : conditions.stream().anyMatch(one -> one.test().test(row)));
  }

  private static RandomCondition single(String column, Random random) {
    int choice = random.nextInt(8);
    if (choice == 0) {
      return blank(column, random.nextBoolean());
    }
    if (choice == 1) {
      return set(column, random);
    }
    return switch (column) {
      case "name", "word" -> text(column, random);
      case "sold" -> bool(column, random.nextBoolean());
      case "day", "at" -> date(column, random);
      default -> number(column, random);
    };
  }

  private static RandomCondition blank(String column, boolean blank) {
    return new RandomCondition(
        model("text", blank ? "blank" : "notBlank"),
        row -> {
          Object value = row.get(column);
          return blank == (value == null || (value instanceof String text && text.isBlank()));
        });
  }

  private static RandomCondition set(String column, Random random) {
    List<@Nullable Object> chosen = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      chosen.add(random.nextInt(5) == 0 ? null : BlockRow.value(column, random));
    }
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("filterType", "set");
    List<@Nullable Object> sent = new ArrayList<>();
    chosen.forEach(value -> sent.add(value == null ? null : value.toString()));
    model.put("values", sent);
    return new RandomCondition(model, row -> chosen.contains(row.get(column)));
  }

  private static RandomCondition bool(String column, boolean value) {
    return new RandomCondition(
        model("text", String.valueOf(value)),
        row -> Boolean.valueOf(value).equals(row.get(column)));
  }

  private static RandomCondition text(String column, Random random) {
    String type = TEXT.get(random.nextInt(TEXT.size()));
    String filter =
        random.nextInt(3) == 0
            ? (String) BlockRow.value(column, random)
            : PARTS.get(random.nextInt(PARTS.size()));
    Map<String, @Nullable Object> model = model("text", type);
    model.put("filter", filter);
    String wanted = filter.toLowerCase(Locale.ROOT);
    return new RandomCondition(
        model,
        row -> {
          if (!(row.get(column) instanceof String text)) {
            return false;
          }
          String value = text.toLowerCase(Locale.ROOT);
          return switch (type) {
            case "contains" -> value.contains(wanted);
            case "notContains" -> !value.contains(wanted);
            case "equals" -> value.equals(wanted);
            case "notEqual" -> !value.equals(wanted);
            case "startsWith" -> value.startsWith(wanted);
            default -> value.endsWith(wanted);
          };
        });
  }

  private static RandomCondition number(String column, Random random) {
    String type = ORDERED.get(random.nextInt(ORDERED.size()));
    BigDecimal low = limit(column, random);
    BigDecimal high = limit(column, random);
    Map<String, @Nullable Object> model = model("number", type);
    model.put("filter", random.nextBoolean() ? low : low.toString());
    model.put("filterTo", type.equals("inRange") ? high : null);
    return new RandomCondition(
        model,
        row ->
            row.get(column) != null
                && holds(type, new BigDecimal(row.get(column).toString()), low, low, high));
  }

  /** Now and then one that the column cannot hold. */
  private static BigDecimal limit(String column, Random random) {
    return random.nextInt(5) == 0
        ? BigDecimal.valueOf(random.nextInt(9) - 4).add(new BigDecimal("0.5"))
        : new BigDecimal(BlockRow.value(column, random).toString());
  }

  private static RandomCondition date(String column, Random random) {
    String type = ORDERED.get(random.nextInt(ORDERED.size()));
    LocalDate low = (LocalDate) BlockRow.value("day", random);
    LocalDate high = (LocalDate) BlockRow.value("day", random);
    Map<String, @Nullable Object> model = model("date", type);
    model.put("dateFrom", low + " 00:00:00");
    model.put("dateTo", type.equals("inRange") ? high + " 00:00:00" : null);
    return new RandomCondition(
        model,
        row -> {
          Object value = row.get(column);
          LocalDate day =
              value instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) value;
          return day != null && holds(type, day, low, low, high);
        });
  }

  private static <T extends Comparable<? super T>> boolean holds(
      String type, T value, T wanted, T low, T high) {
    int order = value.compareTo(wanted);
    return switch (type) {
      case "equals" -> order == 0;
      case "notEqual" -> order != 0;
      case "lessThan" -> order < 0;
      case "lessThanOrEqual" -> order <= 0;
      case "greaterThan" -> order > 0;
      case "greaterThanOrEqual" -> order >= 0;
      default -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
    };
  }

  private static Map<String, @Nullable Object> model(String kind, String type) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("filterType", kind);
    model.put("type", type);
    return model;
  }
}
