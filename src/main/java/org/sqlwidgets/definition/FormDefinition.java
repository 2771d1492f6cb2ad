package org.sqlwidgets.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A param of type form as the author wrote it; its action is not known yet.
 *
 * @param paramName the name and its place
 * @param action the name of the action that takes it; empty = it was reported
 * @param published {@code label}, {@code description}, {@code show} and {@code method}
 * @param fields the inputs and buttons; none = all that the action takes
 * @param read false when something was reported of it
 */
record FormDefinition(
    Located<String> paramName,
    Optional<Located<String>> action,
    Map<String, Object> published,
    List<Field> fields,
    boolean read) {

  /** An entry of {@code inputParams}. */
  sealed interface Field {

    /** Its name and place. */
    Located<String> paramName();
  }

  /** An input that is filled in. */
  record Input(ParamDefinition definition) implements Field {
    @Override
    public Located<String> paramName() {
      return definition.paramName();
    }
  }

  /**
   * A button that sends the form.
   *
   * @param published all its published keys
   */
  record Button(Located<String> paramName, Map<String, Object> published) implements Field {}
}
