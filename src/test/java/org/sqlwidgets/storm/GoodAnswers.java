package org.sqlwidgets.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/**
 * The whole answers that the good versions of edited files give, as another server gives them to
 * which nothing happens at the same time.
 */
final class GoodAnswers implements AutoCloseable {
  private final Path folder;
  private final TestServer quiet;
  private final Map<String, Set<Integer>> data = new ConcurrentHashMap<>();
  private final Map<String, Set<Integer>> entries = new ConcurrentHashMap<>();

  GoodAnswers(Path folder) {
    this.folder = folder;
    quiet = WidgetFolder.serve(folder);
  }

  /** Learns what a version of a file gives; nothing when it is broken from the start. */
  void learn(EditedFile file, String address, byte[] version) throws IOException {
    Files.write(folder.resolve(file.path()), version);
    quiet.context().getBean(WidgetRegistry.class).refresh();
    JsonNode entry = quiet.get("/widgets.json").json().path(file.id());
    if (entry.isMissingNode()) {
      return;
    }
    add(entries, file, entry.toString());
    HttpReply reply = quiet.get(address);
    if (reply.status() == 200) {
      add(data, file, reply.text());
    }
  }

  private static void add(Map<String, Set<Integer>> answers, EditedFile file, String answer) {
    answers.computeIfAbsent(file.id(), id -> ConcurrentHashMap.newKeySet()).add(answer.hashCode());
  }

  /** Whether some good version of the file gives these rows. */
  boolean isData(EditedFile file, String body) {
    return data.getOrDefault(file.id(), Set.of()).contains(body.hashCode());
  }

  /** Whether some good version of the file is published like this. */
  boolean isEntry(EditedFile file, JsonNode entry) {
    return entries.getOrDefault(file.id(), Set.of()).contains(entry.toString().hashCode());
  }

  @Override
  public void close() {
    quiet.close();
  }
}
