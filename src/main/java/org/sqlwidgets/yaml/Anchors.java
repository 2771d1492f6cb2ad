package org.sqlwidgets.yaml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;

/** The values that can be repeated by an alias, within limits that no alias can get around. */
final class Anchors {
  /** The most aliases in one text. */
  static final int MAX_ALIASES = 20;

  private final Places places;
  private final Problems problems;
  private final Map<String, NodeComposer.Composed> values = new HashMap<>();
  private final Map<String, SourceLocation> unused = new LinkedHashMap<>();
  private int aliases;
  private int repeated;

  Anchors(Places places, Problems problems) {
    this.places = places;
    this.problems = problems;
  }

  /** Keeps a value that has an anchor; a later anchor of the same name takes its place. */
  void remember(NodeEvent event, NodeComposer.Composed value) {
    event
        .getAnchor()
        .ifPresent(
            anchor -> {
              values.put(anchor.getValue(), value);
              unused.put(anchor.getValue(), places.of(event.getStartMark()));
            });
  }

  /** The value that an alias repeats; an empty value when there is no such anchor before it. */
  NodeComposer.Composed resolve(AliasEvent event, int depth) {
    String name = event.getAlias().getValue();
    SourceLocation location = places.of(event.getStartMark());
    NodeComposer.Composed value = values.get(name);
    if (value == null) {
      problems.error(location, unknown(name));
      YamlNode nothing = new YamlScalar(location, YamlScalar.Kind.NULL, "");
      return new NodeComposer.Composed(nothing, 1, 0);
    }
    unused.remove(name);
    limit(location, value, depth);
    return value;
  }

  /** Reports the anchors that no alias repeats; the author probably meant a text with "&". */
  void reportUnused() {
    unused.forEach(
        (name, location) ->
            problems.warning(
                location,
                "anchor %s is never used; put the value in quotes if \"&\" belongs to it"
                    .formatted(AuthorText.quote("&" + name))));
  }

  private void limit(SourceLocation location, NodeComposer.Composed value, int depth) {
    aliases++;
    repeated += value.size();
    if (aliases > MAX_ALIASES) {
      stop(location, "more than %d aliases; write the values out".formatted(MAX_ALIASES));
    }
    if (repeated > YamlReader.MAX_BYTES) {
      stop(location, "aliases repeat more than 64 KiB; write fewer of them");
    }
    if (depth + value.height() > NodeComposer.MAX_DEPTH) {
      stop(location, "nested deeper than %d levels".formatted(NodeComposer.MAX_DEPTH));
    }
  }

  private void stop(SourceLocation location, String message) {
    problems.error(location, message);
    throw new StoppedReading();
  }

  private static String unknown(String name) {
    return "%s repeats a value marked %s, and there is none before it; put a value that begins with"
            .formatted(AuthorText.quote("*" + name), AuthorText.quote("&" + name))
        + " \"*\" in quotes";
  }
}
