package org.sqlwidgets.definition;

import java.time.Duration;
import java.util.Optional;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.yaml.YamlFields;

/** Reads lengths of time that are longer than nothing and not absurd. */
final class Times {
  private Times() {}

  static Optional<Duration> read(
      YamlFields fields, String key, Duration longest, Problems problems) {
    Optional<Duration> time = fields.duration(key);
    if (time.isPresent() && (time.get().isZero() || time.get().compareTo(longest) > 0)) {
      problems.error(
          fields.where(key),
          "\"%s\" must be longer than 0 and at most %dh".formatted(key, longest.toHours()));
      return Optional.empty();
    }
    return time;
  }
}
