package org.sqlwidgets.live;

import java.util.Optional;
import org.sqlwidgets.openbb.LiveRowsWriter;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.widget.LiveUpdates;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetContent.QueryContent;

/**
 * What a group needs to know of its widget.
 *
 * @param id for the log
 * @param query the statement
 * @param updates how its rows are kept fresh
 */
record LiveWidget(String id, Query query, LiveUpdates updates) {

  /** Empty when the widget is no live grid. */
  static Optional<LiveWidget> of(Widget widget) {
    return widget.content() instanceof QueryContent content
        ? content
            .live()
            .map(updates -> new LiveWidget(widget.id().value(), content.query(), updates))
        : Optional.empty();
  }

  LiveRowsWriter writer() {
    return new LiveRowsWriter(query.columns(), updates.rowId());
  }

  /** What its group with these values is known by. */
  Key key(BoundParams params) {
    return new Key(query, params);
  }

  /**
   * What all subscribers of a group have in common.
   *
   * @param query compared by identity: a file that is compiled again starts anew
   * @param params the typed values
   */
  record Key(Query query, BoundParams params) {
    @Override
    @SuppressWarnings("ReferenceEquality") // as the parameter's comment says
    public boolean equals(Object other) {
      return other instanceof Key key && key.query == query && key.params.equals(params);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(query) + params.hashCode();
    }
  }
}
