package org.sqlwidgets.definition;

import java.util.Locale;
import java.util.Optional;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.BuiltInIds;
import org.sqlwidgets.widget.WidgetId;

/** Finds the id of a widget and checks its former ones (widget-file §2). */
final class Ids {
  private Ids() {}

  /** The id with the place that gives it; empty when it was reported. */
  static Optional<Located<String>> read(
      SourceFile file, WidgetDefinition definition, Problems problems) {
    Located<String> id =
        definition.id().orElse(new Located<>(file.stem(), SourceLocation.of(file.display())));
    checkFormer(id.value(), definition, problems);
    if (!WidgetId.isValid(id.value())) {
      problems.error(id.at(), wrongForm(id.value(), definition.id().isPresent()));
      return Optional.empty();
    }
    Optional<String> refusal = BuiltInIds.refusal(id.value());
    refusal.ifPresent(
        why ->
            problems.error(
                id.at(), "widget id \"%s\" %s; choose another".formatted(id.value(), why)));
    return refusal.isPresent() ? Optional.empty() : Optional.of(id);
  }

  private static String wrongForm(String id, boolean given) {
    String remedy = given ? "choose another" : "rename the file, or give an \"id\"";
    if (WidgetId.isTooLong(id)) {
      return "widget id has %d characters, which are too many; %s".formatted(id.length(), remedy);
    }
    String near =
        id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "_").replaceAll("^[_-]+|_+$", "");
    return "widget id \"%s\" may hold only a-z, 0-9, \"_\" and \"-\", and begins with a letter or digit; %s%s"
        .formatted(id, remedy, WidgetId.isValid(near) ? ", such as \"" + near + "\"" : "");
  }

  private static void checkFormer(String id, WidgetDefinition definition, Problems problems) {
    for (Located<String> former : definition.formerIds()) {
      if (!WidgetId.isValid(former.value())) {
        problems.error(
            former.at(),
            "former id \"%s\" was never a widget id; remove it".formatted(former.value()));
      } else if (former.value().equals(id)) {
        problems.error(
            former.at(), "former id \"%s\" is the present id; remove it".formatted(former.value()));
      }
    }
  }
}
