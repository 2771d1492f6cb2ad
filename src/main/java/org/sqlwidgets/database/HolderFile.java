package org.sqlwidgets.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small file beside the embedded database that says which process has it open.
 *
 * <p>H2's own lock decides; this file only tells people whom to ask. A file left behind by a
 * process that was killed is overwritten by the next.
 */
final class HolderFile {
  private static final Logger LOG = LoggerFactory.getLogger(HolderFile.class);

  /** Where Linux, and so every container, tells its name; elsewhere the name stays empty. */
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  private final Path path;

  HolderFile(Path database) {
    this.path = database.resolveSibling(database.getFileName() + ".holder");
  }

  /**
   * One process that has the database open.
   *
   * @param pid its process id, as its host counts
   * @param since when it started
   * @param host the name of its machine or container; empty when unknown
   * @param address where it answers; empty when it does not, or not yet
   */
  record Holder(long pid, Instant since, String host, String address) {

    static Holder thisProcess() {
      ProcessHandle process = ProcessHandle.current();
      Instant since = process.info().startInstant().orElseGet(Instant::now);
      return new Holder(process.pid(), since.truncatedTo(ChronoUnit.SECONDS), hostName(), "");
    }

    Holder at(String newAddress) {
      return new Holder(pid, since, host, newAddress);
    }

    boolean isSameProcess(Holder other) {
      return pid == other.pid && since.equals(other.since) && host.equals(other.host);
    }

    /** Whether the process still runs; assumed of another machine's, which cannot be asked. */
    boolean mayRun() {
      return !host.equals(hostName()) || ProcessHandle.of(pid).isPresent();
    }

    /** The holder in words: {@code process 4711, running since …, at http://127.0.0.1:7779}. */
    String describe() {
      String where = host.equals(hostName()) ? "" : " on " + host;
      String answering = address.isEmpty() ? "" : ", at " + address;
      return "process %d%s, running since %s%s".formatted(pid, where, since, answering);
    }

    private static String hostName() {
      try {
        return Files.readString(HOST_NAME).strip();
      } catch (IOException e) {
        return "";
      }
    }
  }

  /** Writes who holds the database; a failure is logged, the database works without. */
  void write(Holder holder) {
    Properties text = new Properties();
    text.setProperty("pid", Long.toString(holder.pid()));
    text.setProperty("since", holder.since().toString());
    text.setProperty("host", holder.host());
    text.setProperty("address", holder.address());
    try (Writer out = Files.newBufferedWriter(path)) {
      text.store(out, "The process that has this database open");
    } catch (IOException e) {
      LOG.warn("cannot write {}: {}", path, e.getMessage());
    }
  }

  /** Who holds the database; empty when the file is missing or is not to be understood. */
  Optional<Holder> read() {
    Properties text = new Properties();
    try (Reader in = Files.newBufferedReader(path)) {
      text.load(in);
      return Optional.of(
          new Holder(
              Long.parseLong(text.getProperty("pid", "")),
              Instant.parse(text.getProperty("since", "")),
              text.getProperty("host", ""),
              text.getProperty("address", "")));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Removes the file when the database is closed. */
  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("cannot delete {}: {}", path, e.getMessage());
    }
  }
}
