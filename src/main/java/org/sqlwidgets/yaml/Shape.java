package org.sqlwidgets.yaml;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a YAML value may look like: the keys and kinds that a snippet is held to. */
public sealed interface Shape {

  /** What a message says was expected, such as {@code a whole number from 0 to 6}. */
  String expected();

  /**
   * A text; a number counts as the text that the author wrote.
   *
   * @param form the form of the whole text
   * @param expected the form in words
   */
  record Text(Pattern form, String expected) implements Shape {}

  /**
   * One of several words.
   *
   * @param words all of them
   * @param remedies what to do about words that authors try in vain
   */
  record Word(Set<String> words, Map<String, String> remedies) implements Shape {
    /** Copies the set, sorted, and the map. */
    public Word {
      words = Collections.unmodifiableSet(new TreeSet<>(words));
      remedies = Map.copyOf(remedies);
    }

    /** Words without remedies. */
    public Word(Set<String> words) {
      this(words, Map.of());
    }

    @Override
    public String expected() {
      return "one of " + quoted(words);
    }

    private static String quoted(Set<String> words) {
      return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
    }
  }

  /**
   * A number.
   *
   * @param least the smallest that is accepted
   * @param most the largest that is accepted
   * @param whole true when it may have no fraction
   * @param unit what it counts, in the plural; empty = nothing in particular
   */
  record Decimal(BigDecimal least, BigDecimal most, boolean whole, String unit) implements Shape {
    @Override
    public String expected() {
      return (whole ? "a whole number " : "a number ")
          + (unit.isEmpty() ? "" : "of " + unit + " ")
          + "from "
          + least.toPlainString()
          + " to "
          + most.toPlainString();
    }
  }

  /** True or false. */
  record Bool() implements Shape {
    @Override
    public String expected() {
      return "true or false";
    }
  }

  /** An explicit null. */
  record Nothing() implements Shape {
    @Override
    public String expected() {
      return "null";
    }
  }

  /** Exactly one value, such as {@code false}. */
  record Exactly(Object value) implements Shape {
    @Override
    public String expected() {
      return value.toString();
    }
  }

  /**
   * A list.
   *
   * @param item the shape of each item
   * @param least the smallest number of items
   * @param unique true when no item may be there twice
   */
  record ListOf(Shape item, int least, boolean unique) implements Shape {
    @Override
    public String expected() {
      return "a list";
    }
  }

  /**
   * A map with known keys.
   *
   * @param keys the shape of each key's value
   * @param required the keys that must be there
   */
  record Keys(Map<String, Shape> keys, Set<String> required) implements Shape {
    /** Copies both, keeping the order of the keys. */
    public Keys {
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
      required = Collections.unmodifiableSet(new TreeSet<>(required));
    }

    @Override
    public String expected() {
      String example = (required.isEmpty() ? keys.keySet() : required).iterator().next();
      return "a map with keys such as \"" + example + ":\"";
    }
  }

  /**
   * A map with keys of the author's choice.
   *
   * @param key the shape of each key
   * @param value the shape of each value
   */
  record MapOf(Shape key, Shape value) implements Shape {
    @Override
    public String expected() {
      return "a map";
    }
  }

  /**
   * The first of several shapes whose kind fits.
   *
   * @param choices in the order in which they are tried
   */
  record Either(List<Shape> choices) implements Shape {
    /** Copies the list. */
    public Either {
      choices = List.copyOf(choices);
    }

    @Override
    public String expected() {
      return String.join(", or ", choices.stream().map(Shape::expected).toList());
    }
  }
}
