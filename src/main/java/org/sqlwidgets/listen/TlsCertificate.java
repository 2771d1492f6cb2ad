package org.sqlwidgets.listen;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.server.netty.ssl.ServerSslBuilder;
import io.micronaut.http.ssl.CertificateProvider;
import io.micronaut.http.ssl.ServerSslConfiguration;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import io.netty.handler.ssl.SslContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Sinks;

/**
 * The certificate that the server shows, read again when its files change.
 *
 * <p>New connections get the new certificate; files that do not fit leave the old one in place.
 */
@Singleton
@Named(TlsCertificate.NAME)
@Requires(condition = TlsRequested.class)
final class TlsCertificate implements CertificateProvider, ServerSslBuilder {
  static final String NAME = "sql-widgets";

  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(TlsCertificate.class);

  private final PemFiles files;
  private final Sinks.Many<KeyStore> latest = Sinks.many().replay().latest();
  private final ServerSslConfiguration https = new ServerSslConfiguration();
  private final ScheduledFuture<?> looks;
  private List<Long> changed;

  /** Looks at the files from now on, but never at files that stopped the start. */
  TlsCertificate(
      TlsConfiguration configuration, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    files = PemFiles.of(configuration);
    changed = changed();
    latest.emitNext(files.load(), Sinks.EmitFailureHandler.FAIL_FAST);
    https.setEnabled(true);
    looks = scheduler.scheduleWithFixedDelay(PAUSE, PAUSE, this::reload);
  }

  @PreDestroy
  void close() {
    looks.cancel(false);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public Publisher<KeyStore> getKeyStore() {
    return latest.asFlux();
  }

  @Override
  public ServerSslConfiguration getSslConfiguration() {
    return https;
  }

  /** Nothing: the listeners take the key store. */
  @Override
  public Optional<SslContext> build() {
    return Optional.empty();
  }

  synchronized void reload() {
    List<Long> now = changed();
    if (now.equals(changed)) {
      return;
    }
    changed = now;
    try {
      latest.emitNext(files.load(), Sinks.EmitFailureHandler.FAIL_FAST);
      LOG.info("The certificate in \"{}\" changed and is in use now", files.certificate());
    } catch (ConfigurationException e) {
      LOG.warn("The certificate changed but the old one stays in use: {}", e.getMessage());
    }
  }

  private List<Long> changed() {
    return List.of(changed(files.certificate()), changed(files.key()));
  }

  private static long changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }
}
