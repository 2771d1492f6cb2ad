package org.sqlwidgets.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.apps.AppCatalog;
import org.sqlwidgets.definition.ActionSettings;
import org.sqlwidgets.definition.Compilation;
import org.sqlwidgets.definition.CompilerSettings;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.WidgetCompiler;
import org.sqlwidgets.definition.WidgetFiles;
import org.sqlwidgets.definition.WidgetFiles.Listing;
import org.sqlwidgets.lookup.DatabaseLookups;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.registry.DirectoryConfiguration;
import org.sqlwidgets.sql.SqlDialect;

/** Checks headers and SQL text without asking a database. */
final class OfflineCheck {
  private static final String SETTING = "sql-widgets.directory";
  private static final String DEFAULT = "sql-widgets";

  private OfflineCheck() {}

  static CheckReport run(@Nullable Path directory) throws IOException {
    WidgetFiles files = new WidgetFiles(directory == null ? configured() : directory);
    List<SourceFile> sources = new ArrayList<>();
    Listing listing = files.list();
    for (String path : listing.stamps().keySet()) {
      files.read(path).ifPresent(sources::add);
    }
    Compilation compilation =
        new WidgetCompiler(settings(), Optional.empty()).compile(sources, DatabaseLookups.NONE);
    List<Problem> problems = new ArrayList<>(listing.problems());
    problems.addAll(compilation.problems());
    problems.addAll(AppCatalog.problemsIn(compilation.apps()));
    return new CheckReport(
        problems,
        sources.stream().map(SourceFile::display).collect(Collectors.toSet()),
        List.of(),
        " (offline: columns, types, lookups and the widgets of apps were not checked)");
  }

  /** The folder of the settings, read without making anything else. */
  private static Path configured() {
    try (Environment environment =
        ApplicationContext.builder().banner(false).build().getEnvironment().start()) {
      return new DirectoryConfiguration(
              environment.getProperty(SETTING, String.class).orElse(DEFAULT))
          .path();
    }
  }

  /** PostgreSQL's rules of text; the limits are never used. */
  private static CompilerSettings settings() {
    return new CompilerSettings(
        Duration.ofSeconds(30),
        1,
        Clock.systemUTC(),
        Set.of(CompilerSettings.DEFAULT_DATASOURCE),
        name -> SqlDialect.POSTGRESQL,
        ActionSettings.OFF);
  }
}
