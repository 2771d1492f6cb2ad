package org.sqlwidgets.apps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.openbb.AppsJson;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.registry.Snapshot.KnownProblem;
import org.sqlwidgets.widget.LookupUse;
import org.sqlwidgets.widget.ParamType;

/**
 * Each {@code .yml} file of the case folder is an app in the folder {@code market}; the {@code
 * .txt} file beside it holds what is reported and whether the app is served, the {@code .json}
 * file, if there is one, the published app.
 *
 * <p>{@code -Dgolden.update=true} writes the text files and fails; run it again to see it pass.
 */
class AppCasesTest {
  private static final Path CASES = Path.of("src/test/resources/apps/cases");

  /** The widgets that the cases name. */
  static Folder widgets() {
    return new Folder()
        .widget(
            "market/prices.sql",
            Params.lookup("symbol", "symbols", "AAPL"),
            Params.of(ParamType.DATE, "from", "2003-01-01"),
            Params.of(ParamType.BOOLEAN, "adjusted"))
        .widget(
            "market/returns.sql",
            Params.lookup("symbol", "symbols", "AAPL"),
            Params.of(ParamType.DATE, "from", "2000-01-01"),
            Params.of(ParamType.NUMBER, "how_many", 10),
            Params.choice("unit", "year", "month"))
        .widget(
            "market/funds.sql",
            Params.lookup("symbol", "funds", "SPY"),
            Params.lookup("several", new LookupUse("funds", Map.of()), Map.of("multiSelect", true)),
            Params.numbers("year", 2009, 2010),
            Params.choice("kinds", Map.of("multiSelect", true), "stock", "bond"))
        .widget("market/quote.sql", Params.of(ParamType.TICKER, "ticker", "AAPL"))
        .widget("world/countries.sql")
        .widget("world/stocks.sql", Params.choice("unit", "week", "year"))
        .former("old_prices", "prices")
        .problem(Problem.error(new SourceLocation("sql-widgets/market/broken.sql", 3, 1), "wrong"));
  }

  @TestFactory
  Stream<DynamicTest> problems_areReported() throws IOException {
    return cases().stream()
        .map(yml -> DynamicTest.dynamicTest(yml.getFileName().toString(), () -> check(yml)));
  }

  @Test
  void cases_areFound() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(40);
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  private static void check(Path yml) throws IOException {
    Folder folder = widgets().app("market/app.yml", Files.readString(yml));
    AppCatalog catalog = new AppCatalog(Clock.systemUTC());
    catalog.update(folder.snapshot());
    byte[] apps = AppsJson.write(catalog.snapshot().apps());
    Path golden = Path.of(yml.toString().replace(".yml", ".txt"));
    checkText(golden, text(catalog.snapshot()));
    assertThat(OpenbbJudge.failures(apps, folder.widgetsJson())).isEmpty();
    Path json = Path.of(yml.toString().replace(".yml", ".json"));
    if (Files.exists(json)) {
      checkJson(json, apps);
    }
  }

  private static void checkJson(Path golden, byte[] apps) throws IOException {
    checkText(golden, new ObjectMapper().readTree(apps).toPrettyString() + "\n");
  }

  private static void checkText(Path golden, String found) throws IOException {
    String expected = Files.exists(golden) ? Files.readString(golden) : "";
    if (!expected.equals(found) && Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, found);
    }
    assertThat(found).as("%s", golden).isEqualTo(expected);
  }

  private static String text(AppSnapshot snapshot) {
    return snapshot.problems().stream()
            .map(KnownProblem::problem)
            .filter(problem -> problem.location().file().endsWith("app.yml"))
            .map(problem -> problem.toString().replace("sql-widgets/market/", "") + "\n")
            .collect(Collectors.joining())
        + (snapshot.apps().isEmpty() ? "the app is left out\n" : "the app is served\n");
  }
}
