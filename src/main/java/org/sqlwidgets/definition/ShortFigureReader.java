package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.ChartKind;
import org.sqlwidgets.widget.ChartPart;
import org.sqlwidgets.widget.ChartSwitch;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Figure.ShortFigure;
import org.sqlwidgets.widget.Figure.Titles;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads the short form of a figure: a kind, and the columns that play its parts. */
final class ShortFigureReader {
  private static final SortedMap<String, ChartKind> KINDS = new TreeMap<>(ChartKind.byWord());
  private static final int MOST_BINS = 1000;

  private final ColumnNames columns;
  private final Problems problems;

  ShortFigureReader(ColumnNames columns, Problems problems) {
    this.columns = columns;
    this.problems = problems;
  }

  /** The figure; empty when its kind was reported. What else was reported counts as absent. */
  Optional<ShortFigure> read(YamlMap map) {
    YamlFields keys = new YamlFields(map, problems);
    if (!keys.has("kind")) {
      problems.error(
          map.location(),
          "\"figure\" needs \"kind\", one of %s, or \"data\", the traces of a Plotly figure"
              .formatted(String.join(", ", KINDS.keySet())));
      return Optional.empty();
    }
    return keys.oneOf("kind", KINDS).flatMap(kind -> read(kind, keys));
  }

  private Optional<ShortFigure> read(ChartKind kind, YamlFields keys) {
    Map<ChartPart, List<Integer>> parts = parts(kind, keys);
    Set<ChartSwitch> switches = EnumSet.noneOf(ChartSwitch.class);
    for (ChartSwitch name : ChartSwitch.values()) {
      boolean on = keys.bool(name.word()).orElse(false);
      if (isOf(kind, kind.takes(name), name.word(), keys) && on) {
        switches.add(name);
      }
    }
    OptionalInt bins = keys.integer("bins", 1, MOST_BINS);
    isOf(kind, kind == ChartKind.HISTOGRAM, "bins", keys);
    Titles titles =
        new Titles(title("title", keys), title("x_title", keys), title("y_title", keys));
    isOf(kind, kind.hasAxes(), "x_title", keys);
    isOf(kind, kind.hasAxes(), "y_title", keys);
    keys.refuseOthers();
    return problems.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new ShortFigure(
                kind,
                parts,
                switches,
                bins.isPresent() ? Optional.of(bins.getAsInt()) : Optional.empty(),
                titles));
  }

  /** Reports a key that this kind has no use for. */
  private boolean isOf(ChartKind kind, boolean takes, String key, YamlFields keys) {
    if (!takes && keys.has(key)) {
      problems.error(
          keys.whereKey(key),
          "\"%s\" has no meaning in a %s; %s".formatted(key, kind.word(), use(kind)));
    }
    return takes;
  }

  private static String use(ChartKind kind) {
    List<String> parts = new ArrayList<>();
    for (ChartPart part : ChartPart.values()) {
      if (kind.takes(part)) {
        parts.add(part.word());
      }
    }
    return "its columns are " + String.join(", ", parts);
  }

  private static Optional<String> title(String key, YamlFields keys) {
    return keys.text(key).filter(text -> !OpenbbShapes.isBlank(text));
  }

  private Map<ChartPart, List<Integer>> parts(ChartKind kind, YamlFields keys) {
    Map<ChartPart, List<Integer>> parts = new EnumMap<>(ChartPart.class);
    for (ChartPart part : ChartPart.values()) {
      Optional<YamlNode> node = keys.node(part.word()).filter(value -> !value.isNull());
      if (isOf(kind, kind.takes(part), part.word(), keys)) {
        List<Integer> found =
            node.map(value -> columns(kind, part, value)).orElseGet(() -> named(kind, part, keys));
        if (!found.isEmpty()) {
          parts.put(part, found);
        }
      }
    }
    checkSeries(parts, keys);
    return parts;
  }

  /** A part that is not given: the prices of a candlestick go by the names of their columns. */
  private List<Integer> named(ChartKind kind, ChartPart part, YamlFields keys) {
    if (kind == ChartKind.CANDLESTICK && part != ChartPart.X && columns.contains(part.word())) {
      return List.of(columns.names().indexOf(part.word()));
    }
    if (kind.needed().contains(part)) {
      problems.error(
          keys.where("kind"),
          "a %s needs \"%s\", the name of a column; add it".formatted(kind.word(), part.word()));
    }
    return List.of();
  }

  private List<Integer> columns(ChartKind kind, ChartPart part, YamlNode node) {
    List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
    if (node instanceof YamlList && !kind.takesSeveral(part)) {
      problems.error(
          node.location(),
          "\"%s\" of a %s is the name of one column, found a list"
              .formatted(part.word(), kind.word()));
      return List.of();
    }
    if (items.isEmpty()) {
      problems.error(
          node.location(),
          "\"%s\" is an empty list; write the names of columns".formatted(part.word()));
    }
    return items.stream().flatMap(item -> column(kind, part, item).stream()).toList();
  }

  private Optional<Integer> column(ChartKind kind, ChartPart part, YamlNode node) {
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      problems.error(
          node.location(),
          "\"%s\" must be the name of a column, found %s".formatted(part.word(), node.describe()));
      return Optional.empty();
    }
    String name = FigureTreeReader.withoutDollar(scalar.text(), columns);
    Optional<Integer> found = columns.find(name, scalar.location());
    found.flatMap(columns::column).ifPresent(column -> checkNumber(kind, part, column, scalar));
    return found;
  }

  private void checkNumber(ChartKind kind, ChartPart part, ColumnDef column, YamlScalar at) {
    if (kind.needsNumbers(part) && !column.sqlType().isNumber()) {
      problems.error(
          at.location(),
          "\"%s\" of a %s must be a number, and column \"%s\" is %s; cast it in the SQL or choose another"
              .formatted(
                  part.word(),
                  kind.word(),
                  column.field(),
                  column.sqlType().name().toLowerCase(java.util.Locale.ROOT)));
    }
  }

  /** Rows cannot be split by a column and by the name of a column at once. */
  private void checkSeries(Map<ChartPart, List<Integer>> parts, YamlFields keys) {
    if (parts.containsKey(ChartPart.COLOR)
        && parts.getOrDefault(ChartPart.Y, List.of()).size() > 1) {
      problems.error(
          keys.where("color"),
          "\"color\" makes a series of each of its values, so \"y\" can be one column only; remove"
              + " one of them");
    }
  }
}
