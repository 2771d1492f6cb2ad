package org.sqlwidgets.widget;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.sql.Placeholder;

/** The statements that a query may be: one, or one for each choice of its optional clauses. */
public sealed interface Statements {

  /**
   * The statement to run.
   *
   * @param hasValue whether a param has a value, that is, is not NULL
   */
  Statement choose(Predicate<String> hasValue);

  /** The same statement, whichever params have a value. */
  record Single(Statement statement) implements Statements {
    @Override
    public Statement choose(Predicate<String> hasValue) {
      return statement;
    }
  }

  /**
   * A statement with those clauses of which every param has a value (widget-file §10).
   *
   * @param sql the author's text
   * @param arrayNames the params that are bound as one array
   * @param placements what fills each placeholder of the text, clauses included
   */
  record WithClauses(ParsedSql sql, Set<String> arrayNames, List<Placement> placements)
      implements Statements {

    /** Copies the collections. */
    public WithClauses {
      arrayNames = Set.copyOf(arrayNames);
      placements = List.copyOf(placements);
    }

    @Override
    public Statement choose(Predicate<String> hasValue) {
      Set<Placeholder> left = Set.copyOf(sql.placeholders(hasValue));
      List<Placement> bound =
          IntStream.range(0, placements.size())
              .filter(i -> left.contains(sql.placeholders().get(i)))
              .mapToObj(placements::get)
              .toList();
      return new Statement(sql.toJdbc(arrayNames, hasValue).text(), bound);
    }
  }
}
