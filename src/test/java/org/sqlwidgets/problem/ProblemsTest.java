package org.sqlwidgets.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static SourceLocation line(String file, int line) {
    return new SourceLocation(file, line, 1);
  }

  @Test
  void list_isOrderedByPlace_withoutRepetition() {
    Problems problems = new Problems();
    problems.error(line("f", 2), "b");
    problems.warning(line("f", 1), "a");
    problems.error(line("f", 2), "b");
    assertThat(problems.list())
        .containsExactly(Problem.warning(line("f", 1), "a"), Problem.error(line("f", 2), "b"));
  }

  @Test
  void thousandAndFirstOfAFileAndSeverity_isCounted_theOthersAreKept() {
    Problems problems = new Problems();
    for (int i = 1; i <= 5000; i++) {
      problems.warning(line("f", i), "w");
    }
    assertThat(problems.hasErrors()).isFalse();
    problems.error(line("f", 1), "e");
    problems.warning(line("g", 1), "w");
    assertThat(problems.hasErrors()).isTrue();
    List<Problem> list = problems.list();
    assertThat(list).hasSize(1003).contains(Problem.error(line("f", 1), "e"));
    assertThat(list.getFirst())
        .hasToString(
            "f: warning: more than 1000 warnings; the others are reported when these are gone");
    Problems again = new Problems();
    again.addAll(list);
    again.addAll(list);
    assertThat(again.list()).isEqualTo(list);
  }

  @Test
  void longMessage_isCut() {
    assertThat(Problem.hint(line("f", 1), "x".repeat(3000)).message())
        .isEqualTo("x".repeat(1500) + "…");
  }
}
