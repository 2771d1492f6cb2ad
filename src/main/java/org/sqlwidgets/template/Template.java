package org.sqlwidgets.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;

/**
 * A logic-less Mustache text over the rows of a reply (widget-file §4).
 *
 * <p>{@code {{column}}} is the first row's value, {@code {{#rows}}…{{/rows}}} repeats for each row,
 * {@code {{^rows}}…{{/rows}}} stands when there is none. Values are escaped for Markdown; three
 * braces leave them as they are.
 */
public final class Template {
  private static final String ROWS = "rows";

  private final com.samskivert.mustache.Template compiled;
  private final List<ColumnDef> columns;
  private final List<CellFormat> formats;

  private Template(com.samskivert.mustache.Template compiled, List<ColumnDef> columns) {
    this.compiled = compiled;
    this.columns = columns;
    this.formats = columns.stream().map(CellFormat::new).toList();
  }

  /** A template that cannot be used; the message says why, in words for its author. */
  public static final class TemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
      super(message);
    }
  }

  /**
   * Compiles a template for a query's columns.
   *
   * @throws TemplateException when it does not parse or names something that is not there
   */
  public static Template markdown(String text, List<ColumnDef> columns) throws TemplateException {
    try {
      com.samskivert.mustache.Template compiled =
          Mustache.compiler()
              .withEscaper(MarkdownEscape::escape)
              .defaultValue("")
              .withLoader(Template::refusePartial)
              .compile(text);
      refuseUnknown(compiled, columns);
      return new Template(compiled, columns);
    } catch (MustacheException e) {
      throw new TemplateException(TemplateErrors.inWords(String.valueOf(e.getMessage())));
    }
  }

  private static java.io.Reader refusePartial(String name) {
    throw new MustacheException("{{>" + name + "}} is not supported; write the text in place");
  }

  private static void refuseUnknown(
      com.samskivert.mustache.Template compiled, List<ColumnDef> columns) throws TemplateException {
    Set<String> known = new LinkedHashSet<>(List.of(ROWS, "-first", "-last", "-index", "."));
    columns.forEach(column -> known.add(column.field()));
    Set<String> unknown = new LinkedHashSet<>();
    compiled.visit(new NameCollector(name -> collect(name, known, unknown)));
    if (!unknown.isEmpty()) {
      throw new TemplateException(
          "template names "
              + quoted(unknown)
              + ", which the query does not return; it returns "
              + quoted(columns.stream().map(ColumnDef::field).toList()));
    }
  }

  private static void collect(String name, Set<String> known, Set<String> unknown) {
    if (!known.contains(name)) {
      unknown.add(name);
    }
  }

  private static String quoted(java.util.Collection<String> names) {
    return "\"" + String.join("\", \"", names) + "\"";
  }

  /** The text for all rows of a cursor. */
  public String render(Rows rows) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    Cell cell = new Cell();
    while (rows.next()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        String value = cell.read(rows, i);
        row.put(columns.get(i).field(), value == null ? null : shown(i, value));
      }
      all.add(row);
    }
    Map<String, @Nullable Object> context =
        new LinkedHashMap<>(all.isEmpty() ? Map.of() : all.getFirst());
    context.put(ROWS, all);
    return compiled.execute(context);
  }

  /** Booleans stay booleans, so that a section can depend on them. */
  private Object shown(int column, String value) {
    return switch (columns.get(column).sqlType()) {
      case BOOLEAN -> Boolean.valueOf(value);
      default -> formats.get(column).format(value);
    };
  }
}
