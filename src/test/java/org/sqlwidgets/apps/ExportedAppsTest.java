package org.sqlwidgets.apps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sqlwidgets.definition.SourceFile.Kind;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.openbb.AppsJson;
import org.sqlwidgets.registry.Snapshot.KnownProblem;

/**
 * Each {@code .export} file is an {@code apps.json} beside the app of the folder {@code market};
 * the {@code .txt} file holds what is reported, the {@code .json} file what is published.
 *
 * <p>{@code -Dgolden.update=true} writes both and fails; run it again to see it pass.
 */
class ExportedAppsTest {
  private static final Path CASES = Path.of("src/test/resources/apps/cases/exported");
  private static final String ONE =
      "{\"\": {\"layout\": [{\"i\": \"%s\", \"x\": %d, \"y\": 0, \"w\": 20, \"h\": 9}]}}";

  private final AppCatalog catalog = new AppCatalog(Clock.systemUTC());

  private static Folder folder(String exported) {
    return AppCasesTest.widgets()
        .app("market/app.yml", "groups: none")
        .file("apps.json", Kind.EXPORTED_APPS, exported);
  }

  private List<String> names(String exported) {
    catalog.update(folder(exported).snapshot());
    return catalog.snapshot().apps().stream().map(App::name).toList();
  }

  private static String app(String name, String widget, int x) {
    return "{\"name\": \"%s\", \"tabs\": %s}".formatted(name, ONE.formatted(widget, x));
  }

  @TestFactory
  Stream<DynamicTest> export_isMergedAsExpected() {
    return cases().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path export) throws IOException {
    Folder folder = folder(Files.readString(export));
    AppCatalog catalog = new AppCatalog(Clock.systemUTC());
    catalog.update(folder.snapshot());
    byte[] apps = AppsJson.write(catalog.snapshot().apps());
    assertThat(OpenbbJudge.failures(apps, folder.widgetsJson())).isEmpty();
    golden(export, ".txt", problems(catalog));
    golden(export, ".json", new ObjectMapper().readTree(apps).toPrettyString() + "\n");
  }

  private static String problems(AppCatalog catalog) {
    return catalog.snapshot().problems().stream()
        .map(KnownProblem::problem)
        .filter(problem -> problem.location().file().endsWith("apps.json"))
        .map(problem -> problem + "\n")
        .collect(Collectors.joining());
  }

  private static void golden(Path export, String ending, String found) throws IOException {
    Path golden = Path.of(export.toString().replace(".export", ending));
    String expected = Files.exists(golden) ? Files.readString(golden) : "";
    if (!expected.equals(found) && Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, found);
    }
    assertThat(found).as("%s", golden).isEqualTo(expected);
  }

  @Test
  void appThatBreaks_keepsItsLastGoodVersion_andTheOthersTheirs() {
    assertThat(names("[" + app("A", "prices", 0) + "," + app("B", "returns", 0) + "]"))
        .containsExactly("A", "B", "Market");
    assertThat(names("[" + app("A", "prices", 30) + "," + app("C", "returns", 0) + "]"))
        .containsExactly("C", "A", "B", "Market");
    assertThat(catalog.snapshot().stale()).containsExactly("sql-widgets/apps.json");
    assertThat(names("[")).containsExactly("C", "A", "B", "Market");
    assertThat(names("[" + app("A", "prices", 0) + "]")).containsExactly("A", "Market");
    assertThat(catalog.snapshot().stale()).isEmpty();
  }

  @Test
  void largeExport_isRead() {
    String many =
        java.util.stream.IntStream.range(0, 2000)
            .mapToObj(i -> app("App " + i, "prices", 0))
            .collect(Collectors.joining(",\n", "[", "]"));
    assertThat(many).hasSizeGreaterThan(128 * 1024);
    assertThat(names(many)).hasSize(2001);
  }

  /** A good export and what may go wrong with one of its tokens. */
  @Provide
  Arbitrary<String> slips() {
    Arbitrary<String> words =
        Arbitraries.of(
            "",
            " ",
            "null",
            "[",
            "]",
            "{}",
            "[]",
            "5",
            "-1",
            "40",
            "true",
            "\"\"",
            "\"x\"",
            ":",
            ",",
            "\"prices\"",
            "\"symbol\"",
            "\"$currentDate\"",
            "\"@[id:x]\"",
            "\"Group 1\"",
            "1e400");
    return Combinators.combine(
            Arbitraries.of(cases().stream().map(ExportedAppsTest::read).toList()),
            words,
            Arbitraries.randoms())
        .as(
            (text, word, random) -> {
              List<String> tokens =
                  new java.util.ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)", -1)));
              int at = random.nextInt(tokens.size());
              switch (random.nextInt(3)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.set(at, word);
                default -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
              }
              return String.join("", tokens);
            });
  }

  @Property(tries = 1000)
  void exportWithAnySlip_isTakenByTheClient(@ForAll("slips") String text) {
    Folder folder = folder(text);
    AppCatalog catalog = new AppCatalog(Clock.systemUTC());
    catalog.update(folder.snapshot());
    byte[] apps = AppsJson.write(catalog.snapshot().apps());
    assertThat(OpenbbJudge.failures(apps, folder.widgetsJson())).isEmpty();
    assertThat(catalog.snapshot().apps()).extracting(App::name).contains("Market");
  }

  private static List<Path> cases() {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".export")).sorted().toList();
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
