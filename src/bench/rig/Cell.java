package rig;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One measurement: a target, a case, a number of connections.
 *
 * @param load what wrk counted
 * @param server microseconds of processor time that the server took for a request
 * @param postgres the same of PostgreSQL
 * @param resident megabytes that the server held at the end
 * @param others the part of the machine that other programs took, 0 to 1
 */
public record Cell(Load load, double server, double postgres, long resident, double others) {

  /** Loads a server and counts. */
  public static Cell measure(Server server, List<String> paths, int connections, int seconds)
      throws Exception {
    Usage before = Usage.now(server);
    long start = System.nanoTime();
    Load load = Load.run(server, paths, connections, seconds);
    settle(server);
    Usage used = Usage.now(server).since(before);
    double requests = Math.max(1, load.requests());
    return new Cell(
        load,
        used.server() / requests,
        used.postgres() / requests,
        Usage.resident(server),
        used.others((System.nanoTime() - start) / 1e9));
  }

  /** Waits until the requests that wrk gave up at its end are done, so that the next has quiet. */
  public static void settle(Server server) throws Exception {
    for (int i = 0; i < 50; i++) {
      Usage before = Usage.now(server);
      Thread.sleep(100);
      Usage used = Usage.now(server).since(before);
      if (used.server() + used.postgres() <= 10_000) {
        return;
      }
    }
  }

  /** The cell of the middle values of several rounds. */
  public static Cell median(List<Cell> rounds) {
    return new Cell(
        new Load(
            (long) median(rounds, cell -> cell.load.requests()),
            median(rounds, cell -> cell.load.perSecond()),
            median(rounds, cell -> cell.load.p50()),
            median(rounds, cell -> cell.load.p99()),
            rounds.stream().mapToLong(cell -> cell.load.errors()).sum()),
        median(rounds, Cell::server),
        median(rounds, Cell::postgres),
        rounds.stream().mapToLong(Cell::resident).max().orElse(0),
        rounds.stream().mapToDouble(Cell::others).max().orElse(0));
  }

  private static double median(List<Cell> rounds, ToDoubleFunction<Cell> value) {
    double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
