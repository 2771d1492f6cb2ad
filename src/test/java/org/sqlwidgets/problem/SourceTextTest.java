package org.sqlwidgets.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.problem.SourceText.LineOrigin;

class SourceTextTest {

  @Test
  void atOffset_wholeFile_countsLinesAndColumnsFromOne() {
    SourceText text = SourceText.ofFile("f", "ab\n\ncd");
    assertThat(text.atOffset(0)).isEqualTo(new SourceLocation("f", 1, 1));
    assertThat(text.atOffset(2)).isEqualTo(new SourceLocation("f", 1, 3));
    assertThat(text.atOffset(3)).isEqualTo(new SourceLocation("f", 2, 1));
    assertThat(text.atOffset(5)).isEqualTo(new SourceLocation("f", 3, 2));
    assertThat(text.atOffset(6)).isEqualTo(new SourceLocation("f", 3, 3));
  }

  @Test
  void atOffset_pieceOfAFile_countsFromTheOriginOfEachLine() {
    SourceText text =
        new SourceText("f", "ab\ncd", List.of(new LineOrigin(7, 4), new LineOrigin(9, 1)));
    assertThat(text.atOffset(1)).isEqualTo(new SourceLocation("f", 7, 5));
    assertThat(text.atOffset(4)).isEqualTo(new SourceLocation("f", 9, 2));
  }

  @Test
  void atOffset_everyCharacter_isInItsLine() {
    String text = "\na\n\nbcd\n" + "e\n".repeat(100);
    SourceText source = SourceText.ofFile("f", text);
    for (int i = 0; i <= text.length(); i++) {
      String before = text.substring(0, i);
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      assertThat(source.atOffset(i))
          .isEqualTo(new SourceLocation("f", line, i - before.lastIndexOf('\n')));
    }
  }

  @Test
  void at_lineBeyondTheEnd_isTheLastLine() {
    assertThat(SourceText.ofFile("f", "a\nb").at(9, 1)).isEqualTo(new SourceLocation("f", 2, 1));
  }

  @Test
  void constructor_withoutLines_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceText("f", "", List.of()));
  }
}
