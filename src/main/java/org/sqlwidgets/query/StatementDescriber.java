package org.sqlwidgets.query;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.query.Description.Column;
import org.sqlwidgets.query.Description.Described;
import org.sqlwidgets.query.Description.Refused;
import org.sqlwidgets.query.Description.TypeConflict;
import org.sqlwidgets.query.Description.Unavailable;
import org.sqlwidgets.sql.JdbcSql;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.Placement;
import org.sqlwidgets.widget.SqlType;

/** Asks the database what a statement takes and gives, without running it. */
public final class StatementDescriber {
  /** PostgreSQL: "could not determine data type of parameter $3". */
  private static final String UNDETERMINED = "42P18";

  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  private final Databases databases;
  private final Function<String, DataSource> connections;
  private final AtomicLong asked = new AtomicLong();

  /** Statements are described on the reader's connections. */
  public StatementDescriber(Databases databases) {
    this(databases, databases::reader);
  }

  private StatementDescriber(Databases databases, Function<String, DataSource> connections) {
    this.databases = databases;
    this.connections = connections;
  }

  /** The same for the statements of actions, on the connections of writers. */
  public StatementDescriber ofActions() {
    return new StatementDescriber(databases, databases::writer);
  }

  /** What the database says of a statement whose types nobody has stated. */
  public Description describe(String datasource, JdbcSql sql) {
    SqlDialect dialect = databases.dialect(datasource);
    return ask(datasource, sql, connection -> described(connection, dialect, sql));
  }

  /**
   * Whether the database would take a text as it is, asked without running it.
   *
   * @param text with {@code ?} for each value
   */
  public Description prepare(String datasource, String text) {
    try (Connection connection = connections.apply(datasource).getConnection();
        PreparedStatement statement = connection.prepareStatement(text)) {
      statement.getParameterMetaData();
      connection.rollback();
      return new Described(List.of(), List.of(), Map.of(), List.of());
    } catch (SQLException e) {
      return SqlErrors.of(e).reason() == QueryFailedException.Reason.UNAVAILABLE
          ? new Unavailable(firstLine(e))
          : new Refused(firstLine(e), OptionalInt.empty());
    }
  }

  /**
   * What the database says once the types are settled: the statement as it will be run.
   *
   * @param types the type of every name
   * @return with the columns that it then returns: their types may depend on those of the values
   */
  public Description verify(
      String datasource, JdbcSql sql, List<Placement> placements, Map<String, BindType> types) {
    SqlDialect dialect = databases.dialect(datasource);
    Map<String, BoundValue> nulls = new LinkedHashMap<>();
    types.forEach((name, type) -> nulls.put(name, new BoundValue(type, null)));
    return ask(
        datasource,
        sql,
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql)) {
            StatementBinder.bind(statement, dialect, placements, new BoundParams(nulls));
            statement.getParameterMetaData();
            return new Described(
                columns(statement.getMetaData(), dialect), placements, types, List.of());
          }
        });
  }

  /**
   * Prepares a text that no connection has seen: PostgreSQL's driver would answer for a known one
   * from memory, or with an error, after a table has changed.
   */
  private PreparedStatement prepare(Connection connection, JdbcSql sql) throws SQLException {
    return connection.prepareStatement(sql.text() + "\n-- " + asked.incrementAndGet());
  }

  @FunctionalInterface
  private interface Question {
    Description put(Connection connection) throws SQLException;
  }

  private Description ask(String datasource, JdbcSql sql, Question question) {
    try (Connection connection = connections.apply(datasource).getConnection()) {
      Description answer = answer(connection, question);
      connection.rollback();
      return answer;
    } catch (SQLException e) {
      QueryFailedException meaning = SqlErrors.of(e);
      return meaning.reason() == QueryFailedException.Reason.UNAVAILABLE
          ? new Unavailable(firstLine(e))
          : refused(e, sql);
    }
  }

  /** H2's parser calls itself for each level, on the thread that asks. */
  private static Description answer(Connection connection, Question question) throws SQLException {
    try {
      return question.put(connection);
    } catch (StackOverflowError e) {
      return new Refused("the statement is nested too deeply", OptionalInt.empty());
    }
  }

  private Description described(Connection connection, SqlDialect dialect, JdbcSql sql)
      throws SQLException {
    Set<Integer> untyped = new HashSet<>();
    while (true) {
      try (PreparedStatement statement = prepare(connection, sql)) {
        for (int index : untyped) {
          statement.setNull(index, Types.VARCHAR);
        }
        return read(statement, dialect, sql, untyped);
      } catch (SQLException e) {
        OptionalInt parameter = undetermined(e);
        if (parameter.isEmpty() || !untyped.add(parameter.getAsInt())) {
          throw e;
        }
        connection.rollback();
      }
    }
  }

  private static OptionalInt undetermined(SQLException e) {
    Matcher parameter = PARAMETER.matcher(String.valueOf(e.getMessage()));
    return UNDETERMINED.equals(e.getSQLState()) && parameter.find()
        ? OptionalInt.of(Integer.parseInt(parameter.group(1)))
        : OptionalInt.empty();
  }

  private static Described read(
      PreparedStatement statement, SqlDialect dialect, JdbcSql sql, Set<Integer> untyped)
      throws SQLException {
    List<Placement> placements = new ArrayList<>();
    Map<String, BindType> types = new LinkedHashMap<>();
    List<TypeConflict> conflicts = new ArrayList<>();
    if (!sql.names().isEmpty()) {
      ParameterMetaData parameters = statement.getParameterMetaData();
      for (int i = 1; i <= sql.names().size(); i++) {
        String name = sql.names().get(i - 1);
        boolean typed = !untyped.contains(i);
        placements.add(new Placement(name, typed));
        Optional<BindType> type =
            typed
                ? parameterType(parameters, i, sql.casts().get(i - 1), dialect)
                : Optional.empty();
        if (type.isPresent()) {
          BindType first = types.computeIfAbsent(name, n -> type.get());
          if (isApart(first.type(), type.get().type())) {
            conflicts.add(new TypeConflict(name, first, type.get(), i - 1));
          }
        }
      }
    }
    return new Described(columns(statement.getMetaData(), dialect), placements, types, conflicts);
  }

  /** A date is no number and no boolean; other pairs can be converted, or the database refuses. */
  private static boolean isApart(SqlType a, SqlType b) {
    return (isTime(a) && isCount(b)) || (isCount(a) && isTime(b));
  }

  private static boolean isTime(SqlType type) {
    return type == SqlType.DATE || type == SqlType.TIMESTAMP || type == SqlType.TIMESTAMPTZ;
  }

  private static boolean isCount(SqlType type) {
    return type.isNumber() || type == SqlType.BOOLEAN;
  }

  private static Optional<BindType> parameterType(
      ParameterMetaData parameters, int index, String cast, SqlDialect dialect)
      throws SQLException {
    String name = parameters.getParameterTypeName(index);
    if (dialect == SqlDialect.H2 && parameters.getPrecision(index) == 0) {
      return cast.isEmpty() ? Optional.empty() : known(cast);
    }
    return dialect == SqlDialect.H2 ? known(name) : Optional.of(type(name));
  }

  /** H2 says VARCHAR of no length when it does not know; the SQL may say it then. */
  private static Optional<BindType> known(String name) {
    return Optional.of(type(name)).filter(type -> type.type() != SqlType.OTHER);
  }

  private static BindType type(String name) {
    return new BindType(
        SqlTypes.elementOf(name), SqlTypes.elementName(name), SqlTypes.isArray(name));
  }

  /** None for a statement that changes rows, of which there is no metadata. */
  private static List<Column> columns(@Nullable ResultSetMetaData metaData, SqlDialect dialect)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    if (metaData == null) {
      return columns;
    }
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      String typeName = metaData.getColumnTypeName(i);
      if (dialect == SqlDialect.H2 && typeName.equals("UNKNOWN")) {
        throw untyped(metaData.getColumnLabel(i));
      }
      SqlType type = SqlTypes.of(typeName);
      columns.add(
          new Column(
              metaData.getColumnLabel(i),
              type,
              SqlTypes.elementOf(typeName),
              scale(metaData, i, type, dialect)));
    }
    return columns;
  }

  /** H2 finds out only when it runs; PostgreSQL takes the type that is bound. */
  private static SQLException untyped(String label) {
    return new SQLException(
        "column \"%s\" is a bare value without a type; write CAST(… AS text), or another type, around it"
            .formatted(label),
        "HY004");
  }

  /** A numeric without a precision says nothing about its scale. */
  private static int scale(ResultSetMetaData metaData, int index, SqlType type, SqlDialect dialect)
      throws SQLException {
    if (type != SqlType.NUMERIC) {
      return -1;
    }
    boolean unlimited =
        switch (dialect) {
          case POSTGRESQL -> metaData.getPrecision(index) == 0;
          case H2 -> metaData.getColumnTypeName(index).startsWith("DECFLOAT");
        };
    return unlimited ? -1 : metaData.getScale(index);
  }

  private static Refused refused(SQLException e, JdbcSql sql) {
    if (e instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
      return refusedByPostgres(postgres.getServerErrorMessage(), sql);
    }
    return H2Refusal.of(e, sql);
  }

  private static Refused refusedByPostgres(ServerErrorMessage error, JdbcSql sql) {
    String hint = error.getHint() == null ? "" : "; " + error.getHint().replaceFirst("\\.$", "");
    OptionalInt place =
        error.getPosition() > 0
            ? OptionalInt.of(sql.jdbcOffset(error.getPosition()))
            : OptionalInt.empty();
    return new Refused(error.getMessage() + hint, place);
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).split("\n", 2)[0];
  }
}
