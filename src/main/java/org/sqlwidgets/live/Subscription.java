package org.sqlwidgets.live;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.registry.Snapshot;

/** One subscriber's part in a live grid, from its first message to its last. */
public final class Subscription {
  private final LiveGrids grids;
  private final String widget;
  private final Function<Snapshot, Snapshot> sight;
  private final Subscriber subscriber;
  private @Nullable ParamValues values;
  private @Nullable Place place;

  /** Where it sits now. */
  record Place(LiveWidget.Key key, Group group, Group.Seat seat) {}

  Subscription(
      LiveGrids grids, String widget, Function<Snapshot, Snapshot> sight, Subscriber subscriber) {
    this.grids = grids;
    this.widget = widget;
    this.sight = sight;
    this.subscriber = subscriber;
  }

  /**
   * Shows the rows for these values from now on, and no others.
   *
   * <p>Refused values show nothing: the client has the reason from its request for the rows.
   */
  public void show(ParamValues values) {
    grids.show(this, values);
  }

  /** The subscriber can take rows again after it could not. */
  public void resume() {
    grids.resume(this);
  }

  /** The subscriber has gone; doing it twice changes nothing. */
  public void leave() {
    grids.leave(this);
  }

  /** The widget's id, or one of its former ids. */
  String widget() {
    return widget;
  }

  /** Cuts a snapshot down to what the subscriber may see. */
  Function<Snapshot, Snapshot> sight() {
    return sight;
  }

  Subscriber subscriber() {
    return subscriber;
  }

  /** What it asked for last; empty before its first message. */
  Optional<ParamValues> values() {
    return Optional.ofNullable(values);
  }

  void setValues(ParamValues values) {
    this.values = values;
  }

  Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  void setPlace(@Nullable Place place) {
    this.place = place;
  }
}
