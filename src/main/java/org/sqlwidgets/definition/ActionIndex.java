package org.sqlwidgets.definition;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.Action;

/** All actions by name, and why others are not there. */
final class ActionIndex {
  private final Map<String, ActionDefinition.Draft> actions = new TreeMap<>();
  private final Map<String, ActionDefinition.Draft> first = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();

  /** Takes an action; a name that is there twice is served by nobody. */
  void add(ActionDefinition.Draft draft, Problems problems) {
    String name = draft.action().name();
    ActionDefinition.Draft other = first.putIfAbsent(name, draft);
    if (other == null) {
      actions.put(name, draft);
      return;
    }
    actions.remove(name);
    refused.put(name, "is defined twice, in %s and in %s".formatted(other.at(), draft.at()));
    problems.error(
        draft.at(),
        "action \"%s\" is also defined in %s; rename one of them, until then neither is served"
            .formatted(name, other.at()));
  }

  /** Notes why an action is not there, as the end of a sentence that begins with its name. */
  void refuse(String name, String why) {
    refused.putIfAbsent(name, why);
  }

  Optional<ActionDefinition.Draft> find(String name) {
    return Optional.ofNullable(actions.get(name));
  }

  /** Why there is no action of a name, with what to do. */
  String missing(String name) {
    String why = refused.get(name);
    if (why != null) {
      return "action \"%s\" %s".formatted(name, why);
    }
    String near = NearMiss.hint(name, actions.keySet());
    String remedy = LookupCompiler.isName(name) ? "; make a file actions/" + name + ".sql" : "";
    return "there is no action \"%s\"%s".formatted(name, near.isEmpty() ? remedy : near);
  }

  /** All that can be run. */
  Map<String, Action> served() {
    Map<String, Action> served = new TreeMap<>();
    actions.forEach((name, draft) -> served.put(name, draft.action()));
    return Collections.unmodifiableMap(served);
  }
}
