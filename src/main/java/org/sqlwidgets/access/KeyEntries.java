package org.sqlwidgets.access;

import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of {@code sql-widgets.keys}, each with a name and a role.
 *
 * <p>A list in a file, or numbered environment variables. Read strictly: a mistyped word would
 * otherwise give somebody more than was meant.
 */
@Singleton
final class KeyEntries {
  static final KeyEntries NONE = new KeyEntries(List.of());

  /** The setting that lists the entries. */
  static final String SETTING = "sql-widgets.keys";

  private final List<ApiKey> keys;

  @Inject
  KeyEntries(Environment environment) {
    this(read(environment));
  }

  private KeyEntries(List<ApiKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** The keys, in the order of the setting. */
  List<ApiKey> keys() {
    return keys;
  }

  private static List<ApiKey> read(Environment environment) {
    List<ApiKey> keys = new ArrayList<>();
    entries(environment).forEach((place, entry) -> keys.add(new KeyEntry(place, entry).key()));
    return keys;
  }

  /** The entries by their names in messages. */
  private static Map<String, Map<?, ?>> entries(Environment environment) {
    boolean inFile = environment.containsProperty(SETTING);
    Map<?, ?> numbered = environment.getProperties(SETTING);
    if (!inFile && numbered.isEmpty()) {
      return Map.of();
    }
    if (inFile && !numbered.isEmpty()) {
      throw new ConfigurationException(
          "%s is given twice, as a list and by numbered variables; keep one of them"
              .formatted(SETTING));
    }
    return inFile
        ? listed(environment.getProperty(SETTING, Object.class).orElse(null))
        : numbered(environment.getProperty(SETTING, Map.class).orElse(Map.of()));
  }

  private static Map<String, Map<?, ?>> listed(@Nullable Object given) {
    if (!(given instanceof List<?> list) || list.isEmpty()) {
      throw noList();
    }
    Map<String, Map<?, ?>> entries = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof Map<?, ?> entry)) {
        throw noList();
      }
      entries.put("%s[%d]".formatted(SETTING, i), entry);
    }
    return entries;
  }

  /**
   * {@code SQL_WIDGETS_KEYS_0_NAME} arrives as {@code 0 → name}, and once more as {@code 0-name}.
   */
  private static Map<String, Map<?, ?>> numbered(Map<?, ?> given) {
    Map<Integer, Map<?, ?>> sorted = new TreeMap<>();
    given.forEach(
        (number, entry) -> {
          String word = String.valueOf(number);
          if (word.matches("[0-9]{1,4}") && entry instanceof Map<?, ?> keys) {
            sorted.put(Integer.valueOf(word), keys);
          } else if (!word.matches("[0-9]{1,4}-.*")) {
            throw noList();
          }
        });
    Map<String, Map<?, ?>> entries = new LinkedHashMap<>();
    sorted.forEach((number, entry) -> entries.put("%s[%d]".formatted(SETTING, number), entry));
    return entries;
  }

  private static ConfigurationException noList() {
    return new ConfigurationException(
        ("%s is no list of keys, expected entries with \"name\" and \"sha256\" or \"key\"; plain"
                + " keys belong into %s")
            .formatted(SETTING, ApiKeys.SETTING));
  }
}
