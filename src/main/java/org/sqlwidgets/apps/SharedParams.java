package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sqlwidgets.apps.App.Group;
import org.sqlwidgets.apps.App.GroupType;
import org.sqlwidgets.widget.LookupUse;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.Widget;

/** Finds the params that widgets have in common, so that one choice sets them all. */
final class SharedParams {
  private SharedParams() {}

  /**
   * What params must have in common to share a value (rule R34).
   *
   * @param type the control
   * @param multi whether several values may be chosen
   * @param lookup the lookup and what is sent to it
   * @param values the fixed options
   * @param options the fixed options with their labels, as published
   */
  record Kind(
      ParamType type,
      boolean multi,
      Optional<LookupUse> lookup,
      List<String> values,
      Object options) {

    static Kind of(Param param) {
      return new Kind(
          param.type(),
          param.multi(),
          param.lookup(),
          param.fixedValues(),
          param.published().getOrDefault("options", List.of()));
    }

    /** In words, to tell two kinds apart. */
    String describe() {
      String from = lookup.map(Kind::describe).orElseGet(() -> "type " + type.word());
      String among = values.isEmpty() ? "" : " with options " + String.join(", ", values);
      return from + among + (multi ? ", several values" : "");
    }

    private static String describe(LookupUse use) {
      String sent = use.optionsParams().isEmpty() ? "" : " with " + use.optionsParams();
      return "lookup \"" + use.lookup() + "\"" + sent;
    }
  }

  private record Shared(String paramName, Kind kind) {}

  /** A group for each param that two or more of the widgets share, by their order. */
  static List<Group> groups(Collection<Widget> widgets) {
    Map<Shared, Map<String, Param>> found = new LinkedHashMap<>();
    for (Widget widget : widgets) {
      for (Param param : widget.params()) {
        found
            .computeIfAbsent(
                new Shared(param.paramName(), Kind.of(param)), key -> new LinkedHashMap<>())
            .put(widget.id().value(), param);
      }
    }
    found.values().removeIf(params -> params.size() < 2);
    List<Group> groups = new ArrayList<>();
    found.forEach((shared, params) -> groups.add(group(groups.size() + 1, shared, params)));
    return groups;
  }

  private static Group group(int number, Shared shared, Map<String, Param> params) {
    return new Group(
        "Group " + number,
        type(shared.kind().type()),
        Optional.of(shared.paramName()),
        List.copyOf(params.keySet()),
        commonDefault(params.values()));
  }

  static GroupType type(ParamType type) {
    return switch (type) {
      case ENDPOINT -> GroupType.ENDPOINT_PARAM;
      case TICKER -> GroupType.TICKER;
      case TEXT, NUMBER, BOOLEAN, DATE, TABS -> GroupType.PARAM;
    };
  }

  /** The default that all params have; empty when they differ or one has none. */
  static Optional<Object> commonDefault(Collection<Param> params) {
    List<Object> values =
        params.stream()
            .map(param -> param.published().get("value"))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    boolean all = params.stream().allMatch(param -> param.published().containsKey("value"));
    return all && values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }
}
