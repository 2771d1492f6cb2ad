package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the render functions that a column's settings are for (contract §2.5).
 *
 * <p>The client ignores settings whose function is not named in {@code renderFn}, and a cell click
 * without {@code actionType}.
 */
final class RenderFunctions {
  private static final String FUNCTION = "renderFn";
  private static final String SETTINGS = "renderFnParams";

  private RenderFunctions() {}

  /** The author's keys of a column with what they imply. */
  static Map<String, Object> complete(Map<String, Object> keys) {
    Map<String, Object> settings = PlainMaps.of(keys.getOrDefault(SETTINGS, Map.of()));
    Map<String, Object> complete = new LinkedHashMap<>(keys);
    boolean groupBy = settings.containsKey("groupBy");
    boolean sendToAgent = settings.containsKey("sendToAgent");
    if (groupBy != sendToAgent && !settings.containsKey("actionType")) {
      Map<String, Object> more = new LinkedHashMap<>();
      more.put("actionType", groupBy ? "groupBy" : "sendToAgent");
      more.putAll(settings);
      complete.put(SETTINGS, more);
    }
    List<Object> functions = new ArrayList<>(list(keys.get(FUNCTION)));
    int given = functions.size();
    add(functions, "columnColor", settings.containsKey("colorRules"));
    add(functions, "hoverCard", settings.containsKey("hoverCard"));
    add(functions, "cellOnClick", groupBy || sendToAgent);
    if (functions.size() > given) {
      complete.put(FUNCTION, functions.size() == 1 ? functions.getFirst() : functions);
    }
    return complete;
  }

  private static List<?> list(@Nullable Object renderFn) {
    return switch (renderFn) {
      case null -> List.of();
      case List<?> list -> list;
      default -> List.of(renderFn);
    };
  }

  private static void add(List<Object> functions, String function, boolean implied) {
    if (implied && !functions.contains(function)) {
      functions.add(function);
    }
  }
}
