package rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A backend that gives the same replies, written by hand in {@code src/bench/peers}. */
public enum Peer {
  FASTIFY(Map.of()),
  FASTIFY_PGJSON(Map.of("JSON_BY", "postgres")),
  FASTAPI(Map.of());

  private final Map<String, String> variables;

  Peer(Map<String, String> variables) {
    this.variables = variables;
  }

  /** The peer of a name such as {@code fastify-pgjson}. */
  public static Peer named(String name) {
    return Arrays.stream(values())
        .filter(value -> value.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new Missing("no peer " + name + ", only " + Arrays.toString(values())));
  }

  /** Starts it on that database; it sends the given bytes as {@code /widgets.json}. */
  public Server start(int port, Database database, Path widgets)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(database.variables());
    environment.putAll(variables);
    environment.put("PORT", String.valueOf(port));
    environment.put("WIDGETS_JSON", widgets.toString());
    environment.put("NODE_ENV", "production");
    return Server.start(toString(), port, command(), environment).await("/widgets.json");
  }

  /** The command that starts it, if it is installed. */
  public List<String> command() {
    Path peers = Bench.source().resolve("peers");
    if (this == FASTAPI) {
      Path folder = peers.resolve("fastapi");
      return List.of(
          installed(
              folder.resolve(".venv/bin/python"),
              "python3 -m venv src/bench/peers/fastapi/.venv &&"
                  + " src/bench/peers/fastapi/.venv/bin/pip install -r"
                  + " src/bench/peers/fastapi/requirements.txt"),
          folder.resolve("main.py").toString());
    }
    Path folder = peers.resolve("fastify");
    installed(folder.resolve("node_modules/fastify"), "npm ci --prefix src/bench/peers/fastify");
    return List.of(Program.need("node", "nodejs npm"), folder.resolve("server.js").toString());
  }

  private String installed(Path path, String command) {
    if (!Files.exists(path)) {
      throw new Missing(this + " is not installed: " + command + " (or leave it out with --peers)");
    }
    return path.toString();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
