package org.sqlwidgets.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  @ParameterizedTest
  @ValueSource(strings = {"", "description", "xyz", "n", "x"})
  void of_anotherWord_isNone(String word) {
    assertThat(NearMiss.of(word, KNOWN)).isEmpty();
    assertThat(NearMiss.hint(word, KNOWN)).isEmpty();
  }
}
