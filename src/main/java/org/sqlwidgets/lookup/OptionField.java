package org.sqlwidgets.lookup;

import java.util.Arrays;
import java.util.Optional;

/** A part of an option that people may edit, with its names and limits. */
public enum OptionField {
  /** What the param becomes when the option is chosen. */
  VALUE("value", "value", Kind.TEXT, 500),
  /** What the dropdown shows; without one it shows the value. */
  LABEL("label", "label", Kind.TEXT, 500),
  /** The second line. */
  DESCRIPTION("description", "description", Kind.TEXT, 2000),
  /** The text to the right of the second line. */
  RIGHT_OF_DESCRIPTION("rightOfDescription", "right_of_description", Kind.TEXT, 500),
  /** The value of the parent param for which the option shows; without one it always shows. */
  PARENT_VALUE("parentValue", "parent_value", Kind.TEXT, 500),
  /** The place in the dropdown. */
  POSITION("position", "position", Kind.NUMBER, 0),
  /** Whether a cascade chooses the option. */
  IS_DEFAULT("isDefault", "is_default", Kind.FLAG, 0),
  /** Whether the option is offered. */
  ENABLED("enabled", "enabled", Kind.FLAG, 0);

  /** What a field holds. */
  public enum Kind {
    /** A text. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** True or false. */
    FLAG
  }

  private final String key;
  private final String column;
  private final Kind kind;
  private final int longest;

  OptionField(String key, String column, Kind kind, int longest) {
    this.key = key;
    this.column = column;
    this.kind = kind;
    this.longest = longest;
  }

  /** The name in JSON. */
  public String key() {
    return key;
  }

  /** The name in the table and in CSV. */
  public String column() {
    return column;
  }

  /** What it holds. */
  public Kind kind() {
    return kind;
  }

  /** The most characters that a text may have. */
  public int longest() {
    return longest;
  }

  /** The field of a name in JSON. */
  public static Optional<OptionField> ofKey(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }

  /** The field of a name in CSV. */
  public static Optional<OptionField> ofColumn(String column) {
    return Arrays.stream(values()).filter(field -> field.column.equals(column)).findFirst();
  }
}
