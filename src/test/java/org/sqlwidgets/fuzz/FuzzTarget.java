package org.sqlwidgets.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sqlwidgets.definition.HeaderFuzz;
import org.sqlwidgets.query.ParamFuzz;
import org.sqlwidgets.sql.SqlFuzz;
import org.sqlwidgets.ssrm.RowsRequestFuzz;

/** What is fuzzed, and where its inputs are. */
enum FuzzTarget {
  SQL(SqlFuzz.class, SqlFuzz::fuzzerTestOneInput),
  HEADER(HeaderFuzz.class, HeaderFuzz::fuzzerTestOneInput),
  PARAM(ParamFuzz.class, ParamFuzz::fuzzerTestOneInput),
  ROWS(RowsRequestFuzz.class, RowsRequestFuzz::fuzzerTestOneInput);

  private final Class<?> owner;
  private final Consumer<byte[]> body;

  FuzzTarget(Class<?> owner, Consumer<byte[]> body) {
    this.owner = owner;
    this.body = body;
  }

  Class<?> owner() {
    return owner;
  }

  void tryOut(byte[] input) {
    body.accept(input);
  }

  /** The inputs that every build tries. */
  Path kept() {
    return Path.of("src/test/resources/fuzz", name().toLowerCase(java.util.Locale.ROOT));
  }

  List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(kept())) {
      return files.sorted().toList();
    }
  }
}
