package org.sqlwidgets.studio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.widget.LookupUse;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Widget;

/** Finds the widgets whose controls, or whose form, need a lookup. */
final class LookupUses {
  private final Map<String, Set<String>> byLookup = new TreeMap<>();

  private LookupUses() {}

  /** The uses in a snapshot. */
  static LookupUses of(Snapshot snapshot) {
    LookupUses uses = new LookupUses();
    for (Widget widget : snapshot.widgets()) {
      Stream.concat(widget.params().stream(), formParams(snapshot, widget))
          .flatMap(param -> param.lookup().stream())
          .map(LookupUse::lookup)
          .forEach(
              lookup ->
                  uses.byLookup
                      .computeIfAbsent(lookup, name -> new TreeSet<>())
                      .add(widget.id().value()));
    }
    return uses;
  }

  private static Stream<Param> formParams(Snapshot snapshot, Widget widget) {
    return widget.form().flatMap(form -> snapshot.action(form.action())).stream()
        .flatMap(action -> action.params().stream());
  }

  /** The ids of the widgets that use a lookup, in order. */
  List<String> of(String lookup) {
    return List.copyOf(byLookup.getOrDefault(lookup, new TreeSet<>()));
  }
}
