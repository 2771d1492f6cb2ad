package org.sqlwidgets.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateExpressionTest {
  /** A Wednesday, half past two at night in Zurich, still Tuesday in New York. */
  private static final Instant NOW = Instant.parse("2024-01-31T01:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "$currentDate, 2024-01-31",
    "$CURRENTDATE, 2024-01-31",
    "$currentDate-1d, 2024-01-30",
    "$currentDate+1d, 2024-02-01",
    "$currentDate-2h, 2024-01-30",
    "$currentDate+1h, 2024-01-31",
    "$currentDate-1w, 2024-01-24",
    "$currentDate+1m, 2024-02-29",
    "$currentDate+1M, 2024-02-29",
    "$currentDate-1q, 2023-10-31",
    "$currentDate-1Y, 2023-01-31",
    "$currentDate-3b, 2024-01-26",
    "$currentDate+3b, 2024-02-05",
    "$currentDate-0d, 2024-01-31"
  })
  void expression_resolvesFromToday(String text, String expected) {
    assertThat(DateExpression.parse(text).orElseThrow().resolve(Clock.fixed(NOW, ZoneId.of("UTC"))))
        .hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"America/New_York, 2024-01-30", "Asia/Tokyo, 2024-01-31"})
  void today_isThatOfTheZone(String zone, String expected) {
    Clock clock = Clock.fixed(NOW, ZoneId.of(zone));

    assertThat(DateExpression.parse("$currentDate").orElseThrow().resolve(clock))
        .hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "currentDate",
        "$currentDate-",
        "$currentDate-1",
        "$currentDate-1x",
        "$currentDate 1d",
        "$currentDate-1.5d",
        "$currentDate-999999d",
        "$currentDate--1d",
        ""
      })
  void otherForms_areNoExpression(String text) {
    assertThat(DateExpression.parse(text)).isEmpty();
  }
}
