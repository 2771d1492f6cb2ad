package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sqlwidgets.definition.QueryCompiler.DatabaseUnavailableException;
import org.sqlwidgets.definition.QueryCompiler.Declared;
import org.sqlwidgets.definition.QueryCompiler.SettledQuery;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.ActionRunner;
import org.sqlwidgets.query.Description;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.widget.Action;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.yaml.YamlMap;

/** Compiles action files (docs/types/forms.md): one INSERT, UPDATE or DELETE with its params. */
final class ActionCompiler {
  private final CompilerSettings settings;
  private final Optional<StatementDescriber> describer;
  private final Problems problems;

  /**
   * A compiler of one file.
   *
   * @param describer asks on the connections of writers; empty = offline
   */
  ActionCompiler(
      CompilerSettings settings, Optional<StatementDescriber> describer, Problems problems) {
    this.settings = settings;
    this.describer = describer.filter(asked -> settings.actions().enabled());
    this.problems = problems;
  }

  /** The action; empty when there is a problem with the file, or nothing may be changed. */
  Optional<ActionDefinition.Draft> file(SourceFile file, WidgetFile parts, YamlMap header) {
    SourceLocation at = SourceLocation.of(file.display());
    ActionDefinition definition = ActionReader.read(header, problems);
    if (!LookupCompiler.isName(file.stem())) {
      problems.error(
          at,
          "action name \"%s\" may hold only A-Z, a-z, 0-9, \"_\" and \"-\", and begins with a letter or digit; rename the file"
              .formatted(file.stem()));
    }
    Optional<String> datasource = datasource(definition, at);
    Optional<ParsedSql> parsed =
        ParsedSql.parseChange(
            parts.sql(),
            settings.dialects().apply(datasource.orElse(CompilerSettings.DEFAULT_DATASOURCE)),
            problems);
    parsed.ifPresent(sql -> checkKind(definition, sql));
    ParamNames.check(definition.params(), false, parsed, problems);
    parsed.ifPresent(sql -> new ActionMessage(definition, sql.names(), problems).check());
    if (describer.isEmpty() || datasource.isEmpty() || parsed.isEmpty()) {
      return Optional.empty();
    }
    checkNote(datasource.get(), at);
    return compile(definition, datasource.get(), parsed.get())
        .map(compiled -> action(file, definition, datasource.get(), parsed.get(), compiled))
        .map(action -> new ActionDefinition.Draft(action, at, lookups(definition)));
  }

  /** The datasource that runs it; empty when there is none, which is reported while actions run. */
  private Optional<String> datasource(ActionDefinition definition, SourceLocation at) {
    ActionSettings actions = settings.actions();
    if (!actions.enabled()) {
      return Optional.empty();
    }
    if (definition.datasource().isEmpty() && actions.main().isEmpty()) {
      problems.error(
          at,
          "there is no datasource that this action may write to; the operator names one with"
              + " sql-widgets.actions.datasource");
      return Optional.empty();
    }
    String name =
        definition.datasource().map(Located::value).orElseGet(() -> actions.main().orElseThrow());
    if (!actions.datasources().contains(name)) {
      problems.error(
          definition.datasource().map(Located::at).orElse(at),
          "datasource \"%s\" may not be written to by actions; %s"
              .formatted(name, others(actions.datasources())));
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private static String others(Set<String> names) {
    return names.isEmpty()
        ? "none is configured (docs/databases.md)"
        : "those that may: " + String.join(", ", names.stream().sorted().toList());
  }

  private void checkKind(ActionDefinition definition, ParsedSql sql) {
    String word = sql.firstWord().toLowerCase(Locale.ROOT);
    definition
        .action()
        .filter(kind -> !kind.value().equals(word))
        .ifPresent(
            kind ->
                problems.error(
                    kind.at(),
                    "the header says action: %s, and the SQL begins with %s; make them agree"
                        .formatted(kind.value(), word.toUpperCase(Locale.ROOT))));
  }

  /** An action that cannot note what it does must not do it. */
  private void checkNote(String datasource, SourceLocation at) {
    switch (describer.orElseThrow().prepare(datasource, ActionRunner.NOTE)) {
      case Description.Refused refused ->
          problems.error(
              at,
              "datasource \"%s\" cannot note what the action does in sql_widgets.action_log, the database says: %s; see docs/databases.md"
                  .formatted(datasource, refused.message()));
      case Description.Unavailable unavailable ->
          throw new DatabaseUnavailableException(unavailable.message());
      case Description.Described described -> {}
    }
  }

  private record Compiled(SettledQuery settled, List<Param> params) {}

  private Optional<Compiled> compile(
      ActionDefinition definition, String datasource, ParsedSql parsed) {
    Map<String, Declared> declared = new LinkedHashMap<>();
    definition
        .params()
        .forEach(p -> declared.put(p.paramName().value(), WidgetAssembler.declared(p)));
    QueryCompiler queries = new QueryCompiler(describer.orElseThrow(), problems);
    return queries
        .describe(parsed, datasource, declared)
        .flatMap(query -> queries.settle(query, datasource, declared))
        .map(settled -> new Compiled(settled, params(definition, parsed, settled)))
        .filter(compiled -> !problems.hasErrors());
  }

  private List<Param> params(ActionDefinition definition, ParsedSql parsed, SettledQuery settled) {
    ParamCompiler compiler = new ParamCompiler(problems, settings.clock());
    Map<String, Param> params = new LinkedHashMap<>();
    for (ParamDefinition param : definition.params()) {
      String name = param.paramName().value();
      if (parsed.names().contains(name)) {
        params.put(name, compiler.declared(param, WidgetAssembler.settled(param, settled)));
      } else {
        problems.error(param.paramName().at(), unused(name, parsed.names()));
      }
    }
    settled
        .params()
        .forEach(
            (name, type) -> params.computeIfAbsent(name, key -> undeclared(key, type, parsed)));
    return new ArrayList<>(params.values());
  }

  private Param undeclared(String name, QueryCompiler.Settled settled, ParsedSql parsed) {
    if (settled.bindType().array()) {
      problems.error(
          Places.ofQuery(parsed),
          "the SQL uses :%s as a list; declare a param with \"multiSelect\" and \"options\""
              .formatted(name));
    }
    return ParamCompiler.undeclared(name, settled);
  }

  private static String unused(String name, Set<String> placeholders) {
    String near = NearMiss.hint(name, placeholders);
    return "param \"%s\" has no placeholder :%s in the SQL%s"
        .formatted(name, name, near.isEmpty() ? "; use it or remove it" : near);
  }

  private Action action(
      SourceFile file,
      ActionDefinition definition,
      String datasource,
      ParsedSql parsed,
      Compiled compiled) {
    return new Action(
        file.stem(),
        file.display(),
        parsed,
        compiled.settled().statements(),
        datasource,
        compiled.params(),
        definition.params().stream()
            .filter(ParamDefinition::secret)
            .map(param -> param.paramName().value())
            .collect(Collectors.toSet()),
        definition.timeout().orElse(settings.timeout()),
        definition.maxRows().orElse(1),
        definition.message().map(Located::value));
  }

  private static Map<String, Located<String>> lookups(ActionDefinition definition) {
    Map<String, Located<String>> lookups = new LinkedHashMap<>();
    definition
        .params()
        .forEach(p -> p.lookup().ifPresent(name -> lookups.put(p.paramName().value(), name)));
    return lookups;
  }
}
