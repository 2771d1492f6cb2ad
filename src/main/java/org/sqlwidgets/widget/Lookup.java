package org.sqlwidgets.widget;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.problem.SourceLocation;

/**
 * A named source of dropdown options (widget-file §5).
 *
 * @param name the last segment of its address; {@code <widget>.<param>} for an inline query
 * @param definedAt the place that defines it
 * @param description what the options are
 * @param source where the options come from
 */
public record Lookup(
    String name, SourceLocation definedAt, Optional<String> description, OptionsSource source) {

  /** The most options that one reply may hold. */
  public static final int MOST_OPTIONS = 10_000;

  /** Where the options come from. */
  public sealed interface OptionsSource {

    /** The names of the params on which the options depend. */
    List<String> dependsOn();
  }

  /**
   * Options from a query.
   *
   * @param query columns {@code value}, {@code label}, {@code description}, {@code
   *     right_of_description}, found by name, else by position
   * @param columns the position of each of the four in the query's columns; -1 = not given
   */
  public record QueryOptions(Query query, OptionColumns columns) implements OptionsSource {
    @Override
    public List<String> dependsOn() {
      return query.params().stream().map(Param::paramName).toList();
    }
  }

  /**
   * The 0-based positions of the columns that make an option; -1 = not given.
   *
   * @param value what is sent
   * @param label what is shown
   * @param description a line below
   * @param rightOfDescription a text to its right
   */
  public record OptionColumns(int value, int label, int description, int rightOfDescription) {}

  /**
   * Options kept as rows in the database.
   *
   * @param options all options in order
   * @param parentParam the param on which they depend
   */
  public record StoredOptions(List<StoredOption> options, Optional<String> parentParam)
      implements OptionsSource {

    /** Copies the list. */
    public StoredOptions {
      options = List.copyOf(options);
    }

    @Override
    public List<String> dependsOn() {
      return parentParam.stream().toList();
    }
  }

  /**
   * One stored option.
   *
   * @param option what is sent
   * @param parentValue shown only for this value of the parent param; empty = always
   */
  public record StoredOption(Option option, Optional<String> parentValue) {}
}
