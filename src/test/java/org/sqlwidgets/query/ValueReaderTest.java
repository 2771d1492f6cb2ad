package org.sqlwidgets.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.SqlType;

class ValueReaderTest {
  private final ValueReader reader =
      new ValueReader(Clock.fixed(Instant.parse("2024-03-15T12:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", "1", "yes", "Yes"})
  void boolean_acceptsWordsForTrue(String text) {
    assertThat(reader.read(text, ParamType.BOOLEAN, SqlType.BOOLEAN)).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "FALSE", "0", "no"})
  void boolean_acceptsWordsForFalse(String text) {
    assertThat(reader.read(text, ParamType.BOOLEAN, SqlType.BOOLEAN)).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "2", "t", "wahr", "truee"})
  void boolean_refusesOtherWords(String text) {
    assertThatThrownBy(() -> reader.read(text, ParamType.BOOLEAN, SqlType.BOOLEAN))
        .isInstanceOf(RefusedValueException.class)
        .hasMessage("'%s' is not a boolean; expected true or false", text);
  }

  @Test
  void number_keepsAllDigits() {
    assertThat(reader.read("12345678901234567890.0123456789", ParamType.NUMBER, SqlType.NUMERIC))
        .isEqualTo(new BigDecimal("12345678901234567890.0123456789"));
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "5.0, 5", "+5, 5", "1e3, 1000", "' 7 ', 7"})
  void integer_acceptsWholeNumbersInAnyForm(String text, int expected) {
    assertThat(reader.read(text, ParamType.NUMBER, SqlType.INTEGER)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "5.5, is not a whole number",
    "2147483648, 'is out of range; expected -2147483648 to 2147483647'",
    "abc, is not a number",
    "0x10, is not a number",
    "１２, is not a number",
    "NaN, is not a number",
    "Infinity, is not a number",
    "'1,5', is not a number",
    "--1, is not a number"
  })
  void integer_refusesOthers(String text, String message) {
    assertThatThrownBy(() -> reader.read(text, ParamType.NUMBER, SqlType.INTEGER))
        .isInstanceOf(RefusedValueException.class)
        .hasMessage("'%s' %s", text, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "-1e309"})
  void double_refusesWhatBecomesInfinite(String text) {
    assertThatThrownBy(() -> reader.read(text, ParamType.NUMBER, SqlType.DOUBLE))
        .hasMessageEndingWith("is out of range");
  }

  @Test
  void numeric_refusesExponentsThatWouldFillTheMemory() {
    assertThatThrownBy(() -> reader.read("1e9999", ParamType.NUMBER, SqlType.NUMERIC))
        .isInstanceOf(RefusedValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29",
        "20240229",
        "2024-02-29T23:59:59",
        "2024-02-29T10:00:00Z",
        "2024-02-29 10:00:00",
        "2024-02-29T10:00:00.123456Z",
        "2024-02-29T00:30:00+00:00"
      })
  void date_acceptsTheFormsThatClientsSend(String text) {
    assertThat(reader.read(text, ParamType.DATE, SqlType.DATE))
        .isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-30",
        "2023-02-29",
        "20240230",
        "24-01-01",
        "2024/01/01",
        "01.02.2024",
        "today",
        "2024-1-1",
        "0000-01-01",
        "+12024-01-01",
        "2024-02-29T25:00:00",
        "$currentDate-1x"
      })
  void date_refusesOthers(String text) {
    assertThatThrownBy(() -> reader.read(text, ParamType.DATE, SqlType.DATE))
        .isInstanceOf(RefusedValueException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void date_withOffset_isTheDayInTheZone() {
    assertThat(reader.read("2024-02-29T23:30:00-02:00", ParamType.DATE, SqlType.DATE))
        .isEqualTo(LocalDate.of(2024, 3, 1));
  }

  @Test
  void date_forTimestamps_isMidnight() {
    assertThat(reader.read("2024-02-29", ParamType.DATE, SqlType.TIMESTAMP))
        .isEqualTo(LocalDateTime.of(2024, 2, 29, 0, 0));
    assertThat(reader.read("2024-02-29", ParamType.DATE, SqlType.TIMESTAMPTZ))
        .isEqualTo(OffsetDateTime.parse("2024-02-29T00:00:00Z"));
  }

  @Test
  void text_withNul_isRefused() {
    assertThatThrownBy(() -> reader.read("a\0b", ParamType.TEXT, SqlType.TEXT))
        .isInstanceOf(RefusedValueException.class);
  }

  @Test
  void uuid_ofAnotherForm_isRefused() {
    assertThatThrownBy(() -> reader.read("1-1-1-1-1", ParamType.TEXT, SqlType.UUID))
        .hasMessage("'1-1-1-1-1' is not a UUID");
  }

  @Property(tries = 3000)
  void anyText_givesAValueOrARefusal(
      @ForAll String text, @ForAll ParamType paramType, @ForAll SqlType type) {
    try {
      assertThat(reader.read(text, paramType, type)).isNotNull();
    } catch (RefusedValueException e) {
      assertThat(e).hasMessageMatching("(?s)(?U)[^\\p{Cntrl}]+");
    }
  }
}
