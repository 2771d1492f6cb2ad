package org.sqlwidgets.definition;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.definition.Compiled.Draft;
import org.sqlwidgets.definition.QueryCompiler.DatabaseUnavailableException;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.widget.WidgetId;
import org.sqlwidgets.widget.WidgetType;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlReader;

/** Compiles one file by itself. */
final class FileCompiler {
  private static final Logger LOG = LoggerFactory.getLogger(FileCompiler.class);

  private final CompilerSettings settings;
  private final Optional<StatementDescriber> describer;

  /** Without a describer only what needs no database is checked, and nothing can be served. */
  FileCompiler(CompilerSettings settings, Optional<StatementDescriber> describer) {
    this.settings = settings;
    this.describer = describer;
  }

  /** What a file gives; whatever happens, the other files are compiled too. */
  Compiled compile(SourceFile file) {
    Problems problems = new Problems();
    SourceLocation at = SourceLocation.of(file.display());
    try {
      Compiled compiled =
          WidgetFileReader.read(file.display(), file.bytes(), problems)
              .map(parts -> compile(file, parts, problems))
              .orElseGet(() -> Compiled.refused(problems.list(), true));
      return compiled.isGood() ? compiled : compiled.withoutResult();
    } catch (DatabaseUnavailableException e) {
      problems.error(at, "the database cannot be asked about this file: " + e.getMessage());
      return Compiled.refused(problems.list(), false);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{} cannot be compiled", file.display(), e);
      problems.error(
          at,
          "the file cannot be compiled, by a fault of SQL Widgets (%s); please report it with the log"
              .formatted(e.getClass().getSimpleName()));
      return Compiled.refused(problems.list(), true);
    }
  }

  private Compiled compile(SourceFile file, WidgetFile parts, Problems problems) {
    Optional<YamlMap> header = YamlReader.readMap(parts.header(), problems);
    return switch (file.kind()) {
      case LOOKUP -> lookup(file, parts, header, problems);
      case ACTION -> action(file, parts, header, problems);
      default ->
          header.filter(keys -> keys.get("action").isPresent()).isPresent()
              ? action(file, parts, header, problems)
              : widget(file, parts, header, problems);
    };
  }

  private Compiled action(
      SourceFile file, WidgetFile parts, Optional<YamlMap> header, Problems problems) {
    ActionCompiler compiler =
        new ActionCompiler(settings, describer.map(StatementDescriber::ofActions), problems);
    var action = header.flatMap(keys -> compiler.file(file, parts, keys));
    return new Compiled(
        Optional.empty(), Optional.empty(), action, Optional.empty(), problems.list(), true);
  }

  private Compiled lookup(
      SourceFile file, WidgetFile parts, Optional<YamlMap> header, Problems problems) {
    LookupCompiler compiler = new LookupCompiler(settings, describer, problems);
    var lookup = header.flatMap(keys -> compiler.file(file, parts, keys));
    return new Compiled(
        Optional.empty(), lookup, Optional.empty(), Optional.empty(), problems.list(), true);
  }

  private Compiled widget(
      SourceFile file, WidgetFile parts, Optional<YamlMap> header, Problems problems) {
    if (header.isEmpty()) {
      parse(parts, CompilerSettings.DEFAULT_DATASOURCE, problems);
      return Compiled.refused(problems.list(), true);
    }
    WidgetDefinition definition = HeaderReader.read(header.get(), problems);
    Optional<Located<String>> id = Ids.read(file, definition, problems);
    if (isPage(parts, definition, problems)) {
      return page(file, definition, id, problems);
    }
    if (lacksAddress(parts, definition)) {
      problems.error(
          parts.sql().atOffset(0), "neither \"url\" nor a query that returns an address; give one");
      return Compiled.refused(problems.list(), true);
    }
    Optional<String> datasource = Datasources.find(settings, definition.datasource(), problems);
    Optional<ParsedSql> parsed =
        parse(parts, datasource.orElse(CompilerSettings.DEFAULT_DATASOURCE), problems);
    ParamNames.check(
        definition.params(),
        definition.type().filter(type -> type == WidgetType.OMNI).isPresent(),
        parsed,
        problems);
    LookupCompiler lookups = new LookupCompiler(settings, describer, problems);
    String name = id.map(Located::value).orElse(file.stem());
    Optional<Wiring> wiring =
        parsed.map(sql -> new WiringReader(definition, lookups, parts.header()).read(name, sql));
    Optional<Draft> draft =
        datasource
            .filter(source -> describer.isPresent() && parsed.isPresent())
            .flatMap(
                source ->
                    new WidgetAssembler(
                            settings, describer.orElseThrow(), problems, file, definition)
                        .assemble(
                            id.map(found -> new WidgetId(found.value())),
                            source,
                            parsed.orElseThrow()))
            .map(
                widget ->
                    new Draft(
                        widget,
                        id.orElseThrow().at(),
                        definition.formerIds(),
                        definition.publish(),
                        wiring.orElseThrow(),
                        definition.form()));
    return new Compiled(draft, Optional.empty(), Optional.empty(), wiring, problems.list(), true);
  }

  /** Whether a header alone makes the widget; a query beside its address is reported. */
  private boolean isPage(WidgetFile parts, WidgetDefinition definition, Problems problems) {
    boolean blank = isBlank(parts);
    boolean shows = definition.type().filter(WidgetType::showsAddress).isPresent();
    definition
        .url()
        .filter(url -> shows && !blank)
        .ifPresent(
            url ->
                problems.error(url.at(), "\"url\" and a query are both given; keep one of them"));
    return shows && blank && definition.url().isPresent();
  }

  private boolean isBlank(WidgetFile parts) {
    return ParsedSql.isBlank(
        parts.sql(), settings.dialects().apply(CompilerSettings.DEFAULT_DATASOURCE));
  }

  private boolean lacksAddress(WidgetFile parts, WidgetDefinition definition) {
    return definition.type().filter(WidgetType::showsAddress).isPresent()
        && definition.url().isEmpty()
        && isBlank(parts);
  }

  private static Compiled page(
      SourceFile file,
      WidgetDefinition definition,
      Optional<Located<String>> id,
      Problems problems) {
    PageAssembler assembler = new PageAssembler(file, definition, problems);
    Wiring wiring = assembler.wiring();
    Optional<Draft> draft =
        assembler
            .assemble(id.map(found -> new WidgetId(found.value())))
            .map(
                widget ->
                    new Draft(
                        widget,
                        id.orElseThrow().at(),
                        definition.formerIds(),
                        definition.publish(),
                        wiring,
                        definition.form()));
    return new Compiled(
        draft, Optional.empty(), Optional.empty(), Optional.of(wiring), problems.list(), true);
  }

  private Optional<ParsedSql> parse(WidgetFile parts, String datasource, Problems problems) {
    return ParsedSql.parse(parts.sql(), settings.dialects().apply(datasource), problems);
  }
}
