package org.sqlwidgets.web;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.apps.AppCatalog;
import org.sqlwidgets.apps.AppSnapshot;
import org.sqlwidgets.registry.DirectoryConfiguration;

/** Says in the log, once it listens, what is served and how to connect Workspace to it. */
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
final class StartMessage implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(StartMessage.class);

  private final AppCatalog catalog;
  private final DirectoryConfiguration directory;
  private final ConnectLink connectLink;

  StartMessage(AppCatalog catalog, DirectoryConfiguration directory, ConnectLink connectLink) {
    this.catalog = catalog;
    this.directory = directory;
    this.connectLink = connectLink;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    String address = connectLink.address(event.getSource().getURI());
    LOG.info("{}", served(catalog.snapshot(), address));
    LOG.info("Connect OpenBB Workspace: {}", connectLink.of(address));
  }

  private String served(AppSnapshot snapshot, String address) {
    return "Serving %s, %s and %s from %s; %s"
        .formatted(
            count(snapshot.served().widgets().size(), "widget"),
            count(snapshot.served().compilation().lookups().size(), "lookup"),
            count(snapshot.apps().size(), "app"),
            directory.path().toAbsolutePath().normalize(),
            snapshot.errors() == 0
                ? "no problems"
                : count(snapshot.errors(), "problem") + ", see " + address + "/problems");
  }

  private static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
