package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Each;
import org.sqlwidgets.widget.FigureNode.EachRow;
import org.sqlwidgets.widget.FigureNode.First;
import org.sqlwidgets.widget.FigureNode.GroupName;
import org.sqlwidgets.widget.FigureNode.Items;
import org.sqlwidgets.widget.FigureNode.Leaf;
import org.sqlwidgets.widget.FigureNode.Members;
import org.sqlwidgets.widget.FigureNode.Values;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/**
 * Reads a specification in which {@code $column} stands for values of the query (widget-file §4).
 *
 * <p>{@code $column} is the list of a column's values, {@code {$first: column}} its first value,
 * {@code {$rows: [a, b]}} or {@code {$rows: {x: a, y: b}}} a list with an entry for each row, and
 * {@code $each: column} in an item of a list writes the item for each value of the column. {@code
 * $$} is a dollar.
 */
final class FigureTreeReader {
  private static final Pattern REFERENCE = Pattern.compile("\\$[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> DIRECTIVES = Set.of("$rows", "$first", "$each");

  private final ColumnNames columns;
  private final Problems problems;
  private boolean used;
  private boolean inside;

  FigureTreeReader(ColumnNames columns, Problems problems) {
    this.columns = columns;
    this.problems = problems;
  }

  /** True when something read so far stands for values of the query. */
  boolean usesColumns() {
    return used;
  }

  /** The name of a column that an author may have written with its dollar. */
  static String withoutDollar(String text, ColumnNames columns) {
    return REFERENCE.matcher(text).matches() && !columns.contains(text) ? text.substring(1) : text;
  }

  /** The tree of a value; what was reported is left out of it. */
  FigureNode read(YamlNode node) {
    return switch (node) {
      case YamlScalar scalar -> scalar(scalar);
      case YamlList list -> items(list);
      case YamlMap map -> directive(map).orElseGet(() -> members(map));
    };
  }

  private FigureNode scalar(YamlScalar scalar) {
    if (scalar.kind() != YamlScalar.Kind.TEXT || !scalar.text().startsWith("$")) {
      return new Leaf(scalar.toPlain());
    }
    String text = scalar.text();
    if (text.startsWith("$$")) {
      return new Leaf(text.substring(1));
    }
    String name = text.substring(1);
    if (columns.contains(name) || (!columns.areKnown() && REFERENCE.matcher(text).matches())) {
      return values(name, scalar.location());
    }
    if (REFERENCE.matcher(text).matches()) {
      columns.missing(
          name, scalar.location(), "; where a dollar is meant, write \"$" + text + "\"");
    }
    return new Leaf(text);
  }

  private FigureNode values(String name, SourceLocation at) {
    used = true;
    return columns.find(name, at).<FigureNode>map(Values::new).orElse(new Leaf(null));
  }

  private Items items(YamlList list) {
    List<FigureNode> nodes = new ArrayList<>();
    for (YamlNode item : list.items()) {
      boolean each = item instanceof YamlMap map && map.entries().containsKey("$each");
      nodes.add(each ? each((YamlMap) item) : read(item));
    }
    return new Items(nodes);
  }

  private FigureNode each(YamlMap map) {
    Map<String, YamlMap.Entry> entries = new LinkedHashMap<>(map.entries());
    YamlMap.Entry each = Objects.requireNonNull(entries.remove("$each"));
    if (inside) {
      problems.error(
          each.keyLocation(), "\"$each\" stands inside another \"$each\"; remove one of them");
    }
    Optional<Integer> column = column("$each", each.node());
    inside = true;
    Members item = members(new YamlMap(map.location(), new LinkedHashMap<>(entries)));
    inside = false;
    if (!item.nodes().containsKey("name")) {
      Map<String, FigureNode> named = new LinkedHashMap<>();
      named.put("name", new GroupName());
      named.putAll(item.nodes());
      item = new Members(named);
    }
    return new Each(column.orElse(0), item);
  }

  private Members members(YamlMap map) {
    Map<String, FigureNode> nodes = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) -> {
              if (key.startsWith("$") && !key.startsWith("$$")) {
                refuse(key, entry.keyLocation());
              } else {
                nodes.put(key.startsWith("$$") ? key.substring(1) : key, read(entry.node()));
              }
            });
    return new Members(nodes);
  }

  private void refuse(String key, SourceLocation at) {
    String near = NearMiss.hint(key, DIRECTIVES);
    problems.error(
        at,
        switch (key) {
          case "$each" -> "\"$each\" belongs into an item of a list, such as a trace or a series";
          case "$rows", "$first" ->
              "\"%s\" stands alone in its map; remove the other keys".formatted(key);
          default ->
              "unknown key \"%s\"%s"
                  .formatted(key, near.isEmpty() ? "; known are $each, $first, $rows" : near);
        });
  }

  private Optional<FigureNode> directive(YamlMap map) {
    if (map.entries().size() != 1) {
      return Optional.empty();
    }
    String key = map.entries().firstEntry().getKey();
    YamlNode value = map.entries().firstEntry().getValue().node();
    return switch (key) {
      case "$first" -> Optional.of(column(key, value).<FigureNode>map(First::new).orElse(NOTHING));
      case "$rows" -> Optional.of(rows(value));
      default -> Optional.empty();
    };
  }

  private static final FigureNode NOTHING = new Leaf(null);

  private FigureNode rows(YamlNode value) {
    List<String> keys = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    switch (value) {
      case YamlList list ->
          list.items().forEach(item -> column("$rows", item).ifPresent(positions::add));
      case YamlMap map ->
          map.entries()
              .forEach(
                  (key, entry) ->
                      column("$rows", entry.node())
                          .ifPresent(
                              position -> {
                                keys.add(key);
                                positions.add(position);
                              }));
      case YamlScalar scalar -> {
        return column("$rows", scalar).<FigureNode>map(Values::new).orElse(NOTHING);
      }
    }
    if (positions.isEmpty() && YamlPaths.values(value).findAny().isEmpty()) {
      problems.error(value.location(), "\"$rows\" is empty; write the names of columns");
    }
    return positions.isEmpty() ? NOTHING : new EachRow(keys, positions);
  }

  private Optional<Integer> column(String key, YamlNode node) {
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      problems.error(
          node.location(),
          "\"%s\" must be the name of a column, found %s".formatted(key, node.describe()));
      return Optional.empty();
    }
    used = true;
    return columns.find(withoutDollar(scalar.text(), columns), scalar.location());
  }
}
