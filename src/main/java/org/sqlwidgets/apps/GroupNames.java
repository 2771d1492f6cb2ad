package org.sqlwidgets.apps;

import java.util.List;
import org.sqlwidgets.apps.AppDefinition.Automatic;
import org.sqlwidgets.apps.AppDefinition.Given;
import org.sqlwidgets.apps.AppDefinition.GroupDefinition;
import org.sqlwidgets.apps.AppDefinition.Groups;
import org.sqlwidgets.apps.AppDefinition.ItemDefinition;
import org.sqlwidgets.apps.AppDefinition.Layout;
import org.sqlwidgets.apps.AppDefinition.TabDefinition;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;

/** Holds the groups that a layout names to those that the app describes (rule R35). */
final class GroupNames {
  private GroupNames() {}

  static void check(List<TabDefinition> tabs, Groups groups, Problems problems) {
    List<String> known =
        switch (groups) {
          case Automatic automatic -> List.of();
          case Given given -> given.groups().stream().map(GroupDefinition::name).toList();
        };
    tabs.stream()
        .flatMap(
            tab ->
                tab.content() instanceof Layout layout
                    ? layout.items().stream()
                    : java.util.stream.Stream.empty())
        .map(ItemDefinition::groups)
        .flatMap(names -> names.orElse(List.of()).stream())
        .filter(name -> !known.contains(name.value()))
        .forEach(name -> problems.error(name.at(), unknown(name, known)));
  }

  private static String unknown(Located<String> name, List<String> known) {
    String near = NearMiss.hint(name.value(), known);
    return "group \"%s\" is not described%s"
        .formatted(name.value(), near.isEmpty() ? "; add it to \"groups\" of the app" : near);
  }
}
