package org.sqlwidgets.ssrm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.ssrm.SqlText.Derived;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.widget.Statement;
import org.sqlwidgets.widget.Statements;

/** Holds what a grid's request becomes to this: its SQL is made of the product's words alone. */
public final class RowsRequestFuzz {
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxNumberLength(400)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

  /** One column of each type, and names that need their quotes. */
  private static final List<ColumnDef> COLUMNS =
      Stream.concat(
              Arrays.stream(SqlType.values()).map(type -> column(type.name(), type)),
              Stream.of(column("a\"b", SqlType.TEXT), column("?; --", SqlType.INTEGER)))
          .toList();

  /** All the words that the product writes into the SQL of a block. */
  private static final Set<String> WORDS =
      Set.of(
          ("ALL AND ANY ARRAY_AGG AS ASC AVG BOOL_AND BOOL_OR BY CAST COUNT DESC ESCAPE FALSE FROM"
                  + " GROUP IS LAST LIKE LIMIT LOWER MAX MIN NOT NULL NULLS OFFSET OR ORDER OVER"
                  + " ROW_NUMBER SELECT SUM TRAILING TRIM TRUE WHERE as decfloat double g numeric"
                  + " precision q real t varchar")
              .split(" "));

  private static final Pattern TOKEN =
      Pattern.compile("\"((?:[^\"]|\"\")*)\"|'((?:[^']|'')*)'|([A-Za-z_]+)|([0-9]+)|\\?|(.)");
  private static final String SYMBOLS = " \n(),=<>*[].";

  private static final List<Query> QUERIES =
      List.of(query(SqlDialect.H2), query(SqlDialect.POSTGRESQL));
  private static final RequestReader READER = new RequestReader(Clock.systemUTC());

  private RowsRequestFuzz() {}

  private static ColumnDef column(String name, SqlType type) {
    return new ColumnDef(name, type, SqlType.TEXT, 0, WireForm.BY_TYPE, Map.of());
  }

  private static Query query(SqlDialect dialect) {
    String text = "SELECT * FROM t ORDER BY 1";
    return new Query(
        ParsedSql.parse(SourceText.ofFile("q.sql", text), dialect, new Problems()).orElseThrow(),
        new Statements.Single(new Statement(text, List.of())),
        "widgets",
        List.of(),
        COLUMNS,
        Duration.ofSeconds(1),
        10_000,
        Optional.empty());
  }

  /** Reads one body and writes the statements that it asks for. */
  public static void fuzzerTestOneInput(byte[] data) {
    body(data).ifPresent(RowsRequestFuzz::writes);
  }

  private static Optional<Map<String, Object>> body(byte[] data) {
    try {
      return plain(JSON.readValue(data, Object.class)) instanceof Map<?, ?> map
          ? Optional.of(texts(map))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> texts(Map<?, ?> map) {
    Map<String, Object> texts = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            texts.put(String.valueOf(key), value);
          }
        });
    return texts;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case BigInteger number -> new BigDecimal(number);
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, item) -> plain.put(String.valueOf(key), plain(item)));
        plain.values().removeIf(item -> item == null);
        yield plain;
      }
      case List<?> list -> list.stream().map(RowsRequestFuzz::plain).toList();
      case null, default -> value;
    };
  }

  private static void writes(Map<String, Object> body) {
    RowsRequest request;
    try {
      request = READER.read(body, COLUMNS);
    } catch (QueryFailedException e) {
      hold(e.reason() == Reason.REFUSED, "a request is refused, nothing else");
      String text = String.valueOf(e.getMessage());
      hold(text.length() < 3000 && !text.isBlank(), "a refusal is short");
      return;
    }
    for (Query query : QUERIES) {
      BlockSql sql = new BlockSql(query, new BoundParams(Map.of()), request);
      isOfKnownWords(sql.rows());
      isOfKnownWords(sql.count());
    }
  }

  private static void isOfKnownWords(Derived derived) {
    Statement statement = derived.query().statements().choose(name -> true);
    Set<String> strange = new TreeSet<>();
    int questionMarks = 0;
    Matcher token = TOKEN.matcher(statement.jdbcText());
    while (token.find()) {
      questionMarks += token.group().equals("?") ? 1 : 0;
      if (!isKnown(token)) {
        strange.add(token.group());
      }
    }
    hold(strange.isEmpty(), "no other words: " + strange + " in " + statement.jdbcText());
    hold(questionMarks == statement.placements().size(), "one ? for each value");
    statement
        .placements()
        .forEach(
            place -> hold(derived.params().values().containsKey(place.name()), "a value for each"));
  }

  private static boolean isKnown(Matcher token) {
    if (token.group(1) != null) {
      String name = token.group(1).replace("\"\"", "\"");
      return name.equals("n")
          || name.equals("k")
          || name.equals("#")
          || COLUMNS.stream().anyMatch(column -> column.field().equals(name));
    }
    if (token.group(2) != null) {
      return token.group(2).isEmpty() || token.group(2).equals("!");
    }
    if (token.group(3) != null) {
      return WORDS.contains(token.group(3));
    }
    return token.group(5) == null || SYMBOLS.contains(token.group(5));
  }

  private static void hold(boolean holds, String claim) {
    if (!holds) {
      throw new AssertionError(claim);
    }
  }
}
