package rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Markdown table that grows by rows; all cells but those of text columns are to the right. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private final int textColumns;

  public Table(int textColumns, List<String> heads) {
    this.textColumns = textColumns;
    rows.add(heads);
  }

  /** Adds a row. */
  public void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** A number with three digits that count, {@code –} for none. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(rows.stream().map(Table::line).toList());
    List<String> rule = new ArrayList<>();
    for (int i = 0; i < rows.getFirst().size(); i++) {
      rule.add(i < textColumns ? "---" : "---:");
    }
    lines.add(1, rule.stream().collect(Collectors.joining("|", "|", "|")));
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
