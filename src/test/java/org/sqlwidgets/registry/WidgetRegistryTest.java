package org.sqlwidgets.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.cases.CaseCompiler;
import org.sqlwidgets.definition.WidgetFiles;
import org.sqlwidgets.lookup.DatabaseLookups;
import org.sqlwidgets.widget.Query;

/** What a look at the folder reads, and what it leaves as it is. */
class WidgetRegistryTest {
  /** Longer than any test runs. */
  private static final Duration STILL = Duration.ofHours(1);

  @TempDir private Path folder;
  private CaseCompiler compiler;
  private WidgetRegistry registry;

  private Supplier<DatabaseLookups> lookups = () -> DatabaseLookups.NONE;

  @BeforeEach
  void serveTwoFiles() throws IOException {
    compiler = CaseCompiler.onH2();
    write("a.sql", "SELECT 1 AS x");
    write("b.sql", "SELECT 1 AS x");
    registry =
        new WidgetRegistry(
            new WidgetFiles(folder), compiler.compiler(), () -> lookups.get(), Clock.systemUTC());
    registry.refresh();
  }

  @AfterEach
  void stop() {
    compiler.close();
  }

  private void write(String name, String sql) throws IOException {
    Files.writeString(folder.resolve(name), sql);
  }

  private void writtenAgo(String name, Duration ago) throws IOException {
    Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.now().minus(ago)));
  }

  private Query query(String id) {
    return registry.snapshot().widget(id).orElseThrow().query().orElseThrow();
  }

  /** The folder is as it was, so nothing else makes the registry tell it. */
  @Test
  void lookupsThatCannotBeRead_areAProblem_untilTheyCan() {
    lookups =
        () -> {
          throw new IllegalStateException("the database is away");
        };
    registry.refresh();
    assertThat(registry.snapshot().problems())
        .extracting(known -> known.problem().message())
        .containsExactly("the database is away");
    lookups = () -> DatabaseLookups.NONE;
    registry.refresh();
    assertThat(registry.snapshot().problems()).isEmpty();
    assertThat(registry.snapshot().widgets()).hasSize(2);
  }

  @Test
  void fileThatDidNotChange_isNotCompiledAgain() throws IOException {
    Query a = query("a");
    Query b = query("b");
    write("b.sql", "SELECT 2 AS y");
    assertThat(registry.refresh()).isTrue();
    assertThat(query("a")).isSameAs(a);
    assertThat(query("b")).isNotSameAs(b);
  }

  @Test
  void fileThatWasTouchedOnly_isNotCompiledAgain() throws IOException {
    Query a = query("a");
    writtenAgo("a.sql", Duration.ofMinutes(2));
    assertThat(registry.refresh()).isFalse();
    assertThat(query("a")).isSameAs(a);
  }

  @Test
  void fileThatIsBeingWritten_staysAsItWas_untilItIsStill() throws IOException {
    Query a = query("a");
    write("a.sql", "");
    assertThat(registry.refresh(STILL)).isFalse();
    assertThat(registry.isBeingWritten()).isTrue();
    assertThat(query("a")).isSameAs(a);
    assertThat(registry.snapshot().problems()).isEmpty();

    write("a.sql", "SELECT 3 AS x");
    writtenAgo("a.sql", STILL.plusMinutes(1));
    writtenAgo("b.sql", STILL.plusMinutes(1));
    assertThat(registry.refresh(STILL)).isTrue();
    assertThat(registry.isBeingWritten()).isFalse();
    assertThat(query("a")).isNotSameAs(a);
  }

  /** Tables may change while somebody saves a file. */
  @Test
  void fileThatIsBeingWritten_staysAsItWas_whenAllAreDescribedAnew() throws IOException {
    write("a.sql", "");
    registry.describeAnew(query("b"));
    assertThat(registry.isBeingWritten()).isTrue();
    assertThat(registry.snapshot().problems()).isEmpty();
    assertThat(registry.snapshot().widget("a")).isPresent();
  }

  /** Many programs empty a file before they write it. */
  @Test
  void emptyFile_isGivenMoreTime() throws IOException {
    write("a.sql", "");
    writtenAgo("a.sql", STILL.multipliedBy(2));
    writtenAgo("b.sql", STILL.multipliedBy(2));
    assertThat(registry.refresh(STILL)).isFalse();
    assertThat(registry.isBeingWritten()).isTrue();
    writtenAgo("a.sql", STILL.multipliedBy(21));
    assertThat(registry.refresh(STILL)).isTrue();
    assertThat(registry.snapshot().problems()).hasSize(1);
    assertThat(registry.snapshot().widget("a")).isPresent();
  }

  @Test
  void fileFromAClockAheadOfOurs_isRead() throws IOException {
    Query a = query("a");
    write("a.sql", "SELECT 4 AS x");
    writtenAgo("a.sql", STILL.multipliedBy(-30));
    assertThat(registry.refresh(STILL)).isTrue();
    assertThat(query("a")).isNotSameAs(a);
  }

  /** The gallery shows the text of files, and messages quote it. */
  @ParameterizedTest
  @ValueSource(strings = {"secrets.env", "/proc/self/environ", "_app.yml", "nothing"})
  void linkToAFileOfAnotherKind_isNotRead_andAProblemUntilItIsGone(String target)
      throws IOException {
    write("secrets.env", "SELECT 'secret' AS x");
    write("_app.yml", "name: App");
    Path link = Files.createSymbolicLink(folder.resolve("c.sql"), folder.resolve(target));
    boolean leadsSomewhere = Files.exists(link);
    assertThat(registry.refresh()).isEqualTo(leadsSomewhere);
    assertThat(registry.refresh()).as("not compiled again and again").isFalse();
    assertThat(registry.snapshot().widget("c")).isEmpty();
    assertThat(registry.snapshot().compilation().sources()).hasSize(2);
    assertThat(problems()).hasSize(leadsSomewhere ? 1 : 0);
    assertThat(problems())
        .allMatch(text -> text.contains("/c.sql: error: a link to a file of another kind is not"));
    Files.delete(link);
    assertThat(registry.refresh()).isEqualTo(leadsSomewhere);
    assertThat(problems()).isEmpty();
  }

  /** A dump of a database may lie in the folder; it would not fit into the memory. */
  @Test
  void fileThatIsTooLarge_isAProblem_andNotReadWhole() throws IOException {
    try (RandomAccessFile dump = new RandomAccessFile(folder.resolve("dump.sql").toFile(), "rw")) {
      dump.setLength(100L << 30);
    }
    assertThat(registry.refresh()).isTrue();
    assertThat(problems())
        .singleElement()
        .asString()
        .endsWith(
            "/dump.sql: error: file has more than 1048576 bytes (1 MiB), the most that are read;"
                + " split it, or keep it elsewhere");
    assertThat(registry.snapshot().widget("a")).isPresent();
  }

  /** The folder is looked at again and again; a link to all of the machine would take for ever. */
  @Test
  void linkToAFolderWithVeryMuch_isNotFollowed_andTheOtherFilesAreServed(@TempDir Path elsewhere)
      throws IOException {
    Files.writeString(elsewhere.resolve("c.sql"), "SELECT 1 AS x");
    Path many = Files.createDirectory(elsewhere.resolve("many"));
    Path link = Files.createSymbolicLink(folder.resolve("all"), elsewhere);
    assertThat(registry.refresh()).isTrue();
    assertThat(registry.snapshot().widget("c")).isPresent();
    for (int i = 0; i < 5000; i++) {
      Files.createFile(many.resolve("f" + i));
    }
    assertThat(registry.refresh()).isTrue();
    assertThat(registry.snapshot().widget("a")).isPresent();
    assertThat(registry.snapshot().widget("c")).isEmpty();
    assertThat(problems())
        .singleElement()
        .asString()
        .endsWith(
            "/all: error: a link to a folder with more than 5000 files and folders is not"
                + " followed; let it lead to one of widgets alone");
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("/"));
    assertThat(registry.refresh()).as("the same problem").isFalse();
    assertThat(registry.folders()).containsExactly(folder);
    Files.delete(link);
  }

  @Test
  void linkThatIsPointedAtAFileOfAnotherKind_isServedNoMore() throws IOException {
    write("secrets.env", "SELECT 'secret' AS x");
    Files.createSymbolicLink(folder.resolve("c.sql"), folder.resolve("a.sql"));
    assertThat(registry.refresh()).isTrue();
    assertThat(registry.snapshot().widget("c")).isPresent();
    Files.delete(folder.resolve("c.sql"));
    Files.createSymbolicLink(folder.resolve("c.sql"), folder.resolve("secrets.env"));
    assertThat(registry.refresh()).isTrue();
    assertThat(registry.snapshot().widget("c")).isEmpty();
    assertThat(new WidgetFiles(folder).read("c.sql")).isEmpty();
  }

  private List<String> problems() {
    return registry.snapshot().problems().stream()
        .map(known -> known.problem().toString())
        .toList();
  }
}
