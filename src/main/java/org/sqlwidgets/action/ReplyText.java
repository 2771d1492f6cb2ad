package org.sqlwidgets.action;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.Action;

/** The text that a form shows when its action is done. */
final class ReplyText {
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final int LONGEST_VALUE = 200;

  private ReplyText() {}

  /**
   * The author's message with its names filled in, else what was done to how many rows.
   *
   * @param inputs the values by name, secrets masked
   */
  static String of(Action action, Map<String, Object> inputs, int rows) {
    return action
        .message()
        .map(template -> filled(template, inputs, rows))
        .orElseGet(() -> done(action.kind()) + " " + counted(rows));
  }

  private static String done(String word) {
    return switch (word) {
      case "INSERT" -> "Added";
      case "DELETE" -> "Deleted";
      default -> "Changed";
    };
  }

  private static String counted(int rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }

  private static String filled(String template, Map<String, Object> inputs, int rows) {
    return NAME.matcher(template)
        .replaceAll(
            name ->
                Matcher.quoteReplacement(
                    name.group(1).equals("rows") && !inputs.containsKey("rows")
                        ? String.valueOf(rows)
                        : shown(inputs.get(name.group(1)))));
  }

  private static String shown(@Nullable Object value) {
    String text =
        switch (value) {
          case null -> "";
          case BigDecimal number -> number.toPlainString();
          case List<?> list ->
              list.stream().map(ReplyText::shown).collect(Collectors.joining(", "));
          default -> value.toString();
        };
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }
}
