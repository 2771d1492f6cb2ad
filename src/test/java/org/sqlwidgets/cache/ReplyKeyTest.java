package org.sqlwidgets.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.SqlType;

/** Two requests have one key only when nothing that the reply depends on differs. */
class ReplyKeyTest {
  private static final ReplyForm ONE = () -> 0;
  private static final ReplyForm OTHER = () -> 1;

  /** Values that print alike, or nearly so. */
  private static final List<@Nullable Object> VALUES = values();

  private static List<@Nullable Object> values() {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(null);
    values.addAll(
        List.of(
            "",
            "null",
            " ",
            "1",
            "1.0",
            "1.00",
            "01",
            "+1",
            "true",
            "a,b",
            "a",
            "[a, b]",
            "2024-02-01"));
    values.addAll(List.of((short) 1, 1, 1L, 1f, 1d, 0d, -0d, true));
    values.addAll(List.of(new BigDecimal("1"), new BigDecimal("1.0"), new BigDecimal("1E0")));
    values.addAll(List.of(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 1).atStartOfDay()));
    values.add(LocalDateTime.of(2024, 2, 1, 0, 0, 1));
    values.addAll(
        List.of(List.of(), List.of(""), List.of("a,b"), List.of("a", "b"), List.of("b", "a")));
    values.addAll(List.of(List.of(1), List.of("1"), List.of(1, 2), List.of(12), List.of("a", "")));
    return values;
  }

  @Provide
  Arbitrary<ReplyKey> keys() {
    Arbitrary<BoundValue> value =
        Arbitraries.of(SqlType.TEXT, SqlType.INTEGER, SqlType.NUMERIC)
            .flatMap(
                type ->
                    Arbitraries.of(VALUES)
                        .map(v -> new BoundValue(new BindType(type, "x", v instanceof List), v)));
    Arbitrary<Map<String, BoundValue>> params =
        value.list().ofMinSize(1).ofMaxSize(2).map(ReplyKeyTest::named);
    return params.flatMap(
        map ->
            Arbitraries.of(ONE, OTHER)
                .flatMap(
                    form ->
                        Arbitraries.of("SELECT 1", "SELECT 1 ")
                            .map(
                                sql ->
                                    new ReplyKey(0, sql, "widgets", new BoundParams(map), form))));
  }

  private static Map<String, BoundValue> named(List<BoundValue> values) {
    Map<String, BoundValue> named = new LinkedHashMap<>();
    for (BoundValue value : values) {
      named.put("p" + named.size(), value);
    }
    return named;
  }

  /** Everything that counts, written so that different things differ. */
  private static String told(ReplyKey key) {
    StringBuilder text = new StringBuilder();
    text.append(key.sql()).append('|').append(key.form() == ONE);
    key.params()
        .values()
        .forEach((name, value) -> text.append('|').append(name).append(told(value)));
    return text.toString();
  }

  private static String told(BoundValue value) {
    return value.type() + told(value.value());
  }

  private static String told(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.size() + "[" + list.stream().map(ReplyKeyTest::told).toList() + "]";
    }
    return value == null
        ? "nothing"
        : value.getClass().getName() + value.toString().length() + ":" + value;
  }

  @Property(tries = 5000)
  void keys_areEqual_exactlyWhenNothingDiffers(
      @ForAll("keys") ReplyKey one, @ForAll("keys") ReplyKey other) {
    assertThat(one.equals(other)).isEqualTo(told(one).equals(told(other)));
    if (one.equals(other)) {
      assertThat(one.hashCode()).isEqualTo(other.hashCode());
    }
  }
}
