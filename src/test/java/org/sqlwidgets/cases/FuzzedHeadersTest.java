package org.sqlwidgets.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.sqlwidgets.cases.HeaderTree.Keys;
import org.sqlwidgets.definition.Compilation;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.WidgetCompiler;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.lookup.DatabaseLookups;
import org.sqlwidgets.openbb.WidgetsJson;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.yaml.YamlReader;

/**
 * Good headers, changed at random: whatever is still published is right, and nothing else changes.
 *
 * <p>{@code -Dfuzz.factor=50} tries so many times as many changes.
 */
class FuzzedHeadersTest {
  private static final int FACTOR = Integer.getInteger("fuzz.factor", 1);
  private static final String PATH = "fuzzed.sql";
  private static final String OWN_FAULT = "by a fault of SQL Widgets";

  private static final Set<SourceFile.Kind> NEIGHBOURS =
      EnumSet.of(SourceFile.Kind.LOOKUP, SourceFile.Kind.ACTION);

  private static final List<Seed> SEEDS = seeds();
  private static final List<String> KEYS = keys();
  private static final Map<String, List<HeaderTree>> MATERIAL = material();

  private static CaseCompiler database;
  private static DatabaseLookups lookups;
  private static WidgetCompiler compiler;
  private static List<SourceFile> neighbours;
  private static String neighboursJson;
  private static int published;

  /** A good file: its header and its SQL. */
  private record Seed(Keys header, String sql) {}

  @BeforeContainer
  static void start() {
    database = CaseCompiler.onH2();
    lookups = database.storedLookups();
    compiler = database.compiler();
    neighbours = neighbours();
    neighboursJson = json(compile(neighbours).widgets().values());
  }

  @AfterContainer
  static void stop() {
    database.close();
    assertThat(published).as("headers that were still published").isGreaterThan(500);
  }

  @Property(tries = 4000, shrinking = ShrinkingMode.BOUNDED)
  void changedHeader_publishesOnlyWhatTheClientTakes(
      @ForAll("seedNumbers") int seed, @ForAll("changes") List<Long> changes) {
    for (int i = 0; i < FACTOR; i++) {
      check(SEEDS.get(seed), changes, i);
    }
  }

  @Provide
  static Arbitrary<Integer> seedNumbers() {
    return Arbitraries.integers().between(0, SEEDS.size() - 1).withoutEdgeCases();
  }

  @Provide
  static Arbitrary<List<Long>> changes() {
    Arbitrary<Integer> sizes =
        Arbitraries.frequency(Tuple.of(5, 1), Tuple.of(3, 2), Tuple.of(1, 3), Tuple.of(1, 5));
    return sizes.flatMap(size -> Arbitraries.longs().withoutEdgeCases().list().ofSize(size));
  }

  private static void check(Seed seed, List<Long> changes, int salt) {
    Keys header = seed.header().copy();
    for (long change : changes) {
      new HeaderMutation(change + salt, KEYS, MATERIAL).change(header);
    }
    String text = "-- ---\n-- " + String.join("\n-- ", header.lines()) + "\n-- ---\n" + seed.sql();
    List<SourceFile> files = new ArrayList<>(neighbours);
    files.add(
        new SourceFile(PATH, PATH, SourceFile.Kind.WIDGET, text.getBytes(StandardCharsets.UTF_8)));

    Compilation compilation = compile(files);
    List<Widget> others = new ArrayList<>(compilation.widgets().values());
    List<Widget> own = others.stream().filter(widget -> widget.file().equals(PATH)).toList();
    others.removeAll(own);

    assertThat(compilation.problems()).as(text).noneMatch(FuzzedHeadersTest::isOwnFault);
    assertThat(json(others)).as(text).isEqualTo(neighboursJson);
    assertThat(OpenbbJudge.failures(WidgetsJson.write(own))).as(text).isEmpty();
    boolean refused = errors(compilation) > 0;
    boolean hidden = text.contains("publish");
    assertThat(own.isEmpty()).as(text).isEqualTo(refused || (hidden && own.isEmpty()));
    published += own.size();
    assertThat(json(compile(neighbours).widgets().values())).isEqualTo(neighboursJson);
  }

  private static Compilation compile(List<SourceFile> files) {
    return compiler.compile(files, lookups);
  }

  private static boolean isOwnFault(Problem problem) {
    return problem.message().contains(OWN_FAULT);
  }

  private static long errors(Compilation compilation) {
    return compilation.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .count();
  }

  private static String json(Collection<Widget> widgets) {
    return new String(WidgetsJson.write(widgets), StandardCharsets.UTF_8);
  }

  /** Two widgets of their own, and every lookup and action that a seed asks for. */
  private static List<SourceFile> neighbours() {
    Map<String, SourceFile> lookupFiles = new TreeMap<>();
    goodFiles()
        .filter(file -> NEIGHBOURS.contains(file.kind()))
        .forEach(file -> lookupFiles.putIfAbsent(file.kind() + file.stem(), file));
    List<SourceFile> files = new ArrayList<>(lookupFiles.values());
    files.add(neighbour("first_neighbour.sql", "SELECT symbol, month FROM monthly_stock_prices"));
    files.add(
        neighbour(
            "second_neighbour.sql",
            """
            -- ---
            -- params: [{ paramName: symbol, lookup: symbols, value: AAPL }]
            -- ---
            SELECT month, close_usd FROM monthly_stock_prices WHERE symbol = :symbol
            """));
    return files;
  }

  private static SourceFile neighbour(String path, String text) {
    return new SourceFile(
        path, path, SourceFile.Kind.WIDGET, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<SourceFile> goodFiles() {
    return Stream.concat(
        CaseFiles.tree(CaseFiles.EXAMPLES).stream(),
        CaseFiles.in(CaseFiles.GOOD).stream().flatMap(files -> files.files().stream()));
  }

  private static List<Seed> seeds() {
    return goodFiles()
        .filter(file -> file.kind() == SourceFile.Kind.WIDGET)
        .flatMap(file -> seed(new String(file.bytes(), StandardCharsets.UTF_8)).stream())
        .filter(seed -> seed.header().entries().stream().noneMatch(FuzzedHeadersTest::isAction))
        .toList();
  }

  /** Such a header makes its file an action, of which no widget is published. */
  private static boolean isAction(Keys.Entry entry) {
    return entry.key.equals("action");
  }

  /** A file with a header in line comments; others are no seeds. */
  private static Optional<Seed> seed(String text) {
    String[] parts = text.split("(?m)^-- ---\\n", -1);
    if (parts.length != 3 || !parts[0].isEmpty()) {
      return Optional.empty();
    }
    SourceText yaml = SourceText.ofFile(PATH, parts[1].replaceAll("(?m)^-- ?", ""));
    return YamlReader.readMap(yaml, new Problems())
        .map(header -> new Seed((Keys) HeaderTree.of(header), parts[2]));
  }

  /** Every key that a seed has, and all that the client or the product knows besides. */
  private static List<String> keys() {
    Set<String> keys = new TreeSet<>();
    SEEDS.forEach(seed -> addKeys(seed.header(), keys));
    return List.copyOf(keys);
  }

  private static void addKeys(HeaderTree tree, Set<String> keys) {
    switch (tree) {
      case Keys map ->
          map.entries()
              .forEach(
                  entry -> {
                    keys.add(entry.key);
                    addKeys(entry.value, keys);
                  });
      case HeaderTree.Items list -> list.items().forEach(item -> addKeys(item, keys));
      case HeaderTree.Value value -> {}
    }
  }

  /** Every value that a seed has, by its key. */
  private static Map<String, List<HeaderTree>> material() {
    Map<String, List<HeaderTree>> material = new HashMap<>();
    SEEDS.forEach(seed -> addValues(seed.header(), material));
    return material;
  }

  private static void addValues(HeaderTree tree, Map<String, List<HeaderTree>> material) {
    switch (tree) {
      case Keys map ->
          map.entries()
              .forEach(
                  entry -> {
                    material.computeIfAbsent(entry.key, k -> new ArrayList<>()).add(entry.value);
                    addValues(entry.value, material);
                  });
      case HeaderTree.Items list -> list.items().forEach(item -> addValues(item, material));
      case HeaderTree.Value value -> {}
    }
  }
}
