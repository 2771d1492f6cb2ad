package org.sqlwidgets.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlwidgets.definition.CompilerSettings;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.Widget;

/**
 * A widget file to begin with: what is known is written down, what may be wanted is a comment.
 *
 * @param text the file
 * @param summary what is in it
 */
record StarterFile(String text, String summary) {
  private static final int MOST_COLUMNS = 100;

  /** Texts that mean themselves in YAML, even in braces. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_ %()/-]*(?<! )");

  private static final Set<String> WORDS = Set.of("true", "false", "null");

  /**
   * A file for a query.
   *
   * @param widget what the query gives without a header
   * @param table the table that it reads; empty = it was given as it is
   */
  static StarterFile of(Widget widget, String datasource, Optional<String> table, String query) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("name: ").append(yaml(widget.name())).append('\n');
    yaml.append(
        table
            .map(name -> "description: " + yaml("Rows of " + name.replace("\"", "")) + "\n")
            .orElse("# description: what it shows; the AI chooses widgets by it\n"));
    yaml.append("# type: table                # or metric, chart, markdown, html, ssrm_table, …\n");
    if (!datasource.equals(CompilerSettings.DEFAULT_DATASOURCE)) {
      yaml.append("datasource: ").append(yaml(datasource)).append('\n');
    }
    params(yaml, widget.params());
    columns(yaml, widget.columns());
    yaml.append("# expect:                    # what check holds the rows against\n");
    yaml.append("#   - rows: { min: 1 }\n");
    return new StarterFile(
        fenced(yaml) + query + "\n",
        "%s, %s"
            .formatted(
                plural(widget.columns().size(), "column"),
                plural(widget.params().size(), "param")));
  }

  /** The header of a query that another than the usual datasource runs; may be empty. */
  static String datasourceHeader(String datasource) {
    return datasource.equals(CompilerSettings.DEFAULT_DATASOURCE)
        ? ""
        : fenced(new StringBuilder("datasource: " + yaml(datasource) + "\n"));
  }

  private static String fenced(StringBuilder yaml) {
    StringBuilder text = new StringBuilder("-- ---\n");
    yaml.toString().lines().forEach(line -> text.append("-- ").append(line).append('\n'));
    return text.append("-- ---\n").toString();
  }

  private static void params(StringBuilder yaml, List<Param> params) {
    if (!params.isEmpty()) {
      yaml.append("params:\n");
    }
    for (Param param : params) {
      yaml.append("  - paramName: ").append(param.paramName()).append('\n');
      yaml.append("    type: ").append(param.type().word()).append('\n');
      if (param.multi()) {
        yaml.append("    multiple: true\n");
      }
      yaml.append("    # value: ").append(example(param.type()));
      yaml.append("   # the value at the start; without one it is NULL\n");
    }
  }

  private static String example(ParamType type) {
    return switch (type) {
      case DATE -> "$currentDate-1y";
      case NUMBER -> "1";
      case BOOLEAN -> "true";
      default -> "some text";
    };
  }

  private static void columns(StringBuilder yaml, List<ColumnDef> columns) {
    yaml.append("columns:\n");
    for (ColumnDef column : columns.subList(0, Math.min(columns.size(), MOST_COLUMNS))) {
      String title = column.publishedText("headerName").orElse(column.field());
      yaml.append("  %s: { headerName: %s }".formatted(yaml(column.field()), yaml(title)));
      yaml.append("   # ").append(column.sqlType().name().toLowerCase(Locale.ROOT)).append('\n');
    }
    if (columns.size() > MOST_COLUMNS) {
      yaml.append("  # and %d more columns\n".formatted(columns.size() - MOST_COLUMNS));
    }
  }

  /** A text as YAML reads it back. */
  private static String yaml(String text) {
    if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
