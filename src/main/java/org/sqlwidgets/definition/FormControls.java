package org.sqlwidgets.definition;

import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.ParamType;

/** Refuses what no input of a form can be (contract §3.7). */
final class FormControls {
  private FormControls() {}

  static void check(ParamDefinition param, Problems problems) {
    String name = param.paramName().value();
    param
        .type()
        .filter(type -> type == ParamType.TABS || type == ParamType.TICKER)
        .ifPresent(
            type ->
                problems.error(
                    param.paramName().at(),
                    "param \"%s\" is of type %s, which no form has; write text, with \"options\" for a dropdown"
                        .formatted(name, type.word())));
    if (param.multiple()) {
      problems.error(
          param.paramName().at(),
          "param \"%s\" has \"multiple\", which no form has; write \"multiSelect\" with \"options\""
              .formatted(name));
    }
    if (param.published().containsKey("language")) {
      problems.error(
          param.paramName().at(),
          "param \"%s\" has \"language\", which no form has; remove it".formatted(name));
    }
    param
        .optionsQuery()
        .ifPresent(
            query ->
                problems.error(
                    query.at(),
                    "\"optionsQuery\" asks while the form is open, which the client does not do;"
                        + " name a \"lookup\" or write \"options\""));
  }
}
