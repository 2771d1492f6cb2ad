package rig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a comparison measured, as Markdown.
 *
 * @param names the targets, ours first
 */
public record Report(List<String> names, List<Row> rows, List<String> notes) {

  /**
   * One case at one number of connections.
   *
   * @param cells by target; who answered wrongly has none
   * @param pgbench queries a second, or not a number
   * @param nginx the prebuilt reply, requests a second, or not a number
   */
  public record Row(
      Case asked, int connections, Map<String, Cell> cells, double pgbench, double nginx) {

    private double best(List<String> peers) {
      return peers.stream()
          .flatMap(peer -> Stream.ofNullable(cells.get(peer)))
          .mapToDouble(cell -> cell.load().perSecond())
          .max()
          .orElse(Double.NaN);
    }

    private List<String> each(List<String> names, Function<Cell, String> text) {
      return names.stream()
          .map(name -> Optional.ofNullable(cells.get(name)).map(text).orElse("wrong"))
          .toList();
    }
  }

  /** An empty report. */
  public static Report of(List<String> names) {
    return new Report(names, new ArrayList<>(), new ArrayList<>());
  }

  private List<String> heads(String... after) {
    return Stream.of(List.of("Case", "connections"), names, List.of(after))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> line(Row row, List<String> cells, String... after) {
    return Stream.of(
            List.of(row.asked.toString(), String.valueOf(row.connections)), cells, List.of(after))
        .flatMap(List::stream)
        .toList();
  }

  private Table speed() {
    Table table = new Table(1, heads("ours to the best", "pgbench", "nginx"));
    for (Row row : rows) {
      double ours =
          Optional.ofNullable(row.cells.get(names.getFirst()))
              .map(cell -> cell.load().perSecond())
              .orElse(Double.NaN);
      table.add(
          line(
              row,
              row.each(names, cell -> Table.number(cell.load().perSecond())),
              Table.number(ours / row.best(names.subList(1, names.size()))),
              Table.number(row.pgbench),
              Table.number(row.nginx)));
    }
    return table;
  }

  private Table latency() {
    Table table = new Table(1, heads());
    for (Row row : rows) {
      table.add(
          line(
              row,
              row.each(
                  names,
                  cell ->
                      Table.number(cell.load().p50()) + " / " + Table.number(cell.load().p99()))));
    }
    return table;
  }

  private Table processor() {
    Table table = new Table(1, heads());
    for (Row row : rows) {
      table.add(
          line(
              row,
              row.each(
                  names,
                  cell -> Table.number(cell.server()) + " / " + Table.number(cell.postgres()))));
    }
    return table;
  }

  private Table memory() {
    Table table = new Table(1, heads());
    for (Row row : rows) {
      table.add(line(row, row.each(names, cell -> String.valueOf(cell.resident()))));
    }
    return table;
  }

  /** Requests that failed, in all cells. */
  public long errors() {
    return cells().mapToLong(cell -> cell.load().errors()).sum();
  }

  private Stream<Cell> cells() {
    return rows.stream().flatMap(row -> row.cells.values().stream());
  }

  private String busiest() {
    return rows.stream()
        .flatMap(
            row ->
                row.cells.entrySet().stream()
                    .map(
                        cell ->
                            Map.entry(
                                "%s, %d connections, %s"
                                    .formatted(row.asked, row.connections, cell.getKey()),
                                cell.getValue().others())))
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .map(most -> "%.0f %% at most (%s)".formatted(most.getValue() * 100, most.getKey()))
        .orElse("–");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!rows.isEmpty()) {
      text.append("Requests per second\n\n").append(speed());
      text.append("\nTime to the reply in milliseconds: of half / of 99 %\n\n").append(latency());
      text.append("\nProcessor time of a request in microseconds: server / PostgreSQL\n\n");
      text.append(processor());
      text.append("\nMemory in MB\n\n").append(memory());
      text.append("\nOther programs took ").append(busiest()).append(" of the machine, ");
      double mean = cells().mapToDouble(Cell::others).average().orElse(0);
      text.append("%.0f %% on average. Errors: %d.\n".formatted(mean * 100, errors()));
    }
    notes.forEach(note -> text.append('\n').append(note).append('\n'));
    return text.toString();
  }
}
