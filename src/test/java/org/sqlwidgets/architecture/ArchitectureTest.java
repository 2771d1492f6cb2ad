package org.sqlwidgets.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.problem.Problem;

/** The packages are stages of one flow; no arrow goes back up. */
class ArchitectureTest {
  private static final String BASE = "org.sqlwidgets";
  private static final String ROOT = "root";

  /** Which packages each package may import, beside itself; told in docs/architecture.md. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      table(
          """
          problem    :
          sql        : problem
          yaml       : problem
          widget     : problem sql
          database   : problem sql
          query      : problem sql widget database
          expect     : problem widget query
          ssrm       : problem sql widget query
          lookup     : problem sql widget database query
          definition : problem sql yaml widget database query ssrm lookup template
          registry   : problem widget database query lookup definition
          apps       : problem yaml widget definition registry
          template   : problem widget query
          openbb     : problem widget query ssrm lookup apps template
          access     : problem openbb
          listen     : access
          cache      : widget query
          live       : widget database query registry openbb
          action     : widget query registry openbb cache
          ops        : problem sql widget database query definition registry apps openbb access cache live
          studio     : problem sql yaml widget database query expect expect lookup definition registry apps \
                       template openbb access cache
          cli        : problem sql widget database query expect lookup definition registry apps openbb
          web        : problem sql yaml widget database query expect ssrm lookup definition registry apps \
                       template openbb access cache live action ops studio cli
          root       : cli
          """);

  /** Which packages alone may use a library. */
  private static final Map<String, Set<String>> MAY_USE =
      table(
          """
          java.sql              : query database
          javax.sql             : query database
          org.flywaydb          : database
          org.snakeyaml         : yaml
          com.fasterxml.jackson : openbb studio ops cli web
          io.micrometer         : ops
          """);

  /** Which packages know no framework: they run and are tested without a container. */
  private static final Map<String, Set<String>> MAY_NOT_USE =
      table(
          """
          io.micronaut : problem sql yaml widget
          jakarta      : problem sql yaml widget
          """);

  /** What people wrote: classes that the annotation processor made begin with a dollar sign. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(file -> !file.matches(Pattern.compile(".*/\\$[^/]*")))
          .importPath(Path.of("target/classes"));

  @Test
  void everyPackage_isInTheTable() {
    assertThat(CLASSES).extracting(ArchitectureTest::stage).isSubsetOf(MAY_IMPORT.keySet());
  }

  @Test
  void imports_betweenPackages_areInTheTable() {
    assertThat(importsThat((from, to) -> !MAY_IMPORT.getOrDefault(from, Set.of()).contains(to)))
        .isEmpty();
  }

  @Test
  void imports_areFound() {
    assertThat(importsThat((from, to) -> from.equals("yaml") && to.equals("problem"))).isNotEmpty();
  }

  @Test
  void packages_haveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching(BASE + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void table_hasNoCycles() {
    Map<String, Set<String>> open = new TreeMap<>(MAY_IMPORT);
    boolean shrinks = true;
    while (shrinks) {
      shrinks = open.values().removeIf(imports -> imports.stream().noneMatch(open::containsKey));
    }

    assertThat(open).isEmpty();
  }

  @Test
  void libraries_areUsedWhereTheyBelong() {
    assertThat(uses(MAY_USE, (users, stage) -> !users.contains(stage))).isEmpty();
  }

  @Test
  void frameworks_stayOutOfThePureStages() {
    assertThat(uses(MAY_NOT_USE, Set::contains)).isEmpty();
  }

  @Test
  void documentedTable_isThisTable() throws IOException {
    assertThat(documented()).containsExactlyInAnyOrderEntriesOf(MAY_IMPORT);
  }

  @Test
  void classFiles_ofJava25_areRead() throws IOException {
    assertThat(CLASSES.get(Problem.class).isRecord()).isTrue();
    try (DataInputStream file =
        new DataInputStream(Problem.class.getResourceAsStream("Problem.class"))) {
      file.skipNBytes(6);
      assertThat(file.readUnsignedShort()).isEqualTo(69);
    }
  }

  /** Imports between two packages of ours for which the condition holds. */
  private static List<String> importsThat(BiPredicate<String, String> condition) {
    return dependencies()
        .filter(dependency -> dependency.getTargetClass().getName().startsWith(BASE + "."))
        .filter(
            dependency -> {
              String from = stage(dependency.getOriginClass());
              String to = stage(dependency.getTargetClass());
              return !from.equals(to) && condition.test(from, to);
            })
        .map(Dependency::getDescription)
        .toList();
  }

  /** Uses of the libraries by packages for which the condition holds. */
  private static List<String> uses(
      Map<String, Set<String>> libraries, BiPredicate<Set<String>, String> condition) {
    return libraries.entrySet().stream()
        .flatMap(
            library ->
                Stream.concat(compiledUses(), Use.imports())
                    .filter(use -> use.target().startsWith(library.getKey() + "."))
                    .filter(use -> condition.test(library.getValue(), use.stage())))
        .map(Use::toString)
        .distinct()
        .toList();
  }

  private static Stream<Use> compiledUses() {
    return dependencies()
        .map(d -> new Use(stage(d.getOriginClass()), d.getTargetClass().getName()));
  }

  private static Stream<Dependency> dependencies() {
    return CLASSES.stream().flatMap(c -> c.getDirectDependenciesFromSelf().stream());
  }

  /** The first word of the package below ours. */
  private static String stage(JavaClass type) {
    return stage(type.getBaseComponentType().getPackageName());
  }

  private static String stage(String packageName) {
    return packageName.equals(BASE)
        ? ROOT
        : packageName.substring(BASE.length() + 1).split("\\.")[0];
  }

  private static Map<String, Set<String>> table(String text) {
    return text.lines()
        .map(line -> line.split(":", -1))
        .collect(toMap(cells -> cells[0].strip(), cells -> words(cells[1])));
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>(List.of(text.strip().split("[ ,]+")));
    words.remove("");
    return words;
  }

  /** The table of docs/architecture.md: {@code | `package` | what it does | may import |}. */
  private static Map<String, Set<String>> documented() throws IOException {
    Pattern row = Pattern.compile("\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|");
    return Files.readAllLines(Path.of("docs/architecture.md")).stream()
        .flatMap(line -> row.matcher(line).results())
        .collect(toMap(cells -> cells.group(1), ArchitectureTest::documentedImports));
  }

  private static Set<String> documentedImports(MatchResult row) {
    return words(row.group(2).replace("–", ""));
  }

  /** A package and a type it uses. */
  private record Use(String stage, String target) {
    private static final Pattern IMPORT =
        Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);

    /** The import lines of the sources: constants leave no trace in class files. */
    static Stream<Use> imports() {
      return Source.all().stream().flatMap(Use::imports);
    }

    private static Stream<Use> imports(Source source) {
      String stage = ArchitectureTest.stage(source.packageName());
      return IMPORT.matcher(source.text()).results().map(line -> new Use(stage, line.group(1)));
    }
  }
}
