package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;

/** Checks the reply's text of an action: {@code {rows}} or {@code {name}} of a param. */
final class ActionMessage {
  private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
  private static final String ROWS = "rows";

  private final ActionDefinition definition;
  private final Set<String> placeholders;
  private final Problems problems;

  ActionMessage(ActionDefinition definition, Set<String> placeholders, Problems problems) {
    this.definition = definition;
    this.placeholders = placeholders;
    this.problems = problems;
  }

  void check() {
    definition.message().ifPresent(this::check);
  }

  private void check(Located<String> message) {
    if (message.value().isBlank()) {
      problems.error(message.at(), "\"message\" is blank; write a text or leave the key out");
    }
    List<String> secrets =
        definition.params().stream()
            .filter(ParamDefinition::secret)
            .map(param -> param.paramName().value())
            .toList();
    Matcher names = NAME.matcher(message.value());
    while (names.find()) {
      String name = names.group(1);
      if (secrets.contains(name)) {
        problems.error(
            message.at(), "\"message\" shows \"%s\", which is secret; remove it".formatted(name));
      } else if (!name.equals(ROWS) && !placeholders.contains(name)) {
        List<String> known = new ArrayList<>(placeholders);
        known.add(ROWS);
        problems.error(
            message.at(),
            "\"message\" shows \"%s\", which is no param of this action%s; known are %s"
                .formatted(name, NearMiss.hint(name, known), NearMiss.listed(known)));
      }
    }
  }
}
