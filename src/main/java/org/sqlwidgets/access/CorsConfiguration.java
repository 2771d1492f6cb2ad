package org.sqlwidgets.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * The origins whose scripts may read replies.
 *
 * @param allowedOrigins complete list; the default is the client's own origins (contract §8.1)
 */
@ConfigurationProperties("sql-widgets.cors")
record CorsConfiguration(@Bindable(defaultValue = CLIENT_ORIGINS) List<String> allowedOrigins) {
  /** Workspace and its preview, the Excel add-in and its preview, the desktop app, Lite. */
  static final String CLIENT_ORIGINS =
      "https://pro.openbb.co,"
          + "https://pro.openbb.dev,"
          + "https://excel.openbb.co,"
          + "https://excel.openbb.dev,"
          + "http://localhost:1420,"
          + "http://localhost:3000";

  CorsConfiguration {
    allowedOrigins = List.copyOf(allowedOrigins);
  }
}
