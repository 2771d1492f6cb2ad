package org.sqlwidgets.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.TestServer;

/** How editors, version control and mounts change a folder (docs/reliability.md). */
class FolderChangesTest {
  private static final int BURST = 150;

  @TempDir private Path place;

  private static TestServer serve(Path folder) {
    return TestServer.start(
        Map.of("sql-widgets.directory", folder.toString(), "sql-widgets.example", false));
  }

  private static void write(Path folder, String name, String sql) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), sql);
  }

  private static String data(TestServer server, String id) {
    return server.get("/widgets/" + id).text();
  }

  private static void awaitNumber(TestServer server, String id, int number) throws Exception {
    String wanted = "[{\"x\":" + number + "}]";
    new Snapshots(server).await(id + " is " + number, () -> data(server, id).equals(wanted));
  }

  @Test
  void temporaryFilesOfEditors_areNeitherWidgetsNorProblems() throws Exception {
    write(place, "prices.sql", "SELECT 1 AS x");
    try (TestServer server = serve(place)) {
      for (String name :
          List.of(
              ".prices.sql.swp",
              ".#prices.sql",
              "#prices.sql#",
              "prices.sql~",
              "4913",
              "prices.sql___jb_tmp___",
              "prices.sql.tmp",
              ".goutputstream-ABC123",
              "_draft.sql",
              ".~lock.prices.sql#")) {
        write(place, name, "SELEC wrong");
      }
      write(place, "prices.sql", "SELECT 2 AS x");
      awaitNumber(server, "prices", 2);
      assertThat(server.get("/widgets.json").json()).hasSize(1);
      assertThat(server.get("/problems").json().path("problems")).isEmpty();
    }
  }

  /** As many editors save: the old file becomes a backup, a new one takes its name. */
  @Test
  void fileSavedByRenaming_isServedInItsNewVersion() throws Exception {
    write(place, "prices.sql", "SELECT 1 AS x");
    try (TestServer server = serve(place)) {
      Files.move(place.resolve("prices.sql"), place.resolve("prices.sql~"));
      write(place, ".prices.new", "SELECT 2 AS x");
      Files.move(
          place.resolve(".prices.new"),
          place.resolve("prices.sql"),
          StandardCopyOption.ATOMIC_MOVE);
      awaitNumber(server, "prices", 2);
    }
  }

  @Test
  void checkoutOfManyFiles_isServedWhole_inFewSteps() throws Exception {
    write(place, "w0.sql", "SELECT 0 AS x");
    try (TestServer server = serve(place)) {
      Snapshots snapshots = new Snapshots(server);
      long before = snapshots.version();
      for (int i = 0; i < BURST; i++) {
        write(place, "branch" + i % 7 + "/w" + i + "x.sql", "SELECT " + i + " AS x");
      }
      Files.delete(place.resolve("w0.sql"));
      snapshots.await(
          "all files of the burst", () -> server.get("/widgets.json").json().size() == BURST);
      assertThat(snapshots.version() - before).isLessThan(BURST / 3);
      assertThat(data(server, "w149x")).isEqualTo("[{\"x\":149}]");
      assertThat(server.get("/problems").json().path("problems")).isEmpty();
    }
  }

  @Test
  void folderBehindALink_isServed_andWatched() throws Exception {
    Path real = place.resolve("real");
    write(real, "prices.sql", "SELECT 1 AS x");
    write(place.resolve("elsewhere"), "rates.sql", "SELECT 1 AS x");
    Files.createSymbolicLink(real.resolve("linked"), place.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(place.resolve("link"), real);
    try (TestServer server = serve(link)) {
      write(real, "prices.sql", "SELECT 2 AS x");
      awaitNumber(server, "prices", 2);
      write(place.resolve("elsewhere"), "rates.sql", "SELECT 3 AS x");
      awaitNumber(server, "rates", 3);
    }
  }

  /** As containers mount files: a link to a folder is pointed at another, all at once. */
  @Test
  void linkThatIsPointedElsewhere_servesTheOtherFiles() throws Exception {
    Path widgets = Files.createDirectory(place.resolve("widgets"));
    write(place.resolve("v1"), "prices.sql", "SELECT 1 AS x");
    write(place.resolve("v2"), "prices.sql", "SELECT 2 AS x");
    Files.createSymbolicLink(widgets.resolve("..data"), place.resolve("v1"));
    Files.createSymbolicLink(widgets.resolve("prices.sql"), Path.of("..data/prices.sql"));
    try (TestServer server = serve(widgets)) {
      assertThat(data(server, "prices")).isEqualTo("[{\"x\":1}]");
      Files.createSymbolicLink(widgets.resolve("..new"), place.resolve("v2"));
      Files.move(
          widgets.resolve("..new"), widgets.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
      awaitNumber(server, "prices", 2);
    }
  }
}
