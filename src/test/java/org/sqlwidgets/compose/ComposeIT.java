package org.sqlwidgets.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.HttpReply;

/** What docs/operations.md promises of the containers. */
@Tag("docker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeIT {
  /** How soon a change must show (within 2 s), and the time of the last request. */
  private static final Duration SOON = Duration.ofMillis(2500);

  private ComposeProject project;

  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    project = ComposeProject.in(folder);
    project.run("build");
  }

  /** Starts what the test before has stopped. */
  @BeforeEach
  void up() {
    project.run("up", "-d", "--wait");
  }

  @AfterAll
  void down() {
    project.run("down", "-v", "--rmi", "local");
    assertThat(project.leftovers()).isEmpty();
  }

  @Test
  void missingPassword_stopsWithASentence() throws IOException {
    for (String role : List.of("SUPERUSER", "OWNER", "READER")) {
      String variable = "SQL_WIDGETS_%s_PASSWORD".formatted(role);

      ComposeProject.Outcome outcome =
          project.attempt("--env-file", project.settingsWithout(variable), "config", "-q");

      assertThat(outcome.exitCode()).isNotZero();
      assertThat(outcome.output())
          .contains(variable + " is missing a value: set it in the file .env, see .env.example");
    }
  }

  @Test
  void exampleFile_namesEveryPassword() throws IOException {
    assertThat(Files.readAllLines(Path.of(".env.example")))
        .contains(
            "SQL_WIDGETS_SUPERUSER_PASSWORD=",
            "SQL_WIDGETS_OWNER_PASSWORD=",
            "SQL_WIDGETS_READER_PASSWORD=");
  }

  @Test
  void widgetsAndApps_passTheJudge() {
    byte[] widgets = get("/widgets.json").body();

    assertThat(OpenbbJudge.failures(widgets)).isEmpty();
    assertThat(OpenbbJudge.failures(get("/apps.json").body(), widgets)).isEmpty();
  }

  @Test
  void everyExample_isServedWithoutProblems() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("sql-widgets"))) {
      List<String> ids =
          files
              .filter(file -> file.toString().endsWith(".sql"))
              .filter(file -> !file.getParent().endsWith("lookups"))
              .filter(file -> !file.getParent().endsWith("actions"))
              .map(file -> file.getFileName().toString().replace(".sql", ""))
              .toList();
      assertThat(get("/widgets.json").json().fieldNames()).toIterable().containsAll(ids);
    }
  }

  @Test
  void widget_givesTheDataOfTheDatabase() {
    String count = psql("postgres", "SELECT count(DISTINCT symbol) FROM monthly_stock_prices");

    assertThat(get("/widgets/stock_list").json()).hasSize(Integer.parseInt(count.strip()));
  }

  @Test
  void optionChangedWithSql_showsInTheDropdown() {
    psql(
        "postgres",
        """
        UPDATE sql_widgets.lookup_option SET label = 'The Americas'
        WHERE lookup = 'regions' AND value = 'america'
        """);

    assertSoon(() -> get("/options/regions").text().contains("\"The Americas\""));
  }

  @Test
  void fileAddedEditedAndDeletedOnTheHost_changesWhatIsServed() throws IOException {
    Path file = project.widgets().resolve("start/from_the_host.sql");

    Files.writeString(file, "SELECT 1 AS first\n");
    assertSoon(() -> get("/widgets/from_the_host").text().equals("[{\"first\":1}]"));

    Files.writeString(file, "SELECT 2 AS second\n");
    assertSoon(() -> get("/widgets/from_the_host").text().equals("[{\"second\":2}]"));

    Files.delete(file);
    assertSoon(() -> get("/widgets/from_the_host").status() == 404);
  }

  @Test
  void reader_mayOnlySelect() {
    for (String statement :
        List.of(
            "INSERT INTO sql_widgets.lookup (name) VALUES ('x')",
            "UPDATE sql_widgets.lookup_option SET label = 'x'",
            "DELETE FROM monthly_stock_prices",
            "CREATE TABLE public.of_the_reader (id integer)",
            "CREATE TEMP TABLE of_the_reader (id integer)",
            "CREATE SCHEMA of_the_reader",
            "COPY monthly_stock_prices TO '/tmp/copied'",
            "COPY monthly_stock_prices TO PROGRAM 'cat'",
            "SELECT pg_read_file('/etc/passwd')",
            "SELECT lo_create(0)")) {
      assertThat(project.attempt(psqlCommand("sql_widgets_reader", statement)))
          .as(statement)
          .satisfies(outcome -> assertThat(outcome.exitCode()).isNotZero())
          .satisfies(outcome -> assertThat(outcome.output()).contains("permission denied"));
    }
    assertThat(psql("sql_widgets_reader", "SELECT count(*) FROM monthly_stock_prices").strip())
        .isNotEqualTo("0");
  }

  @Test
  void server_hasNoRights() {
    assertThat(inApp("id", "-u")).isEqualTo("10001\n");
    assertThat(inApp("grep", "-E", "^(CapEff|CapPrm|NoNewPrivs):", "/proc/1/status"))
        .contains("CapEff:\t0000000000000000", "CapPrm:\t0000000000000000", "NoNewPrivs:\t1");
    for (String place : List.of("/file", "/app/file", "/sql-widgets/file", "/home/file")) {
      assertThat(project.attempt("exec", "-T", "app", "touch", place))
          .as(place)
          .satisfies(outcome -> assertThat(outcome.exitCode()).isNotZero());
    }
  }

  @Test
  void ports_areOfThisMachineOnly() {
    assertThat(project.run("port", "app", "7779").strip()).isEqualTo("127.0.0.1:" + project.port());
    assertThat(project.run("ps", "--format", "{{.Ports}}", "db")).doesNotContain("->");
  }

  @Test
  void databaseGone_isSaid_andComesBack() {
    project.run("stop", "db");
    assertThat(get("/widgets/stock_list").status()).isEqualTo(503);
    assertThat(get("/health").status()).isEqualTo(200);

    up();
    assertSoon(() -> get("/widgets/stock_list").status() == 200);
  }

  @Test
  void stop_letsRepliesUnderWayFinish() throws IOException {
    Path file = project.widgets().resolve("start/slow.sql");
    Files.writeString(file, "SELECT 1 AS slow FROM pg_sleep(3)\n");
    assertSoon(() -> get("/widgets.json").text().contains("/widgets/slow"));

    CompletableFuture<HttpReply> underWay =
        CompletableFuture.supplyAsync(() -> get("/widgets/slow"));
    assertSoon(() -> sleepers().equals("1"));
    project.run("stop", "app");

    assertThat(underWay.join().text()).isEqualTo("[{\"slow\":1}]");
    assertThat(project.run("ps", "-a", "--format", "{{.ExitCode}}", "app")).isEqualTo("143\n");
    Files.delete(file);
  }

  private String sleepers() {
    return psql(
            "postgres",
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE usename = 'sql_widgets_reader' AND wait_event = 'PgSleep'
            """)
        .strip();
  }

  @Test
  void data_outliveTheContainers() {
    psql("postgres", "INSERT INTO sql_widgets.lookup (name) VALUES ('kept')");
    psql(
        "postgres",
        "INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('kept', 'still here')");

    project.run("down");
    up();

    assertThat(get("/options/kept").text()).contains("still here");
  }

  private HttpReply get(String path) {
    try (HttpConnection connection = HttpConnection.to(project.port())) {
      return connection.exchange(
          "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));
    }
  }

  private String inApp(String... command) {
    return project.run(
        Stream.concat(Stream.of("exec", "-T", "app"), Stream.of(command)).toArray(String[]::new));
  }

  private String psql(String user, String sql) {
    return project.run(psqlCommand(user, sql));
  }

  /** A role can switch its own read-only default off, so that must not be what holds it. */
  private static String[] psqlCommand(String user, String sql) {
    String readWrite = "SET default_transaction_read_only = off";
    return new String[] {
      "exec",
      "-T",
      "db",
      "psql",
      "-qAt",
      "-U",
      user,
      "-d",
      "sql_widgets",
      "-c",
      readWrite,
      "-c",
      sql
    };
  }

  private static void assertSoon(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(SOON);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
