package org.sqlwidgets.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;

/** Builds the tree of one document from the library's events, and checks it on the way. */
final class NodeComposer {
  /** The deepest nesting that is read. */
  static final int MAX_DEPTH = 50;

  private final Iterator<Event> events;
  private final Places places;
  private final Problems problems;
  private final Anchors anchors;
  private final ScalarReader scalars;

  NodeComposer(Iterator<Event> events, String text, Places places, Problems problems) {
    this.events = events;
    this.places = places;
    this.problems = problems;
    this.anchors = new Anchors(places, problems);
    this.scalars = new ScalarReader(text, places, problems);
  }

  /**
   * A value with what it takes when it is written out.
   *
   * @param node the value
   * @param size its characters and nodes, aliases written out
   * @param height its levels of nesting; 0 for a single value
   */
  record Composed(YamlNode node, int size, int height) {}

  /** The value of the document. */
  YamlNode compose() {
    YamlNode node = compose(events.next(), 0).node();
    anchors.reportUnused();
    return node;
  }

  private Composed compose(Event event, int depth) {
    if (event instanceof AliasEvent alias) {
      return anchors.resolve(alias, depth);
    }
    NodeEvent start = (NodeEvent) event;
    refuseTag(start);
    Composed composed =
        switch (start) {
          case ScalarEvent scalar -> scalar(scalar);
          case MappingStartEvent map -> map(map, depth + 1);
          default -> list(start, depth + 1);
        };
    anchors.remember(start, composed);
    return composed;
  }

  private Composed scalar(ScalarEvent event) {
    return new Composed(scalars.read(event), 1 + event.getValue().length(), 0);
  }

  private Composed list(NodeEvent start, int depth) {
    limitDepth(start, depth);
    List<YamlNode> items = new ArrayList<>();
    int size = 1;
    int height = 0;
    for (Event next = events.next(); next instanceof NodeEvent; next = events.next()) {
      Composed item = compose(next, depth);
      items.add(item.node());
      size += item.size();
      height = Math.max(height, item.height());
    }
    return new Composed(new YamlList(places.of(start.getStartMark()), items), size, height + 1);
  }

  private Composed map(MappingStartEvent start, int depth) {
    limitDepth(start, depth);
    SequencedMap<String, YamlMap.Entry> entries = new LinkedHashMap<>();
    int size = 1;
    int height = 0;
    for (Event next = events.next(); next instanceof NodeEvent; next = events.next()) {
      SourceLocation keyLocation = places.of(next.getStartMark());
      Composed key = compose(next, depth);
      Composed value = compose(events.next(), depth);
      put(entries, key.node(), new YamlMap.Entry(keyLocation, value.node()));
      size += key.size() + value.size();
      height = Math.max(height, Math.max(key.height(), value.height()));
    }
    return new Composed(new YamlMap(places.of(start.getStartMark()), entries), size, height + 1);
  }

  private void put(SequencedMap<String, YamlMap.Entry> entries, YamlNode key, YamlMap.Entry entry) {
    if (!(key instanceof YamlScalar scalar) || scalar.kind() != YamlScalar.Kind.TEXT) {
      problems.error(
          entry.keyLocation(), "key must be text, found " + key.describe() + keyRemedy(key));
      return;
    }
    YamlMap.Entry first = entries.putIfAbsent(scalar.text(), entry);
    if (first != null) {
      problems.error(
          entry.keyLocation(),
          "key %s is given twice; the first is in line %d, remove one of them"
              .formatted(AuthorText.quote(scalar.text()), first.keyLocation().line()));
    }
  }

  private static String keyRemedy(YamlNode key) {
    return switch (key) {
      case YamlScalar scalar when scalar.text().isEmpty() -> "; write the key before the colon";
      case YamlScalar _ -> "; put it in quotes";
      case YamlMap _, YamlList _ -> "; put a value that begins with \"{\" or \"[\" in quotes";
    };
  }

  private void limitDepth(NodeEvent start, int depth) {
    if (depth > MAX_DEPTH) {
      problems.error(
          places.of(start.getStartMark()), "nested deeper than " + MAX_DEPTH + " levels");
      throw new StoppedReading();
    }
  }

  private void refuseTag(NodeEvent event) {
    tag(event)
        .ifPresent(tag -> problems.error(places.of(event.getStartMark()), SyntaxError.NO_TAGS));
  }

  private static Optional<String> tag(NodeEvent event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case CollectionStartEvent collection -> collection.getTag();
      default -> Optional.empty();
    };
  }
}
