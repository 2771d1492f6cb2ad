package org.sqlwidgets.query;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.database.ZoneConfiguration;

/** Makes what runs queries. */
@Factory
final class QueryFactory {

  @Singleton
  Clock clock(ZoneConfiguration configuration) {
    return Clock.system(configuration.zoneId());
  }

  @Singleton
  QueryRunner queryRunner(
      Databases databases, ZoneConfiguration configuration, List<RunObserver> observers) {
    List<RunObserver> all = List.copyOf(observers);
    return new QueryRunner(
        databases, configuration.zoneId(), run -> all.forEach(observer -> observer.ended(run)));
  }

  @Singleton
  QueryQueue queryQueue(QueueConfiguration limits, Databases databases) {
    return new QueryQueue(limits, databases::connections);
  }

  @Singleton
  ActionRunner actionRunner(Databases databases) {
    return new ActionRunner(databases);
  }

  @Singleton
  QueryPlans queryPlans(QueryRunner runner, Databases databases) {
    return new QueryPlans(runner, databases);
  }

  @Singleton
  StatementDescriber statementDescriber(Databases databases) {
    return new StatementDescriber(databases);
  }

  @Singleton
  ParamBinder paramBinder(Clock clock) {
    return new ParamBinder(clock);
  }
}
