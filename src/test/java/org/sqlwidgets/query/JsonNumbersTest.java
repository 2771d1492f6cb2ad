package org.sqlwidgets.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNumbersTest {

  /** The right column is what ECMAScript's {@code String(x)} gives. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-1, -1",
    "0.1, 0.1",
    "100, 100",
    "1e15, 1000000000000000",
    "123456789012345680000, 123456789012345680000",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "1.5e21, 1.5e+21",
    "1e-6, 0.000001",
    "1e-7, 1e-7",
    "1.25e-7, 1.25e-7",
    "123.456, 123.456",
    "5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "9007199254740993, 9007199254740992",
    "4.35, 4.35",
    "2e-323, 2e-323"
  })
  void double_isWrittenAsEcmaScriptDoes(String value, String expected) {
    assertThat(JsonNumbers.of(Double.parseDouble(value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1e10, 10000000000",
    "3.4028235e38, 3.4028235e+38",
    "1.4e-45, 1e-45",
    "16777216, 16777216",
    "0.3, 0.3"
  })
  void float_isWrittenByItsOwnShortestDigits(String value, String expected) {
    assertThat(JsonNumbers.of(Float.parseFloat(value))).isEqualTo(expected);
  }

  @Property(tries = 5000)
  void double_readsBackEqual(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    Assume.that(Double.isFinite(value) && value != 0);

    assertThat(Double.parseDouble(JsonNumbers.of(value))).isEqualTo(value);
  }

  @Property(tries = 5000)
  void float_readsBackEqual(@ForAll int bits) {
    float value = Float.intBitsToFloat(bits);
    Assume.that(Float.isFinite(value) && value != 0);

    assertThat(Float.parseFloat(JsonNumbers.of(value))).isEqualTo(value);
  }
}
