package org.sqlwidgets.access;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** The name of the person, as the client says it: a help for reading records, no proof (§8.3). */
public final class SaidUser {
  private static final String HEADER = "X-OpenBB-User";
  private static final int LONGEST = 320;

  private SaidUser() {}

  /** The name in a request, cut where no name goes on; empty when the client says none. */
  public static Optional<String> of(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HEADER))
        .map(String::strip)
        .filter(user -> !user.isEmpty())
        .map(user -> user.substring(0, Math.min(LONGEST, user.length())));
  }
}
