package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The ids that the client uses itself (contract §2.7).
 *
 * @param ids whole ids
 * @param prefixes beginnings that the client strips
 * @param fragments texts that may be nowhere in an id
 */
record BuiltInIds(List<String> ids, List<String> prefixes, List<String> fragments) {
  static final BuiltInIds LIST = load();

  /** True when the client takes the id for one of its own. */
  boolean include(String id) {
    return ids.contains(id)
        || prefixes.stream().anyMatch(id::startsWith)
        || fragments.stream().anyMatch(id::contains);
  }

  private static BuiltInIds load() {
    try (InputStream text =
        Objects.requireNonNull(BuiltInIds.class.getResourceAsStream("/openbb/builtin-ids.json"))) {
      JsonNode root = new JsonMapper().readTree(text);
      return new BuiltInIds(
          Values.texts(root.path("ids")),
          Values.texts(root.path("prefixes")),
          Values.texts(root.path("fragments")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
