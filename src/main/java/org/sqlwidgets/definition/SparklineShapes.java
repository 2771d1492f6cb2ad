package org.sqlwidgets.definition;

import static org.sqlwidgets.definition.OpenbbShapes.BOOL;
import static org.sqlwidgets.definition.OpenbbShapes.TEXT;
import static org.sqlwidgets.definition.OpenbbShapes.keys;
import static org.sqlwidgets.definition.OpenbbShapes.number;
import static org.sqlwidgets.definition.OpenbbShapes.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sqlwidgets.yaml.Shape;

/**
 * The shape of {@code sparkline.options} (contract §2.5).
 *
 * <p>The client refuses the whole backend when {@code customFormatter} is missing there, so it is
 * not demanded from authors but added on publishing.
 */
final class SparklineShapes {
  static final Shape OPTIONS = options();

  private SparklineShapes() {}

  private static Shape any() {
    return number(-1_000_000_000_000_000L, 1_000_000_000_000_000L);
  }

  private static Shape options() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("customFormatter", TEXT);
    keys.put("stroke", TEXT);
    keys.put("strokeWidth", any());
    keys.put("fill", TEXT);
    keys.put("fillOpacity", any());
    keys.put("min", any());
    keys.put("max", any());
    keys.put("direction", words("vertical", "horizontal"));
    keys.put("xKey", TEXT);
    keys.put("yKey", TEXT);
    keys.put("tooltip", keys(Map.of("enabled", BOOL, "renderer", TEXT), Set.of()));
    keys.put("axis", axis());
    keys.put("markers", markers());
    keys.put(
        "highlightStyle",
        keys(Map.of("fill", TEXT, "stroke", TEXT, "strokeWidth", any()), Set.of()));
    keys.put("pointsOfInterest", pointsOfInterest());
    keys.put("label", label());
    keys.put(
        "padding",
        keys(Map.of("top", any(), "right", any(), "bottom", any(), "left", any()), Set.of()));
    return new Shape.Keys(keys, Set.of());
  }

  private static Shape axis() {
    return keys(
        Map.of(
            "type",
            words("number", "category", "time"),
            "stroke",
            TEXT,
            "strokeWidth",
            any(),
            "paddingInner",
            any(),
            "paddingOuter",
            any()),
        Set.of());
  }

  private static Shape markers() {
    return keys(
        Map.of(
            "size",
            any(),
            "fill",
            TEXT,
            "stroke",
            TEXT,
            "strokeWidth",
            any(),
            "enabled",
            BOOL,
            "shape",
            words("circle", "diamond", "square", "plus", "cross", "triangle"),
            "highlightSize",
            any()),
        Set.of());
  }

  private static Shape point() {
    return keys(
        Map.of("size", any(), "fill", TEXT, "stroke", TEXT, "strokeWidth", any()), Set.of());
  }

  private static Shape pointsOfInterest() {
    return keys(
        Map.of(
            "firstLast",
            point(),
            "minimum",
            point(),
            "maximum",
            point(),
            "highlighted",
            point(),
            "positiveNegative",
            keys(Map.of("positive", point(), "negative", point()), Set.of())),
        Set.of());
  }

  private static Shape label() {
    return keys(
        Map.of(
            "enabled",
            BOOL,
            "fontWeight",
            TEXT,
            "fontStyle",
            TEXT,
            "fontSize",
            any(),
            "fontFamily",
            TEXT,
            "color",
            TEXT,
            "placement",
            words(
                "inside",
                "outside",
                "inside-center",
                "inside-end",
                "outside-center",
                "outside-end")),
        Set.of());
  }
}
