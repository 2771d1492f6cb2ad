package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sqlwidgets.apps.AppDefinition.ItemDefinition;
import org.sqlwidgets.apps.AppDefinition.Layout;
import org.sqlwidgets.apps.AppDefinition.StateDefinition;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.GridData;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;

/** Reads a tab's layout: widgets at places that lie on the grid, side by side (rule R33). */
final class LayoutReader {
  private static final int LOWEST_ROW = 100_000;
  private static final int HIGHEST = 1000;
  private static final List<String> PLACE = List.of("i", "x", "y", "w", "h");

  private final Problems problems;

  LayoutReader(Problems problems) {
    this.problems = problems;
  }

  Layout read(List<YamlMap> maps) {
    List<ItemDefinition> items = new ArrayList<>();
    for (YamlMap map : maps) {
      Optional<ItemDefinition> item = item(map);
      item.ifPresent(
          found -> {
            refuseOverlap(found, items);
            items.add(found);
          });
    }
    return new Layout(items);
  }

  private Optional<ItemDefinition> item(YamlMap map) {
    YamlFields fields = new YamlFields(map, problems);
    Optional<Located<String>> i = fields.text("i").map(id -> new Located<>(id, fields.where("i")));
    Optional<Place> place = place(fields);
    Map<String, Object> published = published(fields);
    Optional<List<Located<String>>> groups = AppReader.texts(fields, "groups");
    StateDefinition state = state(fields);
    refuseMissing(fields, map);
    fields.refuseOthers();
    if (i.isEmpty() || place.isEmpty()) {
      return Optional.empty();
    }
    refuseBeyondGrid(i.get(), place.get());
    return Optional.of(new ItemDefinition(i.get(), place.get(), published, groups, state));
  }

  private static Optional<Place> place(YamlFields fields) {
    OptionalInt x = fields.integer("x", 0, GridData.COLUMNS - 1);
    OptionalInt y = fields.integer("y", 0, LOWEST_ROW);
    OptionalInt w = fields.integer("w", 1, GridData.COLUMNS);
    OptionalInt h = fields.integer("h", 1, HIGHEST);
    boolean whole = x.isPresent() && y.isPresent() && w.isPresent() && h.isPresent();
    return whole
        ? Optional.of(new Place(x.getAsInt(), y.getAsInt(), w.getAsInt(), h.getAsInt()))
        : Optional.empty();
  }

  private StateDefinition state(YamlFields fields) {
    return fields
        .map("state")
        .map(found -> new StateReader(problems).read(found))
        .orElse(StateDefinition.NONE);
  }

  private static Map<String, Object> published(YamlFields fields) {
    Map<String, Object> published = new LinkedHashMap<>();
    for (String key : List.of("minW", "minH", "maxW", "maxH")) {
      int most = key.endsWith("W") ? GridData.COLUMNS : HIGHEST;
      fields.integer(key, 1, most).ifPresent(size -> published.put(key, size));
    }
    for (String key : List.of("static", "moved", "isDraggable")) {
      fields.bool(key).ifPresent(yes -> published.put(key, yes));
    }
    return published;
  }

  private void refuseMissing(YamlFields fields, YamlMap map) {
    List<String> missing = PLACE.stream().filter(key -> !fields.has(key)).toList();
    if (!missing.isEmpty()) {
      problems.error(
          map.location(),
          "a place in the layout needs i, x, y, w and h; missing here: "
              + String.join(", ", missing));
    }
  }

  private void refuseBeyondGrid(Located<String> i, Place place) {
    if (place.right() > GridData.COLUMNS) {
      problems.error(
          i.at(),
          "\"%s\" begins at column %d and is %d wide, so it ends at %d; a tab has %d columns"
              .formatted(i.value(), place.x(), place.w(), place.right(), GridData.COLUMNS));
    }
  }

  private void refuseOverlap(ItemDefinition item, List<ItemDefinition> before) {
    before.stream()
        .filter(other -> item.place().overlaps(other.place()))
        .forEach(other -> problems.error(item.i().at(), overlap(item, other)));
  }

  private static String overlap(ItemDefinition item, ItemDefinition other) {
    Place taken = other.place();
    return "\"%s\" overlaps \"%s\" (line %d), which covers columns %d to %d and rows %d to %d"
        .formatted(
            item.i().value(),
            other.i().value(),
            other.i().at().line(),
            taken.x(),
            taken.right() - 1,
            taken.y(),
            taken.bottom() - 1);
  }
}
