package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void plainCells_areSplitAtCommas() {
    assertThat(Csv.rows("a,b\n1,2\n")).containsExactly(List.of("a", "b"), List.of("1", "2"));
  }

  @Test
  void lineEnds_mayBeCrLfOrMissingAtTheEnd() {
    assertThat(Csv.rows("a,b\r\n1,2\r\n3,4"))
        .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("3", "4"));
  }

  @Test
  void quotedCell_keepsCommasQuotesAndLineEnds() {
    assertThat(Csv.rows("a,b\n\"x, y\",\"say \"\"hi\"\"\nagain\"\n").get(1))
        .containsExactly("x, y", "say \"hi\"\nagain");
  }

  @Test
  void emptyCells_areEmptyText() {
    assertThat(Csv.rows("a,b,c\n,,\n\"\",x,\n"))
        .containsExactly(List.of("a", "b", "c"), List.of("", "", ""), List.of("", "x", ""));
  }

  @Test
  void rowOfAnotherLength_isRefused() {
    assertThatThrownBy(() -> Csv.rows("a,b\n1,2\n1\n"))
        .hasMessage("row 3 has 1 cells, the header has 2");
  }

  @Test
  void openQuote_isRefused() {
    assertThatThrownBy(() -> Csv.rows("a,b\n\"1,2\n"))
        .hasMessage("a quote is not closed after row 1");
  }
}
