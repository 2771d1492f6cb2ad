package org.sqlwidgets.template;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.template.FilledValue.Purpose;

/**
 * Looks names up in the rows alone.
 *
 * <p>The library would look into Java objects too: {@code {{length}}} would be that of a text.
 */
final class MapCollector extends BasicCollector {

  @Override
  public Mustache.@Nullable VariableFetcher createFetcher(Object context, String marked) {
    if (!(context instanceof Map)) {
      return null;
    }
    Purpose purpose = Purpose.of(marked);
    String name = purpose.unmark(marked);
    return (map, asked) -> find((Map<?, ?>) map, name, purpose);
  }

  private static @Nullable Object find(Map<?, ?> map, String name, Purpose purpose) {
    if (!map.containsKey(name)) {
      return Template.NO_FETCHER_FOUND;
    }
    Object value = map.get(name);
    if (value == null) {
      return purpose == Purpose.ADDRESS ? "#" : null;
    }
    return value instanceof FilledValue filled ? filled.of(purpose) : value;
  }

  @Override
  public <K, V> Map<K, V> createFetcherCache() {
    return new ConcurrentHashMap<>();
  }
}
