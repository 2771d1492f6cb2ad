package org.sqlwidgets.expect;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.Expectation;
import org.sqlwidgets.widget.Expectation.Check;
import org.sqlwidgets.widget.Expectation.Expected;

/** Says in words what a check expects. */
public final class ExpectedWords {
  private ExpectedWords() {}

  /** What must be true, such as {@code at least 1 row}. */
  public static String of(Check check) {
    return switch (check) {
      case Expectation.RowCount count -> rows(count.least(), count.most());
      case Expectation.Columns columns -> "the columns " + RowTest.quoted(columns.names());
      case Expectation.Unique unique ->
          "no two rows with the same " + RowTest.quoted(unique.columns());
      case Expectation.NotNull notNull ->
          "a value in every row of " + RowTest.quoted(notNull.columns());
      case Expectation.ValueAt value ->
          "%s in row %d of \"%s\"".formatted(of(value.expected()), value.row(), value.column());
      case Expectation.Within within ->
          "all rows within %d ms".formatted(within.limit().toMillis());
    };
  }

  private static String rows(int least, int most) {
    if (least == most) {
      return "exactly " + counted(most);
    }
    if (most == Integer.MAX_VALUE) {
      return "at least " + counted(least);
    }
    return least == 0 ? "at most " + counted(most) : least + " to " + counted(most);
  }

  private static String counted(int rows) {
    return rows + (rows == 1 ? " row" : " rows");
  }

  /** What a value may be, such as {@code 1 to 2}. */
  static String of(Expected expected) {
    return switch (expected) {
      case Expectation.Null nothing -> "NULL";
      case Expectation.Text(String text) -> shown(text);
      case Expectation.Bool(boolean value) -> shown(value);
      case Expectation.Between between -> words(between);
    };
  }

  private static String words(Expectation.Between between) {
    String least = between.least().map(ExpectedWords::shown).orElse("");
    String most = between.most().map(ExpectedWords::shown).orElse("");
    if (least.equals(most)) {
      return least;
    }
    if (most.isEmpty()) {
      return "at least " + least;
    }
    return least.isEmpty() ? "at most " + most : least + " to " + most;
  }

  /** A value as it is shown to people; long texts are cut off. */
  static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case String text when text.length() > 80 -> '"' + text.substring(0, 80) + "…\"";
      case String text -> '"' + text + '"';
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}
