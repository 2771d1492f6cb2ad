package org.sqlwidgets.yaml;

import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.SourceLocation;

/** A value in a YAML text, with its place in the file. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

  /** The place in the file where the value begins. */
  SourceLocation location();

  /**
   * The value as plain Java, to hand a snippet on as it is.
   *
   * @return an unmodifiable {@code Map} in the author's order, an unmodifiable {@code List}, a
   *     {@code String}, {@code BigDecimal} or {@code Boolean}; null for an empty value
   */
  @Nullable Object toPlain();

  /** The value as a message names it: {@code the number 5}, {@code the text "abc"}, a list. */
  String describe();

  /** True for an empty value: {@code null}, {@code ~} or nothing at all. */
  default boolean isNull() {
    return false;
  }
}
