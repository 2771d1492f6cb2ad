package org.sqlwidgets.studio;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.expect.ExpectedWords;
import org.sqlwidgets.expect.Outcome;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Expectation.Check;
import org.sqlwidgets.widget.Widget;

/** Writes what came of a widget's expectations; says nothing that only operators may know. */
public final class ExpectationsJson {
  private ExpectationsJson() {}

  /** The document: each expectation with its checks, what was expected and what was found. */
  public static byte[] write(Widget widget, List<Outcome> outcomes) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", widget.id().value());
    document.put("file", widget.file());
    document.put("met", outcomes.stream().filter(Outcome::isMet).count());
    document.put("expectations", outcomes.stream().map(ExpectationsJson::outcome).toList());
    return JsonTree.write(document);
  }

  private static Map<String, @Nullable Object> outcome(Outcome outcome) {
    boolean ran = outcome.failure().isEmpty();
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("name", outcome.expectation().name());
    keys.put("line", outcome.expectation().at().line());
    keys.put("params", outcome.expectation().params());
    keys.put("met", outcome.isMet());
    keys.put("rows", ran ? outcome.rows() : null);
    keys.put("milliseconds", ran ? BigDecimal.valueOf(outcome.took().toNanos() / 10_000, 2) : null);
    keys.put("failure", outcome.failure().map(Throwable::getMessage).orElse(null));
    keys.put(
        "checks",
        outcome.expectation().checks().stream()
            .map(check -> check(check, ran, found(outcome, check.at())))
            .toList());
    return keys;
  }

  /** A check of a query that failed is neither met nor not met. */
  private static Map<String, @Nullable Object> check(
      Check check, boolean ran, Optional<String> found) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("line", check.at().line());
    keys.put("column", check.at().column());
    keys.put("expected", ExpectedWords.of(check));
    keys.put("met", ran ? found.isEmpty() : null);
    keys.put("found", found.orElse(null));
    return keys;
  }

  private static Optional<String> found(Outcome outcome, SourceLocation at) {
    return outcome.problems().stream()
        .filter(problem -> Objects.equals(problem.location(), at))
        .map(Problem::message)
        .findFirst();
  }
}
