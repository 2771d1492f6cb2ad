package org.sqlwidgets.apps;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.yaml.Shape;
import org.sqlwidgets.yaml.ShapeReader;
import org.sqlwidgets.yaml.YamlFields;

/** Reads the MCP servers that an app offers to the client's AI (contract §5). */
final class McpServers {
  private static final String KEY = "mcp_servers";

  /** The same in the client's own words, as apps exported from it have it. */
  private static final String OTHER_KEY = "mcpServers";

  private static final String LABEL = "(?!xn--)[a-z0-9]([a-z0-9-]*[a-z0-9])?";
  private static final Pattern URL =
      Pattern.compile(
          "https?://(localhost|127\\.0\\.0\\.1|%s(\\.%s)*\\.[a-z]{2,24})".formatted(LABEL, LABEL)
              + "(:[1-9][0-9]{0,3})?(/[A-Za-z0-9._~/-]*)?");
  private static final Shape SERVERS = new Shape.ListOf(server(), 0, false);

  private McpServers() {}

  private static Shape server() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("name", new Shape.Text(Pattern.compile("(?s).*\\S.*"), "a text that is not blank"));
    keys.put("description", new Shape.Text(Pattern.compile("(?s).*"), "a text"));
    keys.put(
        "url",
        new Shape.Text(URL, "a whole address in small letters, such as https://example.com/mcp"));
    keys.put("authType", new Shape.Word(Set.of("oauth", "token")));
    return new Shape.Keys(keys, Set.of("name", "url"));
  }

  /** The list to publish; empty when there is none, or when it was reported. */
  static Optional<Object> read(YamlFields app, Problems problems) {
    if (app.has(KEY) && app.has(OTHER_KEY)) {
      problems.error(
          app.whereKey(OTHER_KEY),
          "\"%s\" means the same as \"%s\"; remove one of them".formatted(OTHER_KEY, KEY));
    }
    String key = app.has(KEY) ? KEY : OTHER_KEY;
    return app.node(key)
        .filter(node -> !node.isNull())
        .flatMap(node -> new ShapeReader(problems).read(key, node, SERVERS));
  }

  /** The key under which they are published. */
  static String key() {
    return KEY;
  }
}
