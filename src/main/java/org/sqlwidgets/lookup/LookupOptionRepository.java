package org.sqlwidgets.lookup;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The rows of {@code sql_widgets.lookup_option}; its PostgreSQL runs on H2 too. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LookupOptionRepository extends GenericRepository<LookupOptionRow, Long> {

  /** All options as dropdowns show them: by position, then label, then value. */
  @Query(
      """
      SELECT id, lookup, value, label, description, right_of_description, parent_value, position,
             is_default, enabled
      FROM   sql_widgets.lookup_option
      ORDER  BY lookup, position NULLS LAST, coalesce(label, value), value, parent_value NULLS FIRST
      """)
  List<LookupOptionRow> findAllInOrder();

  /** The options of one lookup in the same order. */
  @Query(
      """
      SELECT id, lookup, value, label, description, right_of_description, parent_value, position,
             is_default, enabled
      FROM   sql_widgets.lookup_option
      WHERE  lookup = :lookup
      ORDER  BY position NULLS LAST, coalesce(label, value), value, parent_value NULLS FIRST
      """)
  List<LookupOptionRow> findAllOf(String lookup);

  /** The options of one lookup in the same order; nobody else changes them until the commit. */
  @Query(
      """
      SELECT id, lookup, value, label, description, right_of_description, parent_value, position,
             is_default, enabled
      FROM   sql_widgets.lookup_option
      WHERE  lookup = :lookup
      ORDER  BY position NULLS LAST, coalesce(label, value), value, parent_value NULLS FIRST
      FOR    UPDATE
      """)
  List<LookupOptionRow> lockAll(String lookup);

  /** Adds options, to which the database gives numbers. */
  @Query(
      """
      INSERT INTO sql_widgets.lookup_option (lookup, value, label, description,
                  right_of_description, parent_value, position, is_default, enabled)
      VALUES (:lookup, :value, :label, :description,
              :rightOfDescription, :parentValue, :position, :isDefault, :enabled)
      """)
  void add(List<LookupOptionRow> rows);

  /** Adds options with the numbers that they had before. */
  @Query(
      """
      INSERT INTO sql_widgets.lookup_option (id, lookup, value, label, description,
                  right_of_description, parent_value, position, is_default, enabled)
      VALUES (:id, :lookup, :value, :label, :description,
              :rightOfDescription, :parentValue, :position, :isDefault, :enabled)
      """)
  void restore(List<LookupOptionRow> rows);

  /** Writes all fields of options. */
  @Query(
      """
      UPDATE sql_widgets.lookup_option
      SET    value = :value, label = :label, description = :description,
             right_of_description = :rightOfDescription, parent_value = :parentValue,
             position = :position, is_default = :isDefault, enabled = :enabled
      WHERE  id = :id
      """)
  void change(List<LookupOptionRow> rows);

  /** Deletes options. */
  @Query("DELETE FROM sql_widgets.lookup_option WHERE id = :id")
  void delete(List<LookupOptionRow> rows);
}
