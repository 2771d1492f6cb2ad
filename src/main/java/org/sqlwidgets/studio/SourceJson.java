package org.sqlwidgets.studio;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.registry.Snapshot;

/** Writes the text of a file as it was when it was last read. */
public final class SourceJson {
  private SourceJson() {}

  /**
   * The document for one of the files of a snapshot.
   *
   * @param file the path as people know it; only looked up among the files, never opened
   * @return empty when no file of this path was read
   */
  public static Optional<byte[]> write(Snapshot snapshot, String file) {
    return snapshot.compilation().sources().stream()
        .filter(source -> source.display().equals(file))
        .findFirst()
        .map(SourceJson::write);
  }

  private static byte[] write(SourceFile source) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", source.display());
    document.put("text", new String(source.bytes(), StandardCharsets.UTF_8));
    return JsonTree.write(document);
  }
}
