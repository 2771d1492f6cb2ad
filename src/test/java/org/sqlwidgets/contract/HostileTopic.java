package org.sqlwidgets.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the tests with hostile values share. */
interface HostileTopic {
  List<HostileValue> values();

  HostileClient client();

  FormServer server();

  TestedDatabase database();

  /** The numbers of the rows whose value is wanted. */
  List<Integer> rowsLike(Predicate<HostileValue> wanted);

  /** Values that an address can hold. */
  default List<HostileValue> addressed() {
    return values().stream().filter(HostileValue::fitsAnAddress).toList();
  }

  /** The numbers of the rows in a reply. */
  default List<Integer> ids(JsonNode rows) {
    List<Integer> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.path("id").asInt(-1)));
    return ids;
  }
}
