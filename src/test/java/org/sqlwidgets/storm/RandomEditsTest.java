package org.sqlwidgets.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.storm.EditedFile.Edit;
import org.sqlwidgets.testing.TestServer;

/**
 * A thousand random edits while requests run (docs/reliability.md).
 *
 * <p>{@code -Dstorm.seed=…} repeats a run, {@code -Dstorm.edits=…} makes it longer.
 */
class RandomEditsTest {
  private static final int EDITS = Integer.getInteger("storm.edits", 1000);
  private static final int WARM_UP = 100;
  private static final int BETWEEN_RESTORES = 300;
  private static final int READERS = 3;
  private static final long MOST_GROWTH = 8L * 1024 * 1024;
  private static final List<String> EDITED =
      List.of(
          "world/most_populous_countries.sql",
          "world/income_groups.sql",
          "economy/unemployed_over_time.sql",
          "start/hello_world.sql",
          "market/latest_prices.sql");

  private final ReadWriteLock quiet = new ReentrantReadWriteLock(true);
  private final List<EditedFile> edited = new ArrayList<>();
  private Snapshots snapshots;
  private int mark;

  @Test
  void aThousandRandomEdits_showNoHalfState_touchNoOtherWidget_andLeaveMemoryFlat(
      @TempDir Path folder, @TempDir Path other) throws Exception {
    long seed = Long.getLong("storm.seed", System.nanoTime());
    WidgetFolder.copy(folder);
    mark(folder);
    try (TestServer server = WidgetFolder.serve(folder);
        GoodAnswers good = new GoodAnswers(WidgetFolder.copy(other))) {
      snapshots = new Snapshots(server);
      for (String path : EDITED) {
        edited.add(new EditedFile(folder, path));
      }
      Served first = Served.by(server);
      Watcher watcher = new Watcher(server.port(), first, edited, good, quiet);
      List<Thread> readers = new ArrayList<>();
      for (EditedFile file : edited) {
        learn(good, first, file, file.after(Edit.RESTORE, new Random(seed)));
      }
      for (int i = 0; i < READERS; i++) {
        long own = seed + i;
        readers.add(Thread.ofPlatform().start(() -> watcher.ask(own)));
      }
      storm(server, folder, first, good, watcher, new Random(seed));
      watcher.end();
      for (Thread reader : readers) {
        reader.join();
      }
      assertThat(watcher.replies()).isGreaterThan(EDITS);
    } catch (Throwable e) {
      throw new AssertionError("repeat it with -Dstorm.seed=" + seed, e);
    }
  }

  private void storm(
      TestServer server,
      Path folder,
      Served first,
      GoodAnswers good,
      Watcher watcher,
      Random random)
      throws Exception {
    Footprint early = null;
    for (int edits = 1; edits <= EDITS; edits++) {
      EditedFile file = edited.get(random.nextInt(edited.size()));
      edit(good, first, file, Edit.values()[random.nextInt(Edit.values().length)], random);
      if (random.nextInt(6) == 0) {
        markAndAwait(server, folder);
      }
      assertThat(watcher.failures()).as("after edit %d", edits).isEmpty();
      if (edits % BETWEEN_RESTORES == WARM_UP || edits == EDITS) {
        Footprint now = restored(server, folder, first, good, random);
        early = early == null ? now : early;
        if (edits == EDITS) {
          assertFlat(early, now);
        }
      }
    }
  }

  private void edit(GoodAnswers good, Served first, EditedFile file, Edit edit, Random random)
      throws IOException {
    byte[] after = file.after(edit, random);
    learn(good, first, file, after);
    file.apply(edit, after, random);
  }

  private static void learn(GoodAnswers good, Served first, EditedFile file, byte[] version)
      throws IOException {
    if (version != null) {
      good.learn(file, first.addresses().get(file.id()), version);
    }
  }

  /** Restores all files; the first answers are back, and nobody asks while they are compared. */
  private Footprint restored(
      TestServer server, Path folder, Served first, GoodAnswers good, Random random)
      throws Exception {
    for (EditedFile file : edited) {
      edit(good, first, file, Edit.RESTORE, random);
    }
    markAndAwait(server, folder);
    markAndAwait(server, folder);
    quiet.writeLock().lock();
    try {
      Served again = Served.by(server);
      again.entries().put(Watcher.MARK, first.entries().get(Watcher.MARK));
      again.data().put(Watcher.MARK, first.data().get(Watcher.MARK));
      assertThat(again).isEqualTo(first);
      assertThat(server.get("/problems").json().path("problems")).isEmpty();
      return Footprint.now();
    } finally {
      quiet.writeLock().unlock();
    }
  }

  private static void assertFlat(Footprint early, Footprint late) {
    assertThat(late.heap() - early.heap()).as("%s, then %s", early, late).isLessThan(MOST_GROWTH);
    assertThat(late.threads() - early.threads()).as("%s, then %s", early, late).isLessThan(5);
    assertThat(late.files() - early.files()).as("%s, then %s", early, late).isLessThan(5);
  }

  /** Whole at once: a disk that stalls may keep a file empty for longer than it is given time. */
  private void mark(Path folder) throws IOException {
    mark++;
    Path whole = folder.resolve("." + Watcher.MARK);
    Files.writeString(whole, "SELECT " + mark + " AS number\n");
    Files.move(whole, folder.resolve(Watcher.MARK + ".sql"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Waits until a file that is written now is served; the edits before it then are, too. */
  private void markAndAwait(TestServer server, Path folder) throws Exception {
    mark(folder);
    String wanted = "[{\"number\":" + mark + "}]";
    snapshots.await(wanted, () -> server.get("/widgets/" + Watcher.MARK).text().equals(wanted));
  }
}
