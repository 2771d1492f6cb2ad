package org.sqlwidgets.definition;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.GridData;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;

/** Reads {@code gridData}, the size of a widget (contract §2.3). */
final class GridDataReader {
  private final Problems problems;
  private final YamlMap map;
  private final YamlFields fields;

  private GridDataReader(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
    this.fields = new YamlFields(map, problems);
  }

  static Optional<GridData> read(YamlMap map, Problems problems) {
    return new GridDataReader(map, problems).read();
  }

  private Optional<GridData> read() {
    OptionalInt w = fields.integer("w", 1, GridData.COLUMNS);
    OptionalInt h = fields.integer("h", 1, GridData.MOST_ROWS);
    OptionalInt minW = fields.integer("minW", 1, GridData.COLUMNS);
    OptionalInt minH = fields.integer("minH", 1, GridData.MOST_ROWS);
    OptionalInt maxW = fields.integer("maxW", 1, GridData.COLUMNS);
    OptionalInt maxH = fields.integer("maxH", 1, GridData.MOST_ROWS);
    fields.refuseOthers();
    if (!fields.has("w") || !fields.has("h")) {
      problems.error(
          map.location(), "\"gridData\" needs both \"w\" and \"h\", such as { w: 20, h: 12 }");
    }
    if (w.isEmpty() || h.isEmpty()) {
      return Optional.empty();
    }
    ordered("minW", minW, "minW", "w", w);
    ordered("w", w, "maxW", "maxW", maxW);
    ordered("minH", minH, "minH", "h", h);
    ordered("h", h, "maxH", "maxH", maxH);
    return Optional.of(
        new GridData(
            w.getAsInt(), h.getAsInt(), boxed(minW), boxed(minH), boxed(maxW), boxed(maxH)));
  }

  /** Reports, at the key of the limit, a size beyond it. */
  private void ordered(
      String small, OptionalInt least, String limit, String large, OptionalInt most) {
    if (least.isPresent() && most.isPresent() && least.getAsInt() > most.getAsInt()) {
      SourceLocation at = fields.where(limit);
      problems.error(
          at,
          "\"%s\" is %d, which is more than \"%s\", %d; change one of them"
              .formatted(small, least.getAsInt(), large, most.getAsInt()));
    }
  }

  private static @Nullable Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
