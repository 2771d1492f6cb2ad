package org.sqlwidgets.database;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Tells the databases where the server answers, once it does. */
@Singleton
final class AddressNote implements ApplicationEventListener<ServerStartupEvent> {
  private final Databases databases;

  AddressNote(Databases databases) {
    this.databases = databases;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    databases.answersAt(event.getSource().getURI().toString());
  }
}
