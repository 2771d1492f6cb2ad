package org.sqlwidgets.sql;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random SQL text of which it is known where the placeholders are. */
final class SqlTextArbitraries {

  /**
   * A piece of a generated text.
   *
   * @param text the SQL, an expression or a comment with its line end
   * @param placeholder the name when the piece is a placeholder; else empty
   */
  record Segment(String text, String placeholder) {
    static Segment of(String text) {
      return new Segment(text, "");
    }
  }

  private SqlTextArbitraries() {}

  /** The expressions of a select list, with comments between them. */
  static Arbitrary<List<Segment>> segments(SqlDialect dialect) {
    Arbitrary<Segment> common =
        Arbitraries.oneOf(placeholders(), strings(), names(), dollarQuotes(), comments(), plain());
    Arbitrary<Segment> special =
        switch (dialect) {
          case POSTGRESQL -> Arbitraries.oneOf(escapeStrings(), taggedDollarQuotes());
          case H2 -> Arbitraries.oneOf(backtickNames(), slashComments());
        };
    return Arbitraries.frequencyOf(Tuple.of(4, common), Tuple.of(1, special)).list().ofMaxSize(20);
  }

  private static Arbitrary<Segment> placeholders() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .withChars('_')
        .ofMinLength(1)
        .ofMaxLength(4)
        .map(name -> new Segment(":" + name, name));
  }

  private static Arbitrary<Segment> strings() {
    return content("'").map(text -> Segment.of("'" + text + "'"));
  }

  private static Arbitrary<Segment> names() {
    return content("\"").map(text -> Segment.of("1 AS \"n" + text + "\""));
  }

  private static Arbitrary<Segment> backtickNames() {
    return content("`").map(text -> Segment.of("1 AS `n" + text + "`"));
  }

  private static Arbitrary<Segment> dollarQuotes() {
    return content("").map(text -> Segment.of("$$" + text.replace('$', '-') + "$$"));
  }

  private static Arbitrary<Segment> taggedDollarQuotes() {
    return content("").map(text -> Segment.of("$q$" + text.replace("$q$", "") + "$q$"));
  }

  private static Arbitrary<Segment> escapeStrings() {
    return content("")
        .map(text -> text.replace("\\", "\\\\").replace("'", "\\'"))
        .map(text -> Segment.of("E'" + text + "'"));
  }

  private static Arbitrary<Segment> comments() {
    Arbitrary<String> line = content("").map(text -> "--" + text.replaceAll("[\r\n]", "") + "\n");
    Arbitrary<String> block = content("").map(text -> "/*" + text.replaceAll("[*/]", "") + "*/");
    Arbitrary<String> nested = block.map(inner -> "/* :a " + inner + " :b */");
    return Arbitraries.oneOf(line, block, nested).map(Segment::of);
  }

  private static Arbitrary<Segment> slashComments() {
    return content("").map(text -> Segment.of("//" + text.replaceAll("[\r\n]", "") + "\n"));
  }

  private static Arbitrary<Segment> plain() {
    return Arbitraries.of(
            "1",
            "1.5e3",
            "'2'::int",
            "'a'||'b'",
            "(2)::text",
            "1 AS v$a",
            "1 AS größe",
            "(ARRAY[1])[1]")
        .map(Segment::of);
  }

  /** Text to be put into quotes: all that could end them too early; the quote itself is doubled. */
  private static Arbitrary<String> content(String quote) {
    Arbitrary<String> pieces =
        Arbitraries.of(
            ":a",
            ":b ",
            "'",
            "\"",
            "`",
            "$",
            "$q$",
            "--",
            "//",
            "/",
            "*",
            "\\",
            ";",
            "?",
            "(",
            ")",
            "::",
            "E",
            "U&",
            "\n",
            " ",
            "x",
            "é",
            "😱",
            "DELETE FROM t");
    return pieces
        .list()
        .ofMaxSize(6)
        .map(list -> String.join("", list))
        .map(text -> quote.isEmpty() ? text : text.replace(quote, quote + quote));
  }

  /** A query that selects the segments; comments stand between its expressions. */
  static Arbitrary<Query> queries(SqlDialect dialect) {
    Arbitrary<String> separators = Arbitraries.of(",", ", ", " ,\n", "\t,", "\r\n,");
    return Combinators.combine(segments(dialect), separators).as(Query::of);
  }

  /**
   * A text and the placeholders that were put into it.
   *
   * @param sql one query
   * @param placeholders what must be found in it
   */
  record Query(String sql, List<Placeholder> placeholders) {

    private static Query of(List<Segment> segments, String separator) {
      StringBuilder sql = new StringBuilder("SELECT 0");
      List<Placeholder> placeholders = new ArrayList<>();
      for (Segment segment : segments) {
        boolean comment = segment.text().startsWith("--") || segment.text().startsWith("/");
        sql.append(comment ? " " : separator);
        if (!segment.placeholder().isEmpty()) {
          placeholders.add(new Placeholder(segment.placeholder(), sql.length()));
        }
        sql.append(segment.text());
      }
      return new Query(sql.toString(), List.copyOf(placeholders));
    }
  }
}
