package org.sqlwidgets.live;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerShutdownEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.database.Notifications;
import org.sqlwidgets.live.Subscriber.End;
import org.sqlwidgets.live.Subscription.Place;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;

/** All live grids that somebody looks at, and who looks at which. */
@Singleton
public final class LiveGrids implements ApplicationEventListener<ServerShutdownEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(LiveGrids.class);

  private final WidgetRegistry registry;
  private final ParamBinder binder;
  private final LiveConfiguration limits;
  private final Looks looks;
  private final Set<Subscription> subscriptions = new LinkedHashSet<>();
  private final Map<LiveWidget.Key, Group> groups = new HashMap<>();
  private boolean stopped;

  LiveGrids(
      WidgetRegistry registry,
      ParamBinder binder,
      QueryRunner runner,
      Notifications notifications,
      LiveConfiguration limits) {
    this.registry = registry;
    this.binder = binder;
    this.limits = limits;
    this.looks = new Looks(runner, notifications, registry::describeAnew, limits.maxQueries());
    registry.onChange(this::follow);
  }

  /**
   * Lets somebody in; nothing is sent before the first values.
   *
   * @param widget the id of a live grid
   * @param sight cuts a snapshot down to what the subscriber may see, now and after changes
   * @return empty when there are as many subscribers as allowed
   */
  public synchronized Optional<Subscription> enter(
      String widget, Function<Snapshot, Snapshot> sight, Subscriber subscriber) {
    if (stopped || subscriptions.size() >= limits.maxSubscribers()) {
      return Optional.empty();
    }
    Subscription subscription = new Subscription(this, widget, sight, subscriber);
    subscriptions.add(subscription);
    return Optional.of(subscription);
  }

  /** How much there is to do. */
  public synchronized LiveLoad load() {
    return new LiveLoad(subscriptions.size(), groups.size(), looks.queries());
  }

  synchronized void show(Subscription subscription, ParamValues values) {
    if (!subscriptions.contains(subscription)) {
      return;
    }
    subscription.setValues(values);
    Optional<LiveWidget> widget = find(registry.snapshot(), subscription);
    if (widget.isEmpty()) {
      end(subscription, End.GONE);
      return;
    }
    try {
      sit(subscription, widget.get(), binder.bind(widget.get().query().params(), values));
    } catch (QueryFailedException e) {
      LOG.debug("live grid {}: {}", subscription.widget(), e.getMessage());
      stand(subscription);
    }
  }

  private static Optional<LiveWidget> find(Snapshot snapshot, Subscription subscription) {
    return subscription
        .sight()
        .apply(snapshot)
        .widget(subscription.widget())
        .flatMap(LiveWidget::of);
  }

  private void sit(Subscription subscription, LiveWidget widget, BoundParams params) {
    LiveWidget.Key key = widget.key(params);
    if (subscription.place().filter(place -> place.key().equals(key)).isPresent()) {
      return;
    }
    stand(subscription);
    Group known = groups.get(key);
    if (known != null) {
      join(subscription, key, known);
    } else if (groups.size() >= limits.maxGroups()) {
      refuseFor(subscription);
    } else {
      Group group = new Group(widget, params, looks);
      groups.put(key, group);
      join(subscription, key, group);
      group.open();
    }
  }

  private static void join(Subscription subscription, LiveWidget.Key key, Group group) {
    subscription.setPlace(new Place(key, group, group.join(subscription.subscriber())));
  }

  private void refuseFor(Subscription subscription) {
    LOG.warn(
        "live grid {}: {} different views are open, and no more are allowed"
            + " (sql-widgets.live.max-groups)",
        subscription.widget(),
        limits.maxGroups());
    end(subscription, End.FULL);
  }

  private void stand(Subscription subscription) {
    subscription
        .place()
        .ifPresent(
            place -> {
              subscription.setPlace(null);
              if (place.group().leave(place.seat())) {
                groups.remove(place.key());
              }
            });
  }

  synchronized void resume(Subscription subscription) {
    subscription.place().ifPresent(place -> place.group().resume());
  }

  synchronized void leave(Subscription subscription) {
    subscriptions.remove(subscription);
    stand(subscription);
  }

  private void end(Subscription subscription, End why) {
    leave(subscription);
    subscription.subscriber().end(why);
  }

  /** Shows everybody the widget as it is now; who looks at an unchanged one notices nothing. */
  private synchronized void follow(Snapshot snapshot) {
    for (Subscription subscription : List.copyOf(subscriptions)) {
      if (find(snapshot, subscription).isEmpty()) {
        end(subscription, End.GONE);
      } else {
        subscription.values().ifPresent(values -> show(subscription, values));
      }
    }
  }

  @Override
  public void onApplicationEvent(ServerShutdownEvent event) {
    stop();
  }

  /** Ends all subscriptions; there are no new ones. */
  @PreDestroy
  synchronized void stop() {
    stopped = true;
    List.copyOf(subscriptions).forEach(subscription -> end(subscription, End.STOPPING));
    looks.close();
  }
}
