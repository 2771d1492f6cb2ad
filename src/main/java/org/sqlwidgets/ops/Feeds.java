package org.sqlwidgets.ops;

import jakarta.inject.Singleton;
import java.util.IdentityHashMap;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.widget.Lookup.QueryOptions;
import org.sqlwidgets.widget.Query;

/** Tells to which widget or lookup a query belongs. */
@Singleton
final class Feeds {
  private volatile IdentityHashMap<ParsedSql, Feed> feeds = new IdentityHashMap<>();

  Feeds() {}

  /** What is served from now on. */
  void follow(Snapshot snapshot) {
    IdentityHashMap<ParsedSql, Feed> next = new IdentityHashMap<>();
    snapshot
        .widgets()
        .forEach(
            widget ->
                widget
                    .query()
                    .ifPresent(query -> next.put(query.sql(), Feed.widget(widget.id().value()))));
    snapshot
        .lookups()
        .forEach(
            (name, lookup) -> {
              if (lookup.source() instanceof QueryOptions options) {
                next.put(options.query().sql(), Feed.lookup(name));
              }
            });
    feeds = next;
  }

  /** The one that a query feeds, by the author's text of which it is made. */
  Feed of(Query query) {
    return feeds.getOrDefault(query.sql(), Feed.OTHER);
  }
}
