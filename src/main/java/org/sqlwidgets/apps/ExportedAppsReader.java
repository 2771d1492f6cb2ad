package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sqlwidgets.apps.AppReader.Reading;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.problem.SourceTextReader;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlReader;

/**
 * Reads {@code apps.json} as the client exports it: a list of apps, or one (contract §5).
 *
 * <p>JSON is YAML, so its problems have places, too. What is wrong with one app leaves out that
 * one.
 */
final class ExportedAppsReader {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final SourceFile file;
  private final Problems problems = new Problems();
  private final List<AppDefinition> definitions = new ArrayList<>();
  private boolean whole = true;

  private ExportedAppsReader(SourceFile file) {
    this.file = file;
  }

  static Reading read(SourceFile file) {
    ExportedAppsReader reader = new ExportedAppsReader(file);
    Optional<YamlNode> root =
        SourceTextReader.read(file.display(), file.bytes(), reader.problems)
            .flatMap(text -> YamlReader.read(withoutTabs(text), MOST_BYTES, reader.problems));
    root.filter(node -> !reader.problems.hasErrors())
        .ifPresentOrElse(reader::apps, () -> reader.whole = false);
    return new Reading(reader.definitions, reader.whole, reader.problems.list());
  }

  /** JSON may be indented with tabs, YAML may not; inside its texts there are none. */
  private static SourceText withoutTabs(SourceText text) {
    return new SourceText(text.file(), text.text().replace('\t', ' '), text.lines());
  }

  private void apps(YamlNode root) {
    switch (root) {
      case YamlList list -> list.items().forEach(this::app);
      case YamlMap map when map.entries().isEmpty() -> {}
      default -> app(root);
    }
  }

  private void app(YamlNode node) {
    if (node.isNull()) {
      return;
    }
    Problems own = new Problems();
    Optional<AppDefinition> definition = Optional.empty();
    if (node instanceof YamlMap map) {
      YamlMap app = withGroups(ExportedApp.normal(map, own));
      requireKeys(app, own);
      definition = Optional.of(new AppReader(app, own).definition(file));
    } else {
      own.error(
          node.location(), "expected an app, a map with a name and tabs, found " + node.describe());
    }
    boolean right = own.list().stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    definition.filter(found -> right).ifPresent(definitions::add);
    whole &= right;
    problems.addAll(own.list());
  }

  /** What an {@code app.yml} may leave out, since its folder says it. */
  private static void requireKeys(YamlMap app, Problems own) {
    for (String key : List.of("name", "tabs")) {
      if (app.get(key).isEmpty()) {
        own.error(app.location(), "an exported app needs \"%s\"".formatted(key));
      }
    }
  }

  /** No groups means none; in an {@code app.yml} it means those that fit. */
  private static YamlMap withGroups(YamlMap app) {
    if (app.get("groups").isPresent()) {
      return app;
    }
    SequencedMap<String, YamlMap.Entry> entries = new LinkedHashMap<>(app.entries());
    entries.put(
        "groups", new YamlMap.Entry(app.location(), new YamlList(app.location(), List.of())));
    return new YamlMap(app.location(), entries);
  }
}
