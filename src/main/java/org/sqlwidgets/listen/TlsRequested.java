package org.sqlwidgets.listen;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** True when one of the two TLS settings is given; the other is missed when the files are read. */
final class TlsRequested implements Condition {

  @Override
  public boolean matches(@SuppressWarnings("rawtypes") ConditionContext context) {
    return context.containsProperty("sql-widgets.tls.certificate")
        || context.containsProperty("sql-widgets.tls.key");
  }
}
