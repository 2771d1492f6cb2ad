package org.sqlwidgets.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words with which statements begin, and what they do. */
final class StatementWords {
  /** The first words of a query. */
  static final List<String> QUERY = List.of("SELECT", "WITH", "VALUES", "TABLE");

  /** The words that change rows and may hide inside a query. */
  static final Set<String> WRITE = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

  private static final Map<String, String> EFFECTS =
      Map.of(
              "changes data",
              "INSERT UPDATE DELETE MERGE REPLACE UPSERT TRUNCATE",
              "changes the database",
              "CREATE ALTER DROP RENAME COMMENT GRANT REVOKE REASSIGN SECURITY IMPORT REFRESH"
                  + " REINDEX CLUSTER VACUUM ANALYZE CHECKPOINT LOAD SHUTDOWN",
              "acts on the session",
              "SET RESET DISCARD USE BEGIN START COMMIT END ROLLBACK ABORT SAVEPOINT RELEASE LOCK"
                  + " PREPARE EXECUTE DEALLOCATE DECLARE FETCH MOVE CLOSE LISTEN UNLISTEN NOTIFY",
              "runs a procedure",
              "CALL DO EXEC",
              "moves data in or out",
              "COPY SCRIPT RUNSCRIPT BACKUP",
              "reports on the database",
              "EXPLAIN SHOW DESCRIBE DESC HELP")
          .entrySet()
          .stream()
          .flatMap(
              effect ->
                  List.of(effect.getValue().split(" ")).stream()
                      .map(word -> Map.entry(word, effect.getKey())))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private StatementWords() {}

  /** What a statement with this first word does; empty when it is a query or no statement. */
  static Optional<String> effect(String word) {
    return Optional.ofNullable(EFFECTS.get(word));
  }
}
