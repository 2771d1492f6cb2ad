package org.sqlwidgets.widget;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One param: its control, its default and the type it is bound with.
 *
 * @param paramName the placeholder's name and the key in the query
 * @param type the control
 * @param multi true when several values may be chosen; they are bound as one array
 * @param bindType the type to bind with; its {@code array} equals {@code multi}
 * @param whenAbsent what an absent or empty value means
 * @param defaultText the declared default as it would arrive in a request; empty = none
 * @param fixedValues the only accepted values, when the options are fixed; else empty
 * @param lookup where a dropdown's options come from; empty for other types
 * @param published all keys that are published, in order (contract §3.1)
 */
public record Param(
    String paramName,
    ParamType type,
    boolean multi,
    BindType bindType,
    WhenAbsent whenAbsent,
    Optional<String> defaultText,
    List<String> fixedValues,
    Optional<LookupUse> lookup,
    Map<String, Object> published) {

  /** What an absent or empty value means (widget-file §8). */
  public enum WhenAbsent {
    /** The declared default, else NULL. */
    DEFAULT,
    /** NULL, even when there is a default: the user cleared the field. */
    NULL,
    /** A refusal. */
    REFUSE
  }

  /** Copies the list; refuses an array type that does not fit {@code multi}. */
  public Param {
    fixedValues = List.copyOf(fixedValues);
    if (bindType.array() != multi) {
      throw new IllegalArgumentException("bindType.array is not multi");
    }
  }
}
