package org.sqlwidgets.listen;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * The files that make the server speak HTTPS.
 *
 * @param certificate PEM file with the certificate, followed by those that vouch for it
 * @param key PEM file with the certificate's private key, not encrypted
 */
@ConfigurationProperties("sql-widgets.tls")
record TlsConfiguration(@Nullable String certificate, @Nullable String key) {

  /** Tells whether HTTPS is asked for; one file without the other is found when it is read. */
  boolean isSet() {
    return certificate != null || key != null;
  }
}
