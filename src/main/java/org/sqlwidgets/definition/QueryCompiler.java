package org.sqlwidgets.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.Description;
import org.sqlwidgets.query.Description.Described;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.sql.JdbcSql;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.widget.Statements;

/** Settles the types of a statement's params with the database. */
final class QueryCompiler {
  private final StatementDescriber describer;
  private final Problems problems;

  QueryCompiler(StatementDescriber describer, Problems problems) {
    this.describer = describer;
    this.problems = problems;
  }

  /**
   * What is declared of a placeholder.
   *
   * @param type the control; empty = inferred
   * @param multi bound as an array
   * @param sqlType the type to bind with; empty = the database's word
   * @param at where it is declared
   * @param read false when something was reported of the declaration
   */
  record Declared(
      Optional<ParamType> type,
      boolean multi,
      Optional<BindType> sqlType,
      SourceLocation at,
      boolean read) {}

  /**
   * A settled param.
   *
   * @param type the control
   * @param bindType the type to bind with
   */
  record Settled(ParamType type, BindType bindType) {}

  /**
   * A statement whose types are settled.
   *
   * @param statements what is run
   * @param described the database's word
   * @param params by name
   */
  record SettledQuery(Statements statements, Described described, Map<String, Settled> params) {}

  /** Thrown when the database cannot be asked; the file may be right. */
  static final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * A statement that the database has described.
   *
   * @param parsed the author's text
   * @param sql the text for the driver
   * @param described the database's word
   */
  record DescribedQuery(ParsedSql parsed, JdbcSql sql, Described described) {}

  /** The database's word on a statement; empty when it refuses it, which is reported. */
  Optional<DescribedQuery> describe(
      ParsedSql parsed, String datasource, Map<String, Declared> declared) {
    JdbcSql sql = parsed.toJdbc(arrays(declared));
    Description description = describer.describe(datasource, sql);
    if (description instanceof Described described) {
      return Optional.of(new DescribedQuery(parsed, sql, described));
    }
    report(description, sql);
    return Optional.empty();
  }

  /** The statement with the type of every param; empty when a problem was reported. */
  Optional<SettledQuery> settle(
      DescribedQuery query, String datasource, Map<String, Declared> declared) {
    Problems own = new Problems();
    Map<String, BindType> known = new HashMap<>(elementTypes(query, datasource, declared));
    known.putAll(query.described().types());
    Map<String, Settled> params = new LinkedHashMap<>();
    Map<String, BindType> types = new LinkedHashMap<>();
    for (String name : query.parsed().names()) {
      Settled settled =
          settle(
              name,
              Optional.ofNullable(declared.get(name)),
              Optional.ofNullable(known.get(name)),
              own);
      params.put(name, settled);
      types.put(name, settled.bindType());
    }
    refuseConflicts(query, own);
    problems.addAll(own.list());
    return own.hasErrors()
        ? Optional.empty()
        : verified(query, datasource, types)
            .flatMap(
                verified ->
                    new ClauseCheck(describer, problems)
                        .check(query.parsed(), datasource, arrays(declared), verified)
                        .map(statements -> new SettledQuery(statements, verified, params)));
  }

  /** The database's word on the statement with these types; empty when it refuses them. */
  private Optional<Described> verified(
      DescribedQuery query, String datasource, Map<String, BindType> types) {
    if (query.sql().names().isEmpty()) {
      return Optional.of(query.described());
    }
    Description answer =
        describer.verify(datasource, query.sql(), query.described().placements(), types);
    if (answer instanceof Described verified) {
      return Optional.of(verified);
    }
    report(answer, query.sql());
    return Optional.empty();
  }

  /** One value cannot be a date here and a number there; a cast in the SQL says which it is. */
  private static void refuseConflicts(DescribedQuery query, Problems own) {
    for (Description.TypeConflict conflict : query.described().conflicts()) {
      int offset = query.parsed().placeholders().get(conflict.placement()).offset();
      own.error(
          query.parsed().source().atOffset(offset),
          ":%s is used as %s here and as %s before; use two params, or cast one of the two in the SQL"
              .formatted(conflict.name(), shown(conflict.other()), shown(conflict.first())));
    }
  }

  private static String shown(BindType type) {
    return type.typeName().toLowerCase(Locale.ROOT);
  }

  /** H2 knows the type in {@code s IN (?)}, but not in {@code s = ANY (?)}, which will run. */
  private Map<String, BindType> elementTypes(
      DescribedQuery query, String datasource, Map<String, Declared> declared) {
    Set<String> arrays = arrays(declared);
    Map<String, BindType> types = new HashMap<>();
    if (!arrays.isEmpty()
        && query.parsed().dialect() == SqlDialect.H2
        && describer.describe(datasource, query.parsed().toJdbc(Set.of()))
            instanceof Described single) {
      types.putAll(single.types());
      types.keySet().retainAll(arrays);
      types.replaceAll((name, type) -> type.withArray(true));
    }
    return types;
  }

  /** The names that are bound as one array. */
  private static Set<String> arrays(Map<String, Declared> declared) {
    Set<String> arrays = new HashSet<>();
    declared.forEach(
        (name, param) -> {
          if (param.multi()) {
            arrays.add(name);
          }
        });
    return arrays;
  }

  private void report(Description description, JdbcSql sql) {
    switch (description) {
      case Description.Refused refused ->
          problems.error(
              sql.locate(refused.jdbcOffset().orElse(0)),
              "the database says: " + refused.message());
      case Description.Unavailable unavailable ->
          throw new DatabaseUnavailableException(unavailable.message());
      case Described described -> throw new IllegalArgumentException("nothing to report");
    }
  }

  private static Settled settle(
      String name, Optional<Declared> declared, Optional<BindType> described, Problems own) {
    Optional<BindType> stated = declared.flatMap(Declared::sqlType).or(() -> described);
    boolean multi =
        declared.map(Declared::multi).orElse(described.map(BindType::array).orElse(false));
    ParamType type = declared.flatMap(Declared::type).orElseGet(() -> inferred(stated));
    BindType bindType = stated.orElseGet(() -> byControl(type)).withArray(multi);
    declared.ifPresent(found -> check(name, found, type, bindType, described, own));
    return new Settled(type, bindType);
  }

  private static void check(
      String name,
      Declared declared,
      ParamType type,
      BindType bindType,
      Optional<BindType> described,
      Problems own) {
    if (!declared.read()) {
      return;
    }
    if (described.map(BindType::array).orElse(false) && !declared.multi()) {
      own.error(
          declared.at(),
          "the SQL uses :%s as a list; add \"multiple: true\" (or multiSelect) to the param"
              .formatted(name));
    } else if (!fits(type, bindType.type())) {
      own.error(
          declared.at(),
          "param \"%s\" is of type %s, but the SQL uses :%s as %s; change the type or cast in the SQL"
              .formatted(name, type.word(), name, shown(bindType)));
    }
  }

  /** Whether the values of a control can be bound as a type. */
  private static boolean fits(ParamType control, SqlType type) {
    boolean text = type == SqlType.TEXT || type == SqlType.CHAR;
    return switch (control) {
      case NUMBER -> type.isNumber() || text;
      case BOOLEAN -> type == SqlType.BOOLEAN || type.isNumber() || text;
      case DATE -> isDate(type) || text;
      case TEXT, TICKER, TABS, ENDPOINT -> true;
    };
  }

  private static boolean isDate(SqlType type) {
    return type == SqlType.DATE || type == SqlType.TIMESTAMP || type == SqlType.TIMESTAMPTZ;
  }

  /** The control of a placeholder that nobody declared (widget-file §6). */
  private static ParamType inferred(Optional<BindType> described) {
    if (described.isEmpty() || described.get().array()) {
      return ParamType.TEXT;
    }
    SqlType type = described.get().type();
    if (isDate(type)) {
      return ParamType.DATE;
    }
    if (type == SqlType.BOOLEAN) {
      return ParamType.BOOLEAN;
    }
    return type.isNumber() ? ParamType.NUMBER : ParamType.TEXT;
  }

  /** The type to bind with when the database has no word on it. */
  private static BindType byControl(ParamType control) {
    return switch (control) {
      case NUMBER -> new BindType(SqlType.NUMERIC, "numeric", false);
      case BOOLEAN -> new BindType(SqlType.BOOLEAN, "bool", false);
      case DATE -> new BindType(SqlType.DATE, "date", false);
      case TEXT, TICKER, TABS, ENDPOINT -> BindType.TEXT;
    };
  }
}
