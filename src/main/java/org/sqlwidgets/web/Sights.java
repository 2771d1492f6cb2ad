package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.access.AllowList;
import org.sqlwidgets.access.ApiKeys;
import org.sqlwidgets.apps.AppCatalog;
import org.sqlwidgets.apps.AppSnapshot;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;

/**
 * What each caller sees of the widgets and apps: the whole, or the part on its allow-list.
 *
 * <p>All routes ask here and never the registry, so what a caller may not see is not there for any
 * of them.
 */
@Singleton
final class Sights {
  private final WidgetRegistry registry;
  private final AppCatalog catalog;
  private final ApiKeys keys;
  private final Set<AllowList> lists;
  private final Sight<AppSnapshot> apps;
  private volatile @Nullable Parts parts;

  Sights(WidgetRegistry registry, AppCatalog catalog, ApiKeys keys) {
    this.registry = registry;
    this.catalog = catalog;
    this.keys = keys;
    Set<AllowList> all = new HashSet<>(keys.sights());
    all.add(AllowList.NONE);
    this.lists = Set.copyOf(all);
    this.apps = ofApps(Function.identity());
  }

  /** The parts of one snapshot; every listener takes the same. */
  private record Parts(Snapshot whole, Map<AllowList, Snapshot> byList) {}

  @SuppressWarnings("ReferenceEquality") // the same snapshot, not an equal one
  private Parts parts(Snapshot whole) {
    Parts known = parts;
    if (known != null && known.whole() == whole) {
      return known;
    }
    Map<AllowList, Snapshot> byList = new HashMap<>();
    lists.forEach(list -> byList.put(list, part(whole, list)));
    Parts made = new Parts(whole, Map.copyOf(byList));
    if (known == null || known.whole().version() <= whole.version()) {
      parts = made;
    }
    return made;
  }

  private static Snapshot part(Snapshot whole, AllowList list) {
    return list.everything() ? whole : whole.part(list::showsWidget, list::showsFolder);
  }

  /** What is made of the widgets and lookups, anew for each snapshot. */
  <T> Sight<T> ofWidgets(BiFunction<Snapshot, AllowList, T> make) {
    Sight<T> sight = new Sight<>(keys);
    registry.onChange(
        snapshot -> {
          Map<AllowList, T> made = new HashMap<>();
          parts(snapshot).byList().forEach((list, part) -> made.put(list, make.apply(part, list)));
          sight.show(made);
        });
    return sight;
  }

  /** What is made of widgets, lookups and apps, anew for each snapshot. */
  <T> Sight<T> ofApps(Function<AppSnapshot, T> make) {
    Sight<T> sight = new Sight<>(keys);
    catalog.onChange(
        snapshot -> {
          Map<AllowList, T> made = new HashMap<>();
          parts(snapshot.served())
              .byList()
              .forEach(
                  (list, part) ->
                      made.put(list, make.apply(list.everything() ? snapshot : snapshot.on(part))));
          sight.show(made);
        });
    return sight;
  }

  /** The widgets that a caller sees now. */
  Snapshot snapshot(HttpRequest<?> request) {
    return seenBy(request).apply(registry.snapshot());
  }

  /** The widgets and apps that a caller sees now. */
  AppSnapshot apps(HttpRequest<?> request) {
    return apps.of(request);
  }

  /** Cuts snapshots down to what a caller sees, then and later. */
  Function<Snapshot, Snapshot> seenBy(HttpRequest<?> request) {
    AllowList list = keys.callerOf(request).sees();
    return list.everything()
        ? Function.identity()
        : snapshot -> parts(snapshot).byList().getOrDefault(list, Snapshot.NONE);
  }
}
