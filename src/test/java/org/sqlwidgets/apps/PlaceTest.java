package org.sqlwidgets.apps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
  private static final Place PLACE = new Place(10, 10, 5, 5);

  @ParameterizedTest
  @CsvSource({
    "10, 10, 5, 5",
    "14, 14, 1, 1",
    "0, 0, 11, 11",
    "0, 12, 40, 1",
    "12, 0, 1, 40",
    "11, 11, 2, 2"
  })
  void places_withACellInCommon_overlap(int x, int y, int w, int h) {
    Place other = new Place(x, y, w, h);

    assertThat(PLACE.overlaps(other)).isTrue();
    assertThat(other.overlaps(PLACE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"15, 10, 5, 5", "5, 10, 5, 5", "10, 15, 5, 5", "10, 5, 5, 5", "0, 0, 10, 10"})
  void places_sideBySide_doNotOverlap(int x, int y, int w, int h) {
    Place other = new Place(x, y, w, h);

    assertThat(PLACE.overlaps(other)).isFalse();
    assertThat(other.overlaps(PLACE)).isFalse();
  }
}
