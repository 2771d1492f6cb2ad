package org.sqlwidgets.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissTest {
  private static final List<String> KNOWN = List.of("name", "category", "subCategory", "id", "w");

  @ParameterizedTest
  @CsvSource({
    "nam, name",
    "nmae, name",
    "names, name",
    "NAME, name",
    "catgeory, category",
    "subcategory, subCategory",
    "di, id",
    "W, w"
  })
  void of_mistypedWord_isTheWordMeant(String word, String meant) {
    assertThat(NearMiss.of(word, KNOWN)).hasValue(meant);
    assertThat(NearMiss.hint(word, KNOWN)).isEqualTo("; did you mean \"" + meant + "\"?");
  }

  @Test
  void manyKnownWords_areNotSearched_andCutInALine() {
    List<String> many = IntStream.range(0, 1001).mapToObj(i -> "w" + i).toList();
    assertThat(NearMiss.of("w1000", many.subList(0, 1000))).hasValue("w100");
    assertThat(NearMiss.of("w1000", many)).isEmpty();
    assertThat(NearMiss.of("x".repeat(101), List.of("x".repeat(100)))).isEmpty();
    assertThat(NearMiss.listed(KNOWN)).isEqualTo("name, category, subCategory, id, w");
    assertThat(NearMiss.listed(many)).startsWith("w0, w1, ").endsWith(", w19 and 981 more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "description", "xyz", "n", "x"})
  void of_anotherWord_isNone(String word) {
    assertThat(NearMiss.of(word, KNOWN)).isEmpty();
    assertThat(NearMiss.hint(word, KNOWN)).isEmpty();
  }
}
