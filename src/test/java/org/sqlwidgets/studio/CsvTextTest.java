package org.sqlwidgets.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+SUM(A1)",
        "-cmd|' /C calc'!A0",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uFF1D1+1",
        "-",
        "--5",
        "+1 2",
        "-1.5.2"
      })
  void text_thatSpreadsheetsRun_isAFormula(String text) {
    assertThat(CsvText.isFormula(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "5", "-5", "+5", "-1.25", "-1e-7", "+4512345", " =1", "'=1"})
  void number_orOtherText_isNone(String text) {
    assertThat(CsvText.isFormula(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", "a,b", "a;b", "a\"b", "a\nb", "a\rb", "a\tb"})
  void text_thatWouldBeReadOtherwise_needsQuotes(String text) {
    assertThat(CsvText.needsQuotes(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a b", "ä€", "-5", "'a"})
  void plainText_needsNone(String text) {
    assertThat(CsvText.needsQuotes(text)).isFalse();
  }
}
