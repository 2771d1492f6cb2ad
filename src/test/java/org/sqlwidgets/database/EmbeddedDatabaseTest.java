package org.sqlwidgets.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir Path folder;

  @Test
  void fileOfAnotherProcess_isRefusedWithPidStartAndAddress() throws Exception {
    Process other = holder();
    try (BufferedReader out = other.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(HolderProcess.OPEN);
      assertThatThrownBy(this::open)
          .isInstanceOf(DatabaseHeldException.class)
          .hasMessage(
              "the embedded database %s is held by process %d, running since %s, at"
                  + " http://127.0.0.1:7779; stop it, or set datasources.default.url to another"
                  + " file",
              path(), other.pid(), startedAt(other));
    } finally {
      other.getOutputStream().close();
      other.waitFor();
    }
    open().close();
  }

  @Test
  void fileOfAKilledProcess_isOpenedAgain() throws Exception {
    Process other = holder();
    try (BufferedReader out = other.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(HolderProcess.OPEN);
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(files()).contains("widgets.holder");
    open().close();
    assertThat(files()).containsExactly("widgets.mv.db");
  }

  @Test
  void fileOfAnUnknownProcess_isRefusedWithoutAName() throws Exception {
    Process other = holder();
    try (BufferedReader out = other.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(HolderProcess.OPEN);
      Files.delete(folder.resolve("widgets.holder"));
      assertThatThrownBy(this::open)
          .isInstanceOf(DatabaseHeldException.class)
          .hasMessageStartingWith(
              "the embedded database %s is held by another process; stop it", path());
    } finally {
      other.getOutputStream().close();
      other.waitFor();
    }
  }

  @Test
  void fileOpenInTheSameProcess_isRefusedAndTheFirstGoesOn() throws SQLException {
    try (Databases first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(DatabaseHeldException.class)
          .hasMessageContaining("is held by process " + ProcessHandle.current().pid());
      assertThat(TestDatabases.read(first, "SELECT 1")).containsExactly("1");
      assertThat(files()).contains("widgets.holder");
    }
  }

  @Test
  void tables_surviveARestartAndTheReaderIsNew() throws SQLException {
    try (Databases first = open()) {
      TestDatabases.asOwner(
          first,
          "INSERT INTO sql_widgets.lookup (name) VALUES ('kept')",
          "CREATE TABLE public.t (i int)");
    }
    try (Databases second = open()) {
      assertThat(TestDatabases.read(second, "SELECT name FROM sql_widgets.lookup"))
          .containsExactly("kept");
      assertThat(TestDatabases.read(second, "SELECT * FROM t")).isEmpty();
    }
  }

  /** Rights inside the database do not bind who opens its file. */
  @Test
  void folderThatIsMade_isForItsOwnerAlone_andOneThatIsThereStaysAsItIs() throws IOException {
    Path made = folder.resolve("new/data");
    Path there = Files.createDirectory(folder.resolve("there"));
    Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-x---"));
    for (Path place : List.of(made, there)) {
      String url = "jdbc:h2:file:" + place.resolve("widgets");
      TestDatabases.open(Map.of("datasources.default.url", url), false).close();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void shellOfTheDocs_changesALookupWhileTheServerIsStopped() throws Exception {
    TestDatabases.open(Map.of("datasources.default.url", url()), true).close();
    String command = Files.readString(Path.of("docs/databases.md"));
    command = command.substring(command.indexOf("org.h2.tools.Shell"));
    new org.h2.tools.Shell()
        .runTool(
            "-user",
            "sa",
            "-password",
            "",
            "-url",
            option(command, "url").replace("./data/sql-widgets", path().toString()),
            "-sql",
            option(command, "sql"));
    try (Databases databases = open()) {
      assertThat(
              TestDatabases.read(
                  databases, "SELECT label FROM sql_widgets.lookup_option WHERE value = 'america'"))
          .containsExactly("The Americas");
    }
  }

  private static String option(String command, String name) {
    int start = command.indexOf("-" + name + " \"") + name.length() + 3;
    return command.substring(start, command.indexOf('"', start));
  }

  @Test
  void closing_leavesNothingButTheDatabase() {
    open().close();
    assertThat(files()).containsExactly("widgets.mv.db");
  }

  @Test
  void failedStatement_writesNoTraceFile() {
    try (Databases databases = open()) {
      Throwable thrown =
          catchThrowable(() -> TestDatabases.read(databases, "SELECT secret FROM nowhere"));
      assertThat(thrown).isInstanceOf(SQLException.class);
      assertThat(files()).containsExactlyInAnyOrder("widgets.mv.db", "widgets.holder");
    }
  }

  @Test
  void wrongPassword_isToldInOneSentence() {
    open().close();
    assertThatThrownBy(
            () ->
                TestDatabases.open(
                    Map.of("datasources.default.url", url(), "datasources.default.password", "x"),
                    false))
        .isInstanceOf(DatabaseStartException.class)
        .isNotInstanceOf(DatabaseHeldException.class)
        .hasMessageMatching(
            "cannot open the embedded database .*widgets: Wrong user name or password .*; check"
                + " datasources.default.url");
  }

  @Test
  void memoryDatabase_isGoneAfterClosing() throws SQLException {
    Map<String, Object> settings = Map.of("datasources.default.url", "jdbc:h2:mem:short_lived");
    try (Databases first = TestDatabases.open(settings, false)) {
      TestDatabases.asOwner(first, "CREATE TABLE public.t (i int)");
    }
    try (Databases second = TestDatabases.open(settings, false)) {
      TestDatabases.asOwner(second, "CREATE TABLE public.t (i int)");
      assertThat(TestDatabases.read(second, "SELECT * FROM t")).isEmpty();
    }
  }

  private Databases open() {
    return TestDatabases.open(Map.of("datasources.default.url", url()), false);
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HolderProcess.class.getName(),
            url())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Instant startedAt(Process process) {
    return process
        .info()
        .startInstant()
        .orElseThrow()
        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }

  private Path path() {
    return folder.resolve("widgets");
  }

  private String url() {
    return "jdbc:h2:file:" + path();
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
