package org.sqlwidgets.lookup;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The rows of {@code sql_widgets.lookup}; its PostgreSQL runs on H2 too. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LookupRepository extends GenericRepository<LookupRow, String> {

  /** All lookups by name, disabled ones too. */
  List<LookupRow> findAllOrderByName();

  /** One lookup. */
  Optional<LookupRow> findById(String name);

  /** One lookup; nobody else changes it until the commit. */
  @Query(
      """
      SELECT name, description, query, datasource, parent_param, enabled
      FROM   sql_widgets.lookup
      WHERE  name = :name
      FOR    UPDATE
      """)
  Optional<LookupRow> lock(String name);

  /** Adds a lookup. */
  @Query(
      """
      INSERT INTO sql_widgets.lookup (name, description, query, datasource, parent_param, enabled)
      VALUES (:name, :description, :query, :datasource, :parentParam, :enabled)
      """)
  void add(LookupRow row);

  /** Writes what people may change of a lookup. */
  @Query(
      """
      UPDATE sql_widgets.lookup
      SET    description = :description, parent_param = :parentParam, enabled = :enabled
      WHERE  name = :name
      """)
  void change(LookupRow row);

  /** Deletes a lookup with its options. */
  @Query("DELETE FROM sql_widgets.lookup WHERE name = :name")
  void delete(String name);

  /** Waits no longer than this for rows that others hold, on PostgreSQL; H2 has a limit anyway. */
  @Query("SELECT set_config('lock_timeout', :limit, true)")
  String limitWaits(String limit);
}
