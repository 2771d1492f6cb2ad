package org.sqlwidgets.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.Caching;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.yaml.YamlNode;

/**
 * One entry of {@code params} as the author wrote it; not yet held against the SQL.
 *
 * @param paramName the name and its place
 * @param type the control; empty = inferred
 * @param value the declared default; empty = none
 * @param options the fixed options
 * @param multiSelect several of the options may be chosen
 * @param multiple a free list of own values
 * @param lookup the name of a lookup
 * @param optionsQuery an inline lookup query
 * @param cache how long the options of that query may be kept
 * @param optionsParams what the author sends to the lookup, by name; the rest is generated
 * @param required absent is refused
 * @param nullable absent is NULL
 * @param sqlType the type to bind with; empty = the database's word
 * @param secret the value is noted nowhere
 * @param published the keys that are published as they are: {@code label}, {@code show}, …
 * @param read false when something was reported of it, so that more would only be noise
 */
record ParamDefinition(
    Located<String> paramName,
    Optional<ParamType> type,
    Optional<YamlNode> value,
    List<OptionDefinition> options,
    boolean multiSelect,
    boolean multiple,
    Optional<Located<String>> lookup,
    Optional<Located<String>> optionsQuery,
    Optional<Caching> cache,
    Map<String, Located<String>> optionsParams,
    boolean required,
    boolean nullable,
    Optional<Located<BindType>> sqlType,
    boolean secret,
    Map<String, Object> published,
    boolean read) {

  /**
   * A fixed option.
   *
   * @param label what is shown
   * @param value what is sent, as text
   * @param number the value as a number, when the author wrote one
   * @param at the place of the value
   */
  record OptionDefinition(
      String label, String value, Optional<BigDecimal> number, SourceLocation at) {}

  /** True when its options come from a lookup. */
  boolean dropdown() {
    return lookup.isPresent() || optionsQuery.isPresent();
  }

  boolean multi() {
    return multiSelect || multiple;
  }

  /** The same, of which something was reported. */
  ParamDefinition unread() {
    return new ParamDefinition(
        paramName,
        type,
        value,
        options,
        multiSelect,
        multiple,
        lookup,
        optionsQuery,
        cache,
        optionsParams,
        required,
        nullable,
        sqlType,
        secret,
        published,
        false);
  }
}
