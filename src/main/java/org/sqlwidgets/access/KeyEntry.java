package org.sqlwidgets.access;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sqlwidgets.problem.NearMiss;

/** Reads one entry of {@code sql-widgets.keys}; messages never show a key. */
final class KeyEntry {
  /** 128 random bits take 22 characters; what is shorter could be found by trying. */
  static final int SHORTEST = 22;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._@-]{0,63}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern WIDGET = Pattern.compile("[a-z0-9][a-z0-9_-]*");
  private static final Pattern FOLDER =
      Pattern.compile("(?!\\.{1,2}(/|$))[^/\\\\]+(/(?!\\.{1,2}(/|$))[^/\\\\]+)*");
  private static final List<String> WORDS =
      List.of("name", "key", "sha256", "role", "widgets", "folders");

  private final String place;
  private final Map<String, Object> given = new TreeMap<>();

  KeyEntry(String place, Map<?, ?> entry) {
    this.place = place;
    entry.forEach((word, value) -> given.put(String.valueOf(word), value));
    given.keySet().stream().filter(word -> !WORDS.contains(word)).findFirst().ifPresent(this::no);
  }

  private void no(String word) {
    throw wrong(
        "has \"%s\", which is not one of %s%s"
            .formatted(word, String.join(", ", WORDS), NearMiss.hint(word, WORDS)));
  }

  ApiKey key() {
    return new ApiKey(new Caller(name(), role(), sees()), digest(), SHORTEST);
  }

  private String name() {
    String name = text("name").orElseThrow(() -> wrong("has no \"name\", which records show"));
    if (!NAME.matcher(name).matches()) {
      throw wrong("has a name other than up to 64 letters, digits, blanks and . _ @ -");
    }
    return name;
  }

  private Role role() {
    String word = text("role").orElse(Role.READ.word()).toLowerCase(Locale.ROOT);
    for (Role role : Role.values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw wrong("has the role \"%s\", expected \"read\" or \"admin\"".formatted(word));
  }

  private AllowList sees() {
    if (!given.containsKey("widgets") && !given.containsKey("folders")) {
      return AllowList.ALL;
    }
    if (role() == Role.ADMIN) {
      throw wrong("has the role admin and a list of widgets or folders; an admin sees everything");
    }
    return new AllowList(
        false,
        items("widgets", WIDGET, "an id such as \"prices\""),
        items("folders", FOLDER, "a folder below that of the widgets, such as \"stocks/daily\""));
  }

  /** A list in a file, or comma text. */
  private Set<String> items(String word, Pattern form, String expected) {
    Object list = given.getOrDefault(word, List.of());
    List<String> items =
        list instanceof List<?> several
            ? several.stream().map(String::valueOf).toList()
            : List.of(String.valueOf(list).split(",", -1));
    if (items.isEmpty() && given.containsKey(word)) {
      throw wrong("has an empty list of %s, leave it out or name one".formatted(word));
    }
    for (String item : items) {
      if (!form.matcher(item.strip()).matches()) {
        throw wrong("has \"%s\" among its %s, expected %s".formatted(item.strip(), word, expected));
      }
    }
    return items.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
  }

  private byte[] digest() {
    Optional<String> key = text("key");
    Optional<String> sha256 = text("sha256");
    if (key.isPresent() == sha256.isPresent()) {
      throw wrong("needs either \"sha256\" or \"key\"; \"sql-widgets key\" makes both");
    }
    return key.map(this::digestOf).orElseGet(() -> sha256.map(this::parsed).orElseThrow());
  }

  private byte[] digestOf(String key) {
    if (key.length() < SHORTEST) {
      throw wrong(
          "has a key of %d characters, expected at least %d; \"sql-widgets key\" makes a good one"
              .formatted(key.length(), SHORTEST));
    }
    if (!key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw wrong("has a key with a blank or a character outside ASCII, headers cannot carry it");
    }
    return ApiKey.digest(key);
  }

  private byte[] parsed(String sha256) {
    String hex = sha256.toLowerCase(Locale.ROOT);
    if (!SHA256.matcher(hex).matches()) {
      throw wrong("has a sha256 that is not 64 hexadecimal digits; \"sql-widgets key\" makes one");
    }
    return HexFormat.of().parseHex(hex);
  }

  /** A value that is there; a blank one is refused, because a secret may have been forgotten. */
  private Optional<String> text(String word) {
    Optional<String> text = Optional.ofNullable(given.get(word)).map(String::valueOf);
    if (text.filter(String::isBlank).isPresent()) {
      throw wrong("has an empty \"%s\"".formatted(word));
    }
    return text.map(String::strip);
  }

  private ConfigurationException wrong(String what) {
    return new ConfigurationException(place + " " + what);
  }
}
