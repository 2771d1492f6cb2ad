package org.sqlwidgets.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that say who may call.
 *
 * @param apiKeys accepted keys, several at once for rotation; absent means that nobody needs one
 * @param apiKeyQueryParam name of a query parameter that may carry the key; absent means none
 * @param allowedHosts names besides loopback under which the server may be addressed without keys
 */
@ConfigurationProperties("sql-widgets")
record AccessConfiguration(
    @Nullable List<String> apiKeys,
    @Nullable String apiKeyQueryParam,
    @Nullable List<String> allowedHosts) {

  AccessConfiguration {
    apiKeys = apiKeys == null ? null : List.copyOf(apiKeys);
    allowedHosts = allowedHosts == null ? null : List.copyOf(allowedHosts);
  }
}
