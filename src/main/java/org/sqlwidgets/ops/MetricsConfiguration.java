package org.sqlwidgets.ops;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Who may read the metrics.
 *
 * @param open true when nobody needs a key for them
 */
@ConfigurationProperties("sql-widgets.metrics")
public record MetricsConfiguration(@Bindable(defaultValue = "false") Boolean open) {}
