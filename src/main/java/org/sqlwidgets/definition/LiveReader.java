package org.sqlwidgets.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.WidgetType;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads the keys of a live grid: {@code data.wsRowIdColumn}, {@code interval}, {@code listen}. */
final class LiveReader {
  static final String ROW_ID = "wsRowIdColumn";
  static final String ROW_IDS = "wsRowIdColumns";

  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofHours(24);

  private LiveReader() {}

  static LiveDefinition read(YamlFields fields, Optional<YamlMap> data, Problems problems) {
    return new LiveDefinition(
        fields.where("type"),
        data.map(map -> rowId(map, new Problems())).orElse(List.of()),
        interval(fields, problems),
        channel(fields, problems));
  }

  private static Optional<Duration> interval(YamlFields fields, Problems problems) {
    Optional<Duration> interval = Times.read(fields, "interval", LONGEST, problems);
    if (interval.isPresent() && interval.get().compareTo(SHORTEST) < 0) {
      problems.error(
          fields.where("interval"),
          "\"interval\" must be at least %dms".formatted(SHORTEST.toMillis()));
    }
    return interval;
  }

  /** PostgreSQL writes names in small letters unless they are in quotes. */
  private static Optional<Located<String>> channel(YamlFields fields, Problems problems) {
    Optional<String> channel = fields.text("listen");
    if (channel.isPresent() && !channel.get().matches("[a-z_][a-z0-9_]{0,62}")) {
      problems.error(
          fields.where("listen"),
          "\"listen\" must be a channel's name of small letters, digits and \"_\", such as"
              + " prices_changed; NOTIFY Prices, too, tells the channel prices");
    }
    return channel.map(name -> new Located<>(name, fields.where("listen")));
  }

  /** The columns that {@code data} names as the id of a row, under either of OpenBB's keys. */
  static List<Located<String>> rowId(YamlMap data, Problems problems) {
    YamlFields keys = new YamlFields(data, problems);
    if (keys.has(ROW_ID) && keys.has(ROW_IDS)) {
      problems.error(
          keys.whereKey(ROW_IDS),
          "\"%s\" says the same as \"%s\"; give all columns in one of them"
              .formatted(ROW_IDS, ROW_ID));
    }
    String key = keys.has(ROW_ID) ? ROW_ID : ROW_IDS;
    if (keys.texts(key).isEmpty()) {
      return List.of();
    }
    YamlNode node = keys.node(key).orElseThrow();
    List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
    return items.stream()
        .map(item -> new Located<>(((YamlScalar) item).text(), item.location()))
        .toList();
  }

  /** Keys that no other type of widget uses. */
  static void refuseFor(WidgetType type, YamlFields fields, YamlMap header, Problems problems) {
    String message =
        "\"%s\" belongs to type: live_grid, and this widget is of type %s; remove it"
            + " or change the type";
    for (String key : List.of("interval", "listen")) {
      fields.refuse(key, message.formatted(key, type.word()));
    }
    for (String key : List.of(ROW_ID, ROW_IDS)) {
      YamlPaths.find(header, "data", key)
          .ifPresent(node -> problems.error(node.location(), message.formatted(key, type.word())));
    }
  }
}
