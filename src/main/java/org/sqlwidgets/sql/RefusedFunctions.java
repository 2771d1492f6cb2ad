package org.sqlwidgets.sql;

import java.util.List;
import java.util.Optional;

/**
 * The functions that a query may not call, with the reason.
 *
 * <p>Rights in the database are what really protects it: the role that runs the queries should be
 * allowed to do none of this. The table is a second line for roles that may more than they should,
 * and is not complete.
 */
final class RefusedFunctions {
  private static final String LOCKS = "it takes a lock that can outlive the query";
  private static final String SESSIONS = "it interferes with other sessions";
  private static final String SETTINGS = "it changes settings of a session that other widgets use";
  private static final String SERVER = "it acts on the database server";
  private static final String FILES = "it reads or writes files of the server";
  private static final String LARGE_OBJECTS = "it changes large objects";
  private static final String CONNECTIONS = "it connects to another database";
  private static final String SEQUENCES = "it advances a sequence";
  private static final String TEXT_AS_SQL = "it runs text as SQL";

  private static final List<Rule> POSTGRESQL =
      List.of(
          new Rule("pg_advisory_*", LOCKS),
          new Rule("pg_try_advisory_*", LOCKS),
          new Rule("pg_terminate_backend", SESSIONS),
          new Rule("pg_cancel_backend", SESSIONS),
          new Rule("pg_notify", SESSIONS),
          new Rule("set_config", SETTINGS),
          new Rule("pg_reload_conf", SERVER),
          new Rule("pg_rotate_logfile*", SERVER),
          new Rule("pg_promote", SERVER),
          new Rule("pg_switch_wal", SERVER),
          new Rule("pg_wal_replay_*", SERVER),
          new Rule("pg_backup_*", SERVER),
          new Rule("pg_stat_reset*", SERVER),
          new Rule("pg_read_file*", FILES),
          new Rule("pg_read_binary_file*", FILES),
          new Rule("pg_ls_*", FILES),
          new Rule("pg_stat_file", FILES),
          new Rule("pg_file_*", FILES),
          new Rule("lo_import*", FILES),
          new Rule("lo_export", FILES),
          new Rule("lo_creat*", LARGE_OBJECTS),
          new Rule("lo_from_bytea", LARGE_OBJECTS),
          new Rule("lo_open", LARGE_OBJECTS),
          new Rule("lo_put", LARGE_OBJECTS),
          new Rule("lo_truncate*", LARGE_OBJECTS),
          new Rule("lo_unlink", LARGE_OBJECTS),
          new Rule("lowrite", LARGE_OBJECTS),
          new Rule("dblink*", CONNECTIONS),
          new Rule("nextval", SEQUENCES),
          new Rule("setval", SEQUENCES),
          new Rule("query_to_xml*", TEXT_AS_SQL));

  private static final List<Rule> H2 =
      List.of(
          new Rule("file_read", FILES),
          new Rule("file_write", FILES),
          new Rule("csvread", FILES),
          new Rule("csvwrite", FILES),
          new Rule("link_schema", CONNECTIONS),
          new Rule("cancel_session", SESSIONS),
          new Rule("abort_session", SESSIONS),
          new Rule("nextval", SEQUENCES));

  private RefusedFunctions() {}

  /**
   * Why a function may not be called.
   *
   * @param name the function's name in lower case, without its schema
   * @return empty when it may be called
   */
  static Optional<String> reason(SqlDialect dialect, String name) {
    List<Rule> rules =
        switch (dialect) {
          case POSTGRESQL -> POSTGRESQL;
          case H2 -> H2;
        };
    return rules.stream().filter(rule -> rule.matches(name)).map(Rule::reason).findFirst();
  }

  /** A name, or the beginning of names. */
  private record Rule(String name, boolean prefix, String reason) {

    /** A name that ends with {@code *} is the beginning of names. */
    Rule(String pattern, String reason) {
      this(pattern.replace("*", ""), pattern.endsWith("*"), reason);
    }

    boolean matches(String called) {
      return prefix ? called.startsWith(name) : called.equals(name);
    }
  }
}
