package org.sqlwidgets.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.openbb.AppsJson;
import org.sqlwidgets.widget.GridData;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.ParamType;

/** Whatever the widgets are and whatever authors write, the client takes what is published. */
class AppPropertyTest {
  private static final Path CASES = Path.of("src/test/resources/apps/cases");

  private record Sample(GridData size, List<Param> params) {}

  @Provide
  Arbitrary<Param> params() {
    return Arbitraries.of(
        Params.lookup("symbol", "symbols", "AAPL"),
        Params.lookup("symbol", "funds"),
        Params.lookup("stock", "symbols", "IBM"),
        Params.of(ParamType.TEXT, "symbol"),
        Params.of(ParamType.DATE, "from", "$currentDate"),
        Params.of(ParamType.DATE, "from", "2020-01-01"),
        Params.of(ParamType.NUMBER, "from"),
        Params.of(ParamType.TICKER, "stock"),
        Params.choice("unit", "year", "month"),
        Params.choice("unit", "year"),
        Params.numbers("unit", 1, 2));
  }

  @Provide
  Arbitrary<List<Sample>> widgets() {
    Arbitrary<GridData> sizes =
        Combinators.combine(
                Arbitraries.integers().between(1, 40), Arbitraries.integers().between(1, 100))
            .as(GridData::new);
    Arbitrary<List<Param>> lists = params().list().uniqueElements(Param::paramName).ofMaxSize(4);
    return Combinators.combine(sizes, lists).as(Sample::new).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 300)
  void folderOfAnyWidgets_isAnAppForTheClient(@ForAll("widgets") List<Sample> widgets) {
    Folder folder = new Folder().app("app.yml", "");
    for (int i = 0; i < widgets.size(); i++) {
      Sample widget = widgets.get(i);
      folder.widget("w" + i + ".sql", widget.size(), widget.params().toArray(Param[]::new));
    }
    AppCatalog catalog = new AppCatalog(Clock.systemUTC());
    catalog.update(folder.snapshot());

    assertThat(catalog.snapshot().problems()).isEmpty();
    assertThat(catalog.snapshot().apps()).hasSize(1);
    assertThat(OpenbbJudge.failures(json(catalog), folder.widgetsJson())).isEmpty();
  }

  /** A good file and what may go wrong with one of its lines. */
  @Provide
  Arbitrary<String> slips() {
    Arbitrary<String> words =
        Arbitraries.of(
            "",
            " ",
            "name",
            "prices",
            "funds",
            "symbol",
            "[",
            "]",
            "{}",
            "5",
            "-1",
            "40",
            "none",
            "null",
            "true",
            "\"\"",
            "$currentDate",
            "@[id:x]",
            ":",
            "Group 1",
            "- ",
            "w: 2",
            "#");
    return Combinators.combine(Arbitraries.of(goodFiles()), words, Arbitraries.randoms())
        .as(
            (text, word, random) -> {
              List<String> tokens = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)", -1)));
              int at = random.nextInt(tokens.size());
              switch (random.nextInt(3)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.set(at, word);
                default -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
              }
              return String.join("", tokens);
            });
  }

  @Property(tries = 1500)
  void fileWithAnySlip_isLeftOutOrTakenByTheClient(@ForAll("slips") String text) {
    Folder folder = AppCasesTest.widgets().app("market/app.yml", text).app("world/app.yml", "");
    AppCatalog catalog = new AppCatalog(Clock.systemUTC());
    catalog.update(folder.snapshot());

    assertThat(OpenbbJudge.failures(json(catalog), folder.widgetsJson())).isEmpty();
    assertThat(catalog.snapshot().apps()).hasSizeBetween(1, 2);
  }

  private static byte[] json(AppCatalog catalog) {
    return AppsJson.write(catalog.snapshot().apps());
  }

  private static List<String> goodFiles() {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> Path.of(file.toString().replace(".json", ".yml")))
          .filter(file -> file.toFile().length() > 0)
          .sorted()
          .map(AppPropertyTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
