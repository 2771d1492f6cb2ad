package org.sqlwidgets.template;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
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
 * {@code {{^rows}}…{{/rows}}} stands when there is none, {@code {{count}}} is their number and
 * {@code {{sum.column}}} what a column adds up to. Values are escaped for the target; three braces
 * leave them as they are.
 */
public final class Template {
  private final com.samskivert.mustache.Template compiled;
  private final List<ColumnDef> columns;
  private final List<CellFormat> formats;
  private final Set<ColumnDef> summed;
  private final Map<String, String> constants;

  private Template(
      com.samskivert.mustache.Template compiled,
      List<ColumnDef> columns,
      Set<ColumnDef> summed,
      Map<String, String> constants) {
    this.compiled = compiled;
    this.columns = columns;
    this.formats = columns.stream().map(CellFormat::new).toList();
    this.summed = summed;
    this.constants = constants;
  }

  /** A template that cannot be used; the message says why, in words for its author. */
  public static final class TemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
      super(message);
    }
  }

  /**
   * Compiles a Markdown template for a query's columns.
   *
   * @throws TemplateException when it does not parse or names something that is not there
   */
  public static Template markdown(String text, List<ColumnDef> columns) throws TemplateException {
    try {
      Vocabulary vocabulary = new Vocabulary(columns, Set.of());
      Mustache.Compiler compiler = compiler(MarkdownEscape::escape);
      com.samskivert.mustache.Template compiled = compiler.compile(text);
      Set<String> names = names(compiled);
      vocabulary.check(names);
      return new Template(compiled, columns, vocabulary.summed(names), Map.of());
    } catch (MustacheException e) {
      throw new TemplateException(TemplateErrors.inWords(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Compiles a template of an HTML page, or of a part of one, for a query's columns.
   *
   * @param theme the value of {@code {{theme}}}
   * @throws TemplateException when it does not parse, names something that is not there, or puts a
   *     value where no escaping makes it safe
   */
  public static Template html(String text, List<ColumnDef> columns, String theme)
      throws TemplateException {
    try {
      Map<String, String> constants = Map.of("theme", theme);
      Vocabulary vocabulary = new Vocabulary(columns, constants.keySet());
      Mustache.Compiler compiler = compiler(Escapers.HTML);
      com.samskivert.mustache.Template plain = compiler.compile(text);
      Set<String> names = names(plain);
      vocabulary.check(names);
      TemplateText pieces = TemplateText.of(text);
      if (!pieces.trace().equals(TemplateText.trace(plain))) {
        throw new TemplateException("template cannot be read: its tags are not clear");
      }
      String marked = HtmlPlaces.mark(pieces, vocabulary::isNumber);
      return new Template(compiler.compile(marked), columns, vocabulary.summed(names), constants);
    } catch (MustacheException e) {
      throw new TemplateException(TemplateErrors.inWords(String.valueOf(e.getMessage())));
    }
  }

  private static Mustache.Compiler compiler(Mustache.Escaper escaper) {
    return Mustache.compiler()
        .withEscaper(escaper)
        .withCollector(new MapCollector())
        .withFormatter(Template::text)
        .zeroIsFalse(true)
        .defaultValue("")
        .withLoader(Template::refusePartial);
  }

  private static String text(Object value) {
    return value instanceof Integer number
        ? CellFormat.grouped(Integer.toString(number))
        : String.valueOf(value);
  }

  private static java.io.Reader refusePartial(String name) {
    throw new MustacheException("{{>" + name + "}} is not supported; write the text in place");
  }

  private static Set<String> names(com.samskivert.mustache.Template compiled) {
    Set<String> names = new LinkedHashSet<>();
    compiled.visit(new NameCollector(names::add));
    return names;
  }

  /** The text for all rows of a cursor. */
  public String render(Rows rows) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    Map<String, BigDecimal> sums = new HashMap<>();
    Cell cell = new Cell();
    while (rows.next()) {
      all.add(row(rows, cell, sums));
    }
    return compiled.execute(context(all, sums));
  }

  private Map<String, @Nullable Object> row(Rows rows, Cell cell, Map<String, BigDecimal> sums) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnDef column = columns.get(i);
      String value = cell.read(rows, i);
      row.put(column.field(), value == null ? null : new FilledValue(value, shown(i, value)));
      if (value != null && summed.contains(column)) {
        sums.merge(column.field(), new BigDecimal(value), BigDecimal::add);
      }
    }
    return row;
  }

  /** Booleans stay booleans, so that a section can depend on them. */
  private Object shown(int column, String value) {
    return switch (columns.get(column).sqlType()) {
      case BOOLEAN -> Boolean.valueOf(value);
      default -> formats.get(column).format(value);
    };
  }

  /** What names mean outside of {@code rows}: totals, and the columns of the first row. */
  private Map<String, @Nullable Object> context(
      List<Map<String, @Nullable Object>> rows, Map<String, BigDecimal> sums) {
    Map<String, @Nullable Object> context = new LinkedHashMap<>(constants);
    context.put(Vocabulary.COUNT, rows.size());
    for (ColumnDef column : columns) {
      context.put(column.field(), rows.isEmpty() ? null : rows.getFirst().get(column.field()));
    }
    for (ColumnDef column : summed) {
      String sum = sums.getOrDefault(column.field(), BigDecimal.ZERO).toPlainString();
      context.put(
          Vocabulary.SUM + column.field(),
          new FilledValue(sum, new CellFormat(column).format(sum)));
    }
    context.put(Vocabulary.ROWS, rows);
    return context;
  }
}
