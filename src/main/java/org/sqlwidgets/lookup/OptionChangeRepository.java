package org.sqlwidgets.lookup;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The rows of {@code sql_widgets.option_change}; its PostgreSQL runs on H2 too. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OptionChangeRepository extends GenericRepository<OptionChange, Long> {

  /** Adds a change; number and time come from the database. */
  @Query(
      """
      INSERT INTO sql_widgets.option_change (lookup, kind, what, said_user, api_key,
                  before_state, after_state, version, undoes)
      VALUES (:lookup, :kind, :what, :saidUser, :apiKey,
              :beforeState, :afterState, :version, :undoes)
      """)
  void add(OptionChange change);

  /** The latest changes of a lookup, newest first. */
  @Query(
      """
      SELECT c.id, c.happened_at, c.lookup, c.kind, c.what, c.said_user, c.api_key,
             c.before_state, c.after_state, c.version, c.undoes,
             EXISTS (SELECT 1 FROM sql_widgets.option_change u WHERE u.undoes = c.id) AS undone
      FROM   sql_widgets.option_change c
      WHERE  c.lookup = :lookup
      ORDER  BY c.id DESC
      LIMIT  :most
      """)
  List<OptionChange> findLatest(String lookup, int most);

  /** The last change of a lookup that was neither taken back nor took one back. */
  @Query(
      """
      SELECT c.id, c.happened_at, c.lookup, c.kind, c.what, c.said_user, c.api_key,
             c.before_state, c.after_state, c.version, c.undoes, FALSE AS undone
      FROM   sql_widgets.option_change c
      WHERE  c.lookup = :lookup
        AND  c.undoes IS NULL
        AND  NOT EXISTS (SELECT 1 FROM sql_widgets.option_change u WHERE u.undoes = c.id)
      ORDER  BY c.id DESC
      LIMIT  1
      """)
  Optional<OptionChange> findUndoable(String lookup);
}
