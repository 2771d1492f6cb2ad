package org.sqlwidgets.definition;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.sql.SqlDialect;

/** Compiles one file as far as that needs no database. */
final class Unconnected {
  private static final FileCompiler COMPILER =
      new FileCompiler(
          new CompilerSettings(
              Duration.ofSeconds(30),
              1000,
              Clock.systemUTC(),
              Set.of(CompilerSettings.DEFAULT_DATASOURCE),
              name -> SqlDialect.POSTGRESQL,
              ActionSettings.OFF),
          Optional.empty());

  private Unconnected() {}

  static Compiled compile(SourceFile.Kind kind, byte[] file) {
    return COMPILER.compile(new SourceFile("f.sql", "f.sql", kind, file));
  }
}
