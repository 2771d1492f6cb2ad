package rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Processor time that was used up to a moment, in microseconds, from {@code /proc}.
 *
 * @param server by the server's processes
 * @param postgres by all processes named postgres
 * @param load by this program and those that it waited for, such as wrk
 * @param machine by everybody, with what the host of a virtual machine took away
 */
public record Usage(long server, long postgres, long load, long machine) {
  /** The kernel counts in hundredths of a second for its users. */
  private static final long TICK = 10_000;

  /** The time that was used until now. */
  public static Usage now(Server server) throws IOException {
    return new Usage(
        sum(server.processes().stream().map(ProcessHandle::pid)),
        sum(named("postgres")),
        sum(Stream.of(ProcessHandle.current().pid())),
        busy());
  }

  /** The time between a moment and this one. */
  public Usage since(Usage before) {
    return new Usage(
        server - before.server,
        postgres - before.postgres,
        load - before.load,
        machine - before.machine);
  }

  /** The part of the machine that other programs took in these seconds, 0 to 1. */
  public double others(double seconds) {
    double all = seconds * 1e6 * Runtime.getRuntime().availableProcessors();
    return Math.max(0, (machine - server - postgres - load) / all);
  }

  /** The memory that a server's processes hold now, in megabytes; shared pages count each time. */
  public static long resident(Server server) {
    return status(server, "VmRSS:");
  }

  /** The most memory that each of a server's processes ever held, in megabytes. */
  public static long most(Server server) {
    return status(server, "VmHWM:");
  }

  private static long status(Server server, String field) {
    return server.processes().stream()
            .flatMap(process -> lines(Path.of("/proc", "" + process.pid(), "status")))
            .filter(line -> line.startsWith(field))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }

  private static Stream<Long> named(String name) throws IOException {
    List<Long> found;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      found =
          processes
              .filter(process -> process.getFileName().toString().matches("\\d+"))
              .filter(process -> lines(process.resolve("comm")).toList().equals(List.of(name)))
              .map(process -> Long.valueOf(process.getFileName().toString()))
              .toList();
    }
    return found.stream();
  }

  /** The time of processes and of their children that have ended. */
  private static long sum(Stream<Long> processes) {
    return processes
        .flatMap(process -> lines(Path.of("/proc", process.toString(), "stat")))
        .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "))
        .mapToLong(fields -> LongStream.of(ticks(fields, 11, 12, 13, 14)).sum() * TICK)
        .sum();
  }

  private static long busy() {
    return lines(Path.of("/proc/stat"))
        .filter(line -> line.startsWith("cpu "))
        .map(line -> line.replace("cpu ", "").strip().split(" "))
        .mapToLong(fields -> LongStream.of(ticks(fields, 0, 1, 2, 5, 6, 7)).sum() * TICK)
        .sum();
  }

  private static long[] ticks(String[] fields, int... places) {
    return IntStream.of(places).mapToLong(place -> Long.parseLong(fields[place])).toArray();
  }

  /** The lines of a file of a process, none when that has just ended. */
  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (NoSuchFileException e) {
      return Stream.of();
    } catch (IOException e) {
      if (e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("no such")) {
        return Stream.of();
      }
      throw new UncheckedIOException(e);
    }
  }
}
