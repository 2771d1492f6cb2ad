package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.apps.App.GroupType;
import org.sqlwidgets.apps.AppDefinition.Automatic;
import org.sqlwidgets.apps.AppDefinition.Given;
import org.sqlwidgets.apps.AppDefinition.GroupDefinition;
import org.sqlwidgets.apps.AppDefinition.Groups;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads {@code groups}: a list, or {@code none} (contract §3.6, rule R34). */
final class GroupsReader {
  private static final String NONE = "none";

  private final Problems problems;
  private final Map<String, SourceLocation> names = new HashMap<>();

  GroupsReader(Problems problems) {
    this.problems = problems;
  }

  Groups read(YamlFields app) {
    Optional<YamlNode> node = app.node("groups").filter(found -> !found.isNull());
    if (node.isEmpty()) {
      return new Automatic();
    }
    if (node.get() instanceof YamlScalar scalar) {
      if (!scalar.text().equals(NONE)) {
        problems.error(
            scalar.location(),
            "\"groups\" is %s; expected a list, or none%s"
                .formatted(scalar.describe(), NearMiss.hint(scalar.text(), Set.of(NONE))));
      }
      return new Given(List.of());
    }
    List<GroupDefinition> groups = new ArrayList<>();
    app.maps("groups")
        .ifPresent(maps -> maps.forEach(map -> groups.add(group(map, groups.size()))));
    return new Given(groups);
  }

  private GroupDefinition group(YamlMap map, int before) {
    YamlFields fields = new YamlFields(map, problems);
    String name = name(fields, "Group " + (before + 1));
    Optional<Located<GroupType>> type =
        fields
            .oneOf("type", GroupType.byWord())
            .map(found -> new Located<>(found, fields.where("type")));
    Optional<Located<String>> paramName =
        fields.text("paramName").map(text -> new Located<>(text, fields.where("paramName")));
    boolean ticker = type.filter(found -> found.value() == GroupType.TICKER).isPresent();
    if (!fields.has("paramName") && !ticker) {
      problems.error(
          map.location(),
          "group \"%s\" needs \"paramName\", the param that its widgets share".formatted(name));
    }
    Optional<List<Located<String>>> widgetIds = AppReader.texts(fields, "widgetIds");
    widgetIds.ifPresent(ids -> check(name, ids, fields));
    Optional<YamlNode> defaultValue = fields.node("defaultValue").filter(node -> !node.isNull());
    fields.refuseOthers();
    return new GroupDefinition(name, map.location(), type, paramName, widgetIds, defaultValue);
  }

  private String name(YamlFields fields, String otherwise) {
    String name = fields.text("name").filter(text -> !text.isBlank()).orElse(otherwise);
    if (!name.matches("Group [1-9][0-9]*")) {
      problems.warning(
          fields.where("name"),
          "group \"%s\" has a name of its own, by which some versions of the client do not find it;"
                  .formatted(name)
              + " call it \"%s\", or leave \"name\" out".formatted(otherwise));
    }
    SourceLocation first = names.putIfAbsent(name, fields.where("name"));
    if (first != null) {
      problems.error(
          fields.where("name"),
          "group \"%s\" is there twice, see line %d; rename one".formatted(name, first.line()));
    }
    return name;
  }

  private void check(String name, List<Located<String>> ids, YamlFields fields) {
    if (ids.isEmpty()) {
      problems.error(
          fields.where("widgetIds"),
          "group \"%s\" has no widgets; name some, or leave \"widgetIds\" out for all that have the"
                  .formatted(name)
              + " param");
    }
    Set<String> seen = new HashSet<>();
    ids.stream()
        .filter(id -> !seen.add(id.value()))
        .forEach(
            id ->
                problems.error(
                    id.at(), "widget \"%s\" is in group \"%s\" twice".formatted(id.value(), name)));
  }
}
