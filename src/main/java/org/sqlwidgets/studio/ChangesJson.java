package org.sqlwidgets.studio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.lookup.OptionChange;
import org.sqlwidgets.openbb.JsonTree;

/** Writes who changed what when. */
final class ChangesJson {
  private ChangesJson() {}

  static byte[] write(List<OptionChange> changes) {
    return JsonTree.write(Map.of("changes", changes.stream().map(ChangesJson::change).toList()));
  }

  private static Map<String, @Nullable Object> change(OptionChange change) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("id", change.id());
    keys.put("at", change.happenedAt().toString());
    keys.put("user", change.saidUser());
    keys.put("apiKey", change.apiKey());
    keys.put("kind", change.kind());
    keys.put("what", change.what());
    keys.put("before", PlainJson.written(change.beforeState()));
    keys.put("after", PlainJson.written(change.afterState()));
    keys.put("undoes", change.undoes());
    keys.put("undone", change.undone());
    return keys;
  }
}
