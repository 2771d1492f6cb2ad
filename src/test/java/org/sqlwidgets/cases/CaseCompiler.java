package org.sqlwidgets.cases;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.definition.ActionSettings;
import org.sqlwidgets.definition.Compilation;
import org.sqlwidgets.definition.CompilerSettings;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.WidgetCompiler;
import org.sqlwidgets.lookup.DatabaseLookups;
import org.sqlwidgets.lookup.LookupCatalog;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.testing.TestServer;

/** Compiles files against a database of its own that holds the example data. */
public final class CaseCompiler implements AutoCloseable {
  /** A Wednesday. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-05-15T12:00:00Z"), ZoneOffset.UTC);

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_ROWS = 100_000;

  private final ApplicationContext context;
  private final Path nothing;

  private CaseCompiler(ApplicationContext context, Path nothing) {
    this.context = context;
    this.nothing = nothing;
  }

  /** On H2 in memory. */
  public static CaseCompiler onH2() {
    return on(Map.of("datasources.default.url", "jdbc:h2:mem:" + UUID.randomUUID()));
  }

  /** On the databases of these settings. */
  public static CaseCompiler on(Map<String, Object> databases) {
    try {
      Path nothing = Files.createTempDirectory("no-widgets");
      Map<String, Object> settings = new HashMap<>(databases);
      settings.put("sql-widgets.directory", nothing.toString());
      settings.put("sql-widgets.example", true);
      settings.put("sql-widgets.actions.enabled", true);
      return new CaseCompiler(TestServer.unstarted(settings), nothing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A compiler that remembers nothing yet. */
  public WidgetCompiler compiler() {
    Databases databases = context.getBean(Databases.class);
    return new WidgetCompiler(
        new CompilerSettings(
            TIMEOUT,
            MAX_ROWS,
            CLOCK,
            databases.readerNames(),
            databases::dialect,
            context.getBean(ActionSettings.class)),
        Optional.of(context.getBean(StatementDescriber.class)));
  }

  /** The lookups that the example data keeps in the database. */
  public DatabaseLookups storedLookups() {
    return context.getBean(LookupCatalog.class).snapshot();
  }

  /** What these files give when they are all there is. */
  public Compilation compile(List<SourceFile> files) {
    return compiler().compile(files, DatabaseLookups.NONE);
  }

  @Override
  public void close() {
    context.close();
    try {
      Files.delete(nothing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
