package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.definition.FormDefinition.Button;
import org.sqlwidgets.definition.FormDefinition.Field;
import org.sqlwidgets.definition.FormDefinition.Input;
import org.sqlwidgets.definition.QueryCompiler.Settled;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.Action;
import org.sqlwidgets.widget.Form;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Param.WhenAbsent;
import org.sqlwidgets.widget.ParamType;

/**
 * Holds a form against the action that it names, and makes what is published of it.
 *
 * <p>What the form leaves open is taken from the action: inputs, their types, labels and options.
 */
final class FormLinker {
  private static final String SWITCHED_OFF =
      "the form is not shown, because actions are off; the operator allows them with"
          + " sql-widgets.actions.enabled=true";

  private final ActionIndex actions;
  private final FormOptions options;
  private final CompilerSettings settings;
  private final Problems problems;

  /**
   * A linker of one form.
   *
   * @param problems takes the problems of this form alone
   */
  FormLinker(
      ActionIndex actions, LookupIndex lookups, CompilerSettings settings, Problems problems) {
    this.actions = actions;
    this.settings = settings;
    this.problems = problems;
    this.options = new FormOptions(lookups, settings.actions().options(), problems);
  }

  /**
   * The form as it is published; empty when it cannot be shown.
   *
   * @param taken the names of the widget's other params
   */
  Optional<Form> link(FormDefinition form, Set<String> taken) {
    if (!settings.actions().enabled()) {
      problems.hint(form.paramName().at(), SWITCHED_OFF);
      return Optional.empty();
    }
    if (taken.contains(form.paramName().value())) {
      problems.error(
          form.paramName().at(),
          "the form has the name of param \"%s\"; give it another \"paramName\""
              .formatted(form.paramName().value()));
      return Optional.empty();
    }
    Located<String> action = form.action().orElseThrow();
    Optional<ActionDefinition.Draft> draft = actions.find(action.value());
    if (draft.isEmpty()) {
      problems.error(action.at(), actions.missing(action.value()));
    }
    return draft.flatMap(found -> link(form, found));
  }

  private Optional<Form> link(FormDefinition form, ActionDefinition.Draft draft) {
    List<Map<String, Object>> inputs = new ArrayList<>();
    if (form.fields().isEmpty()) {
      draft.action().params().forEach(param -> inputs.add(input(param, draft)));
    }
    Set<String> names = new HashSet<>();
    for (Field field : form.fields()) {
      if (!names.add(field.paramName().value())) {
        problems.error(
            field.paramName().at(),
            "the form has \"%s\" twice; remove one of them".formatted(field.paramName().value()));
      }
      published(field, draft).ifPresent(inputs::add);
    }
    refuseMissing(form, draft.action(), names);
    addButton(inputs, draft.action());
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    String name = form.paramName().value();
    return Optional.of(new Form(name, draft.action().name(), published(form, draft, inputs)));
  }

  private static Map<String, Object> published(
      FormDefinition form, ActionDefinition.Draft draft, List<Map<String, Object>> inputs) {
    Map<String, Object> published = new LinkedHashMap<>();
    published.put("paramName", form.paramName().value());
    published.put("type", "form");
    published.putAll(form.published());
    published.put("endpoint", draft.action().endpoint());
    published.put("inputParams", inputs);
    return published;
  }

  private Optional<Map<String, Object>> published(Field field, ActionDefinition.Draft draft) {
    return switch (field) {
      case Button button -> Optional.of(button.published());
      case Input(ParamDefinition definition) ->
          param(definition.paramName(), draft.action())
              .map(param -> input(definition, param, draft));
    };
  }

  private Optional<Param> param(Located<String> name, Action action) {
    Optional<Param> param =
        action.params().stream().filter(p -> p.paramName().equals(name.value())).findFirst();
    if (param.isEmpty()) {
      List<String> known = action.params().stream().map(Param::paramName).toList();
      String near = NearMiss.hint(name.value(), known);
      problems.error(
          name.at(),
          "action \"%s\" has no param \"%s\"%s"
              .formatted(
                  action.name(),
                  name.value(),
                  near.isEmpty() ? "; it takes " + NearMiss.listed(known) : near));
    }
    return param;
  }

  private Map<String, Object> input(Param param, ActionDefinition.Draft draft) {
    Map<String, Object> published = new LinkedHashMap<>(param.published());
    options.fill(published, Optional.ofNullable(draft.lookups().get(param.paramName())));
    return published;
  }

  /** What the form says of an input goes before what the action says. */
  private Map<String, Object> input(
      ParamDefinition definition, Param param, ActionDefinition.Draft draft) {
    ParamType inherited = param.type() == ParamType.ENDPOINT ? ParamType.TEXT : param.type();
    ParamType type =
        definition.dropdown() ? ParamType.ENDPOINT : definition.type().orElse(inherited);
    Settled settled = new Settled(type, param.bindType());
    boolean compilable =
        definition.read()
            && (definition.type().isPresent()
                || definition.value().isPresent()
                || !definition.options().isEmpty());
    Map<String, Object> published = new LinkedHashMap<>(param.published());
    if (type != inherited) {
      published.keySet().removeAll(Set.of("value", "options"));
    }
    if (definition.multiSelect() && !param.multi()) {
      problems.error(
          definition.paramName().at(),
          "input \"%s\" has \"multiSelect\", and action \"%s\" takes one value; declare it there, too"
              .formatted(param.paramName(), draft.action().name()));
    }
    if (compilable) {
      published.putAll(
          new ParamCompiler(problems, settings.clock()).declared(definition, settled).published());
      published.put("label", param.published().getOrDefault("label", param.paramName()));
    }
    published.putAll(definition.published());
    Optional<Located<String>> lookup =
        definition
            .lookup()
            .or(() -> Optional.ofNullable(draft.lookups().get(param.paramName())))
            .filter(named -> definition.options().isEmpty());
    options.fill(published, lookup);
    return published;
  }

  private void refuseMissing(FormDefinition form, Action action, Set<String> names) {
    for (Param param : action.params()) {
      boolean needed = param.whenAbsent() == WhenAbsent.REFUSE && !form.fields().isEmpty();
      if (needed && !names.contains(param.paramName())) {
        problems.error(
            form.paramName().at(),
            "the form does not ask for \"%s\", which action \"%s\" requires; add it to \"inputParams\""
                .formatted(param.paramName(), action.name()));
      }
    }
  }

  /** A form needs something to send it with. */
  private static void addButton(List<Map<String, Object>> inputs, Action action) {
    if (inputs.stream().anyMatch(input -> "button".equals(input.get("type")))) {
      return;
    }
    String name = "submit";
    while (isTaken(inputs, name)) {
      name = name + "_";
    }
    Map<String, Object> button = new LinkedHashMap<>();
    button.put("paramName", name);
    button.put("type", "button");
    button.put("label", Titles.of(action.name(), action.name()));
    button.put("value", true);
    inputs.add(button);
  }

  private static boolean isTaken(List<Map<String, Object>> inputs, String name) {
    return inputs.stream().anyMatch(input -> name.equals(input.get("paramName")));
  }
}
