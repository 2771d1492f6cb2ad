package org.sqlwidgets.yaml;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.SourceLocation;

/**
 * A single value: text, a number, true or false, or nothing.
 *
 * @param location where the value begins, with its quote if it has one
 * @param kind what the value is by the YAML 1.2 core schema (widget-file §1)
 * @param text the value as written; what is inside the quotes of a quoted one
 */
public record YamlScalar(SourceLocation location, Kind kind, String text) implements YamlNode {

  /** What a single value is. */
  public enum Kind {
    /** Anything in quotes, a block of text, and every plain word that is nothing else. */
    TEXT,
    /** A finite number, such as {@code 7}, {@code -1.5e3}, {@code 0x1F}. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code null}, {@code ~}, or nothing at all. */
    NULL
  }

  /** Refuses a number that cannot be read as one. */
  public YamlScalar {
    if (kind == Kind.NUMBER && CoreSchema.number(text).isEmpty()) {
      throw new IllegalArgumentException("text is not a number");
    }
  }

  /** The value of a number, exact; only for {@link Kind#NUMBER}. */
  public BigDecimal number() {
    return CoreSchema.number(require(Kind.NUMBER)).orElseThrow();
  }

  /** The value of true or false; only for {@link Kind#BOOLEAN}. */
  public boolean bool() {
    return Boolean.parseBoolean(require(Kind.BOOLEAN));
  }

  private String require(Kind required) {
    if (kind != required) {
      throw new IllegalStateException("kind is " + kind + ", not " + required);
    }
    return text;
  }

  @Override
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  @Override
  public @Nullable Object toPlain() {
    return switch (kind) {
      case TEXT -> text;
      case NUMBER -> number();
      case BOOLEAN -> bool();
      case NULL -> null;
    };
  }

  @Override
  public String describe() {
    return switch (kind) {
      case TEXT -> "the text " + AuthorText.quote(text);
      case NUMBER -> "the number " + AuthorText.shorten(text);
      case BOOLEAN -> text;
      case NULL -> "nothing";
    };
  }
}
