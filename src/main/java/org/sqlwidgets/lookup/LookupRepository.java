package org.sqlwidgets.lookup;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The rows of {@code sql_widgets.lookup}; its PostgreSQL runs on H2 too. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LookupRepository extends GenericRepository<LookupRow, String> {

  /** All lookups by name, disabled ones too. */
  List<LookupRow> findAllOrderByName();
}
