package org.sqlwidgets.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.NonPrintableStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Random values, and the same values written as YAML by the library. */
public final class YamlValues {
  private static final String[] ODD_TEXTS = {
    "",
    " ",
    "no",
    "null",
    "~",
    "007",
    "0x1F",
    "1e3",
    ".inf",
    "-",
    "- a",
    "a: b",
    "# c",
    "x # c",
    "---",
    "...",
    "--- */",
    "'",
    "\"",
    "it's",
    "{{name}}",
    "[",
    "@a",
    "`",
    "%",
    "!x",
    "&x",
    "*x",
    "|",
    "> 5",
    "\t",
    "a\tb",
    "a\nb",
    "a\n\nb\n",
    "\n",
    " a\nb ",
    "a\n---\nb",
    "a\n  b\n c",
    "é",
    "\uD83D\uDE00",
    "\u0085",
    "\u2028",
    "\u0007",
    "\\",
    "\\n",
    ":",
    "::",
    "?",
    ", ",
    "é: "
  };

  private YamlValues() {}

  /** Maps of texts, numbers, booleans, nulls, lists and maps. */
  public static Arbitrary<Map<String, Object>> maps() {
    return maps(values(3));
  }

  /** Maps of texts alone: only those can be written in every style of scalars. */
  public static Arbitrary<Map<String, Object>> textMaps() {
    return maps(texts().map(text -> (Object) text));
  }

  /** The map as block or flow YAML, its texts plain where they can be. */
  public static String dump(Map<String, Object> map, FlowStyle collections) {
    return dump(map, collections, ScalarStyle.PLAIN);
  }

  /** The map of texts as block or flow YAML, its texts in one style. */
  public static String dump(Map<String, Object> map, FlowStyle collections, ScalarStyle scalars) {
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(collections)
            .setDefaultScalarStyle(scalars)
            .setNonPrintableStyle(NonPrintableStyle.ESCAPE)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings).dumpToString(forLibrary(map));
  }

  private static Arbitrary<Object> values(int depth) {
    if (depth == 0) {
      return scalars();
    }
    Arbitrary<Object> below = values(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(3, scalars()),
        Tuple.of(1, below.list().ofMaxSize(3).map(list -> (Object) list)),
        Tuple.of(1, maps(below).map(map -> (Object) map)));
  }

  private static Arbitrary<Map<String, Object>> maps(Arbitrary<Object> values) {
    return Arbitraries.maps(texts(), values).ofMaxSize(4);
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
        texts().map(text -> (Object) text),
        Arbitraries.longs().map(number -> (Object) BigDecimal.valueOf(number)),
        Arbitraries.of(true, false).map(bool -> (Object) bool),
        Arbitraries.<Object>just(null));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(ODD_TEXTS),
        Arbitraries.strings().ofMaxLength(12).filter(YamlValues::isWhole),
        Arbitraries.strings().alpha().numeric().withChars(" :#-'\"\n").ofMaxLength(20));
  }

  /**
   * Without halves of characters, and without BOM and DEL, which the library writes as they are.
   */
  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(c -> (c >= 0xD800 && c <= 0xDFFF) || c == 0xFEFF || c == 0x7F);
  }

  /** The library writes a BigDecimal with a tag. */
  private static @Nullable Object forLibrary(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number -> number.longValueExact();
      case List<?> list -> list.stream().map(YamlValues::forLibrary).toList();
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, entry) -> copy.put(key, forLibrary(entry)));
        yield copy;
      }
      case null, default -> value;
    };
  }
}
