package org.sqlwidgets.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.definition.Wiring.Use;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Lookup.StoredOptions;

class LinkerTest {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final SourceLocation AT = new SourceLocation("f.sql", 1, 1);
  private static final Lookup LOOKUP =
      new Lookup("l", AT, Optional.empty(), new StoredOptions(List.of(), Optional.empty()));

  /** Params by number, and the numbers of those that each one's options depend on. */
  private static List<Problem> link(Map<Integer, List<Integer>> parents) {
    Map<String, Use> uses = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    parents.forEach(
        (param, others) -> {
          Map<String, Located<String>> sent = new HashMap<>();
          others.forEach(other -> sent.put("k" + other, new Located<>("$p" + other, AT)));
          uses.put("p" + param, new Use("l", AT, sent));
          names.add("p" + param);
        });
    Wiring wiring = new Wiring(uses, List.of(LOOKUP), names, names, Map.of(), Set.of(), true);
    Problems problems = new Problems();
    Assertions.assertTimeoutPreemptively(
        LONGEST, () -> Linker.link(new LookupIndex(), wiring, problems));
    return problems.list().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .toList();
  }

  /** Each param depends on all before it: there are 2^59 ways from the last to the first. */
  @Test
  void manyWaysWithoutACircle_areFollowedOnce() {
    Map<Integer, List<Integer>> parents = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      parents.put(i, java.util.stream.IntStream.range(0, i).boxed().toList());
    }
    assertThat(link(parents)).isEmpty();
  }

  @Test
  void circle_isToldOfEachOfItsParams() {
    assertThat(link(Map.of(1, List.of(2), 2, List.of(3), 3, List.of(1), 4, List.of(1))))
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "the options of \"p1\" depend on \"p2\", which depends on \"p3\", which depends on"
                + " \"p1\"; break the circle",
            "the options of \"p2\" depend on \"p3\", which depends on \"p1\", which depends on"
                + " \"p2\"; break the circle",
            "the options of \"p3\" depend on \"p1\", which depends on \"p2\", which depends on"
                + " \"p3\"; break the circle");
  }
}
