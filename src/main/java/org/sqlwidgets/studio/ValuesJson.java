package org.sqlwidgets.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.Query;

/** Writes what a query would bind for the values of a request, without running it. */
public final class ValuesJson {
  private ValuesJson() {}

  /**
   * The document: each param with its type and value, and the statement that is run.
   *
   * @throws org.sqlwidgets.query.QueryFailedException when a value is refused
   */
  public static byte[] write(Query query, ParamBinder binder, ParamValues sent) {
    BoundParams bound = binder.bind(query.params(), sent);
    List<Map<String, @Nullable Object>> values = new ArrayList<>();
    bound
        .values()
        .forEach((name, value) -> values.add(value(name, value, !isAbsent(sent.all(name)))));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("values", values);
    document.put("statement", query.statements().choose(bound::hasValue).jdbcText().strip());
    return JsonTree.write(document);
  }

  private static boolean isAbsent(List<String> sent) {
    return sent.stream().allMatch(String::isEmpty);
  }

  private static Map<String, @Nullable Object> value(String name, BoundValue bound, boolean sent) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("paramName", name);
    keys.put("type", type(bound.type()));
    keys.put("value", shown(bound.value()));
    keys.put("sent", sent);
    return keys;
  }

  private static String type(BindType type) {
    return type.type().name().toLowerCase(Locale.ROOT) + (type.array() ? "[]" : "");
  }

  private static @Nullable Object shown(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> value.toString();
    };
  }
}
