package org.sqlwidgets.definition;

import java.time.Duration;
import java.util.Optional;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.Caching;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;

/** Reads {@code cache}: one time, or a map of {@code fresh} and {@code stale}. */
final class CacheReader {
  private static final String KEY = "cache";

  private CacheReader() {}

  static Optional<Caching> read(YamlFields fields, Problems problems) {
    return fields.node(KEY).orElse(null) instanceof YamlMap map
        ? both(map, problems)
        : Times.read(fields, KEY, OpenbbShapes.LONGEST_TIME, problems).map(Caching::new);
  }

  private static Optional<Caching> both(YamlMap map, Problems problems) {
    YamlFields times = new YamlFields(map, problems);
    Optional<Duration> fresh = Times.read(times, "fresh", OpenbbShapes.LONGEST_TIME, problems);
    Optional<Duration> stale = Times.read(times, "stale", OpenbbShapes.LONGEST_TIME, problems);
    times.refuseOthers();
    if (!times.has("fresh")) {
      problems.error(map.location(), "\"cache\" needs \"fresh\", such as { fresh: 5m, stale: 1h }");
    }
    return fresh.map(time -> new Caching(time, stale.orElse(Duration.ZERO)));
  }
}
