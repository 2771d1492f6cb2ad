package org.sqlwidgets.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.definition.Compiled.Draft;
import org.sqlwidgets.definition.QueryCompiler.DatabaseUnavailableException;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.widget.BuiltInIds;
import org.sqlwidgets.widget.WidgetId;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlReader;

/** Compiles one file by itself. */
final class FileCompiler {
  private final CompilerSettings settings;
  private final Optional<StatementDescriber> describer;

  /** Without a describer only what needs no database is checked, and nothing can be served. */
  FileCompiler(CompilerSettings settings, Optional<StatementDescriber> describer) {
    this.settings = settings;
    this.describer = describer;
  }

  Compiled compile(SourceFile file) {
    Problems problems = new Problems();
    try {
      Optional<WidgetFile> parts = WidgetFileReader.read(file.display(), file.bytes(), problems);
      Compiled compiled =
          parts
              .map(found -> compile(file, found, problems))
              .orElseGet(() -> Compiled.failed(List.of()));
      return new Compiled(
          problems.hasErrors() ? Optional.empty() : compiled.draft(),
          problems.hasErrors() ? Optional.empty() : compiled.lookup(),
          problems.list(),
          true);
    } catch (DatabaseUnavailableException e) {
      problems.error(
          SourceLocation.of(file.display()),
          "the database cannot be asked about this file: " + e.getMessage());
      return new Compiled(Optional.empty(), Optional.empty(), problems.list(), false);
    }
  }

  private Compiled compile(SourceFile file, WidgetFile parts, Problems problems) {
    Optional<YamlMap> header = YamlReader.readMap(parts.header(), problems);
    if (header.isEmpty()) {
      return Compiled.failed(List.of());
    }
    return switch (file.kind()) {
      case LOOKUP ->
          new Compiled(
              Optional.empty(),
              new LookupCompiler(settings, describer, problems).file(file, parts, header.get()),
              List.of(),
              true);
      default ->
          new Compiled(
              widget(file, parts, header.get(), problems), Optional.empty(), List.of(), true);
    };
  }

  private Optional<Draft> widget(
      SourceFile file, WidgetFile parts, YamlMap header, Problems problems) {
    WidgetDefinition definition = HeaderReader.read(header, problems);
    Optional<Located<String>> id = id(file, definition, problems);
    String datasource = datasource(settings, definition.datasource(), problems);
    Optional<ParsedSql> parsed =
        ParsedSql.parse(parts.sql(), settings.dialects().apply(datasource), problems);
    checkParamNames(definition, parsed, problems);
    if (problems.hasErrors() || parsed.isEmpty() || id.isEmpty() || describer.isEmpty()) {
      return Optional.empty();
    }
    return new WidgetAssembler(settings, describer.get(), problems)
        .assemble(file, definition, id.get(), datasource, parsed.get());
  }

  static String datasource(
      CompilerSettings settings, Optional<Located<String>> named, Problems problems) {
    if (named.isEmpty()) {
      return CompilerSettings.DEFAULT_DATASOURCE;
    }
    String name = named.get().value();
    if (settings.datasources().contains(name)) {
      return name;
    }
    problems.error(
        named.get().at(),
        name.equals("default")
            ? "datasource \"default\" owns the product's tables and runs no widgets; use another"
            : "no datasource \"%s\" is configured%s; configured are %s"
                .formatted(
                    name,
                    NearMiss.hint(name, settings.datasources()),
                    String.join(", ", settings.datasources().stream().sorted().toList())));
    return CompilerSettings.DEFAULT_DATASOURCE;
  }

  private static Optional<Located<String>> id(
      SourceFile file, WidgetDefinition definition, Problems problems) {
    Located<String> id =
        definition.id().orElse(new Located<>(file.stem(), SourceLocation.of(file.display())));
    if (!WidgetId.isValid(id.value())) {
      problems.error(
          id.at(),
          "widget id \"%s\" has another form than a-z, 0-9, _ and -; %s"
              .formatted(
                  id.value(),
                  definition.id().isPresent() ? "change it" : "rename the file or give an id"));
      return Optional.empty();
    }
    Optional<String> refusal = BuiltInIds.refusal(id.value());
    refusal.ifPresent(
        why ->
            problems.error(
                id.at(), "widget id \"%s\" %s; choose another".formatted(id.value(), why)));
    return refusal.isPresent() ? Optional.empty() : Optional.of(id);
  }

  private static void checkParamNames(
      WidgetDefinition definition, Optional<ParsedSql> parsed, Problems problems) {
    Map<String, SourceLocation> seen = new LinkedHashMap<>();
    for (ParamDefinition param : definition.params()) {
      Located<String> name = param.paramName();
      if (ParamsReader.RESERVED.contains(name.value())) {
        problems.error(name.at(), reserved(name.value()));
      }
      if (seen.putIfAbsent(name.value(), name.at()) != null) {
        problems.error(name.at(), "param \"%s\" is declared twice".formatted(name.value()));
      }
    }
    parsed.ifPresent(
        sql ->
            sql.placeholders().stream()
                .filter(
                    p -> ParamsReader.RESERVED.contains(p.name()) && !seen.containsKey(p.name()))
                .forEach(
                    p -> problems.error(sql.source().atOffset(p.offset()), reserved(p.name()))));
  }

  private static String reserved(String name) {
    return "\"%s\" cannot be the name of a param, the client uses it itself; choose another"
        .formatted(name);
  }
}
