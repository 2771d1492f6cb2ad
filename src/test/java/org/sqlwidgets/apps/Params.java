package org.sqlwidgets.apps;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.LookupUse;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Param.WhenAbsent;
import org.sqlwidgets.widget.ParamType;

/** Makes params as the compiler would, for widgets that no file describes. */
final class Params {
  private Params() {}

  static Param of(ParamType type, String name) {
    return param(type, name, false, List.of(), Optional.empty(), Map.of());
  }

  static Param of(ParamType type, String name, Object value) {
    return param(type, name, false, List.of(), Optional.empty(), Map.of("value", value));
  }

  static Param lookup(String name, String lookup) {
    return lookup(name, new LookupUse(lookup, Map.of()), Map.of());
  }

  static Param lookup(String name, String lookup, String value) {
    return lookup(name, new LookupUse(lookup, Map.of()), Map.of("value", value));
  }

  static Param lookup(String name, LookupUse use, Map<String, Object> published) {
    Map<String, Object> all = new LinkedHashMap<>(published);
    all.put("optionsEndpoint", use.optionsEndpoint());
    if (!use.optionsParams().isEmpty()) {
      all.put("optionsParams", use.optionsParams());
    }
    boolean multi = published.containsKey("multiSelect");
    return param(ParamType.ENDPOINT, name, multi, List.of(), Optional.of(use), all);
  }

  static Param choice(String name, String... options) {
    return choice(name, Map.of(), options);
  }

  static Param choice(String name, Map<String, Object> published, String... options) {
    Map<String, Object> all = new LinkedHashMap<>(published);
    all.put("options", List.of(options).stream().map(Params::option).toList());
    boolean multi = published.containsKey("multiSelect");
    return param(ParamType.TEXT, name, multi, List.of(options), Optional.empty(), all);
  }

  static Param numbers(String name, int... options) {
    List<BigDecimal> values =
        java.util.Arrays.stream(options).mapToObj(BigDecimal::valueOf).toList();
    return param(
        ParamType.NUMBER,
        name,
        false,
        values.stream().map(BigDecimal::toPlainString).toList(),
        Optional.empty(),
        Map.of("options", values.stream().map(Params::option).toList()));
  }

  private static Map<String, Object> option(Object value) {
    return Map.of("label", "Option " + value, "value", value);
  }

  private static Param param(
      ParamType type,
      String name,
      boolean multi,
      List<String> fixed,
      Optional<LookupUse> lookup,
      Map<String, Object> published) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("paramName", name);
    all.put("type", type.word());
    all.put("label", name);
    all.putAll(published);
    return new Param(
        name,
        type,
        multi,
        BindType.TEXT.withArray(multi),
        WhenAbsent.DEFAULT,
        Optional.ofNullable(published.get("value")).map(Object::toString),
        fixed,
        lookup,
        all);
  }
}
