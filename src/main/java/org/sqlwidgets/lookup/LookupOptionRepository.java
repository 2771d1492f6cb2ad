package org.sqlwidgets.lookup;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The rows of {@code sql_widgets.lookup_option}; its PostgreSQL runs on H2 too. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LookupOptionRepository extends GenericRepository<LookupOptionRow, String> {

  /** All options as dropdowns show them: by position, then label, then value. */
  @Query(
      """
      SELECT lookup, value, label, description, right_of_description, parent_value, position,
             is_default, enabled
      FROM   sql_widgets.lookup_option
      ORDER  BY lookup, position NULLS LAST, coalesce(label, value), value, parent_value NULLS FIRST
      """)
  List<LookupOptionRow> findAllInOrder();
}
