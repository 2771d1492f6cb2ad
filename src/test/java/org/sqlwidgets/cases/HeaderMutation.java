package org.sqlwidgets.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.sqlwidgets.cases.HeaderTree.Entry;
import org.sqlwidgets.cases.HeaderTree.Items;
import org.sqlwidgets.cases.HeaderTree.Keys;
import org.sqlwidgets.cases.HeaderTree.Value;

/** One change of a header, of the kinds that a person's hand or another tool makes. */
final class HeaderMutation {
  /** Values as they stand in YAML: each kind, odd texts, limits of the client and beyond. */
  private static final List<String> VALUES =
      List.of(
          ("true false ~ null 0 1 -1 2 7 41 100 101 999 1000 1001 31536000000 31536000001 0.5 -0.0"
               + " 1e15 1e16 1e300 1e-300 0x1F 0o17 +5 5. .5 007 1_000 99999999999999999999 .inf"
               + " .nan yes no on 2024-01-31 2024-02-30 20240131 $currentDate $CURRENTDATE-3M"
               + " $currentDate-3x $currentDate-99999y $symbol $x $ $$ a,b table metric markdown"
               + " chart text number boolean date endpoint tabs ticker form category series time"
               + " excluded object dateString int none percent greenRed hoverCard cellOnClick"
               + " columnColor groupBy sendToAgent between gt line bar lines red yellow '#fff'"
               + " '#ffff' left integer uuid timestamp symbols nowhere symbol month close_usd"
               + " SYMBOL widgets default 10s 0s 5ms 1h 999999999h /options/symbols /options/"
               + " http://x / [] {} [1] [a,b] [[]] [~] {a:1} [greenRed,greenRed] {w:20,h:12} {w:1}"
               + " {label:A,value:a} {value:} [{label:A,value:1},{value:2}] [1,1.0] [a,a]")
              .split(" "));

  /** Texts that need quotes. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u00a0",
          "\u200b",
          "\ufeff",
          "\u2028",
          "\0",
          "\u0007",
          "a\nb",
          "\t",
          "\ud83d\ude00",
          "\u00e9t\u00e9",
          "</script>",
          "a.b",
          "a b",
          "a/b?c#d",
          "{{symbol}}",
          "{{",
          "{{#rows}}{{month}}{{/rows}}",
          "{{=<% %>=}}<%symbol%>",
          "{{{symbol}}",
          "{{!x",
          "{symbol}",
          "SELECT 1 AS value",
          "SELECT symbol FROM monthly_stock_prices WHERE symbol = :symbol",
          "SELECT",
          "DROP TABLE x",
          "*/5 * * * *",
          "* * * *",
          "x".repeat(300),
          "true",
          "1",
          "~");

  private final Random random;
  private final List<String> knownKeys;
  private final Map<String, List<HeaderTree>> material;

  /**
   * A change that is decided by a number.
   *
   * @param knownKeys keys that are put in place of others
   * @param material the values of other headers by their keys
   */
  HeaderMutation(long seed, List<String> knownKeys, Map<String, List<HeaderTree>> material) {
    this.random = new Random(seed);
    this.knownKeys = knownKeys;
    this.material = material;
  }

  /** Changes a header in one place. */
  void change(Keys header) {
    List<HeaderTree> containers = new ArrayList<>();
    collect(header, containers);
    switch (any(containers)) {
      case Keys keys -> change(keys.entries());
      case Items items -> changeItems(items.items());
      case Value value -> throw new IllegalStateException("no container: " + value);
    }
  }

  private static void collect(HeaderTree tree, List<HeaderTree> containers) {
    switch (tree) {
      case Keys keys -> {
        containers.add(keys);
        keys.entries().forEach(entry -> collect(entry.value, containers));
      }
      case Items items -> {
        containers.add(items);
        items.items().forEach(item -> collect(item, containers));
      }
      case Value value -> {}
    }
  }

  private void change(List<Entry> entries) {
    int kind = entries.isEmpty() ? 0 : random.nextInt(12);
    switch (kind) {
      case 0, 1 -> entries.add(random.nextInt(entries.size() + 1), entry());
      case 2 -> entries.remove(any(entries));
      case 3 -> entries.add(new Entry(any(entries).key, value()));
      case 4 -> any(entries).key = key();
      case 5 -> swap(any(entries), any(entries));
      case 6, 7 -> any(entries).value = value();
      default -> alter(any(entries));
    }
  }

  /** A key with a value that some header gives it, or with any. */
  private Entry entry() {
    String key = key();
    return new Entry(key, random.nextBoolean() ? fitting(key) : value());
  }

  private HeaderTree fitting(String key) {
    List<HeaderTree> values = material.getOrDefault(key, List.of());
    return values.isEmpty() ? value() : any(values).copy();
  }

  /** A slight change, so that what comes out has a chance to be right. */
  private void alter(Entry entry) {
    entry.value =
        entry.value instanceof Value value && random.nextInt(3) > 0
            ? altered(value.yaml())
            : fitting(entry.key);
  }

  private HeaderTree altered(String yaml) {
    if (yaml.startsWith("\"")) {
      String inside = yaml.substring(1, yaml.length() - 1);
      List<String> others =
          List.of(
              inside + " ",
              inside + "\\u00a0",
              inside + ",x",
              inside.toUpperCase(Locale.ROOT),
              inside.toLowerCase(Locale.ROOT),
              inside + inside,
              "");
      return new Value('"' + any(others) + '"');
    }
    boolean number = yaml.matches("[0-9]{1,9}");
    List<String> others =
        number
            ? List.of(
                "0x" + Integer.toHexString(Integer.parseInt(yaml)),
                yaml + ".0",
                yaml + ".50",
                yaml + "000000000000",
                "-" + yaml,
                yaml + "e2",
                '"' + yaml + '"')
            : List.of('"' + yaml + '"', "true", "false", "~");
    return new Value(any(others));
  }

  private static void swap(Entry a, Entry b) {
    HeaderTree value = a.value;
    a.value = b.value;
    b.value = value.copy();
  }

  private void changeItems(List<HeaderTree> items) {
    int kind = items.isEmpty() ? 0 : random.nextInt(6);
    switch (kind) {
      case 0 -> items.add(random.nextInt(items.size() + 1), value());
      case 1 -> items.remove(random.nextInt(items.size()));
      case 2, 3 -> items.add(any(items).copy());
      default -> items.set(random.nextInt(items.size()), value());
    }
  }

  private String key() {
    String key = any(knownKeys);
    return switch (random.nextInt(8)) {
      case 0 -> key.substring(1);
      case 1 -> key.toUpperCase(Locale.ROOT);
      case 2 -> any(TEXTS);
      default -> key;
    };
  }

  private HeaderTree value() {
    return switch (random.nextInt(5)) {
      case 0 -> new Value(HeaderTree.quoted(any(TEXTS)));
      case 1 -> fitting(any(knownKeys));
      case 2 -> new Value(Long.toString(random.nextLong() >> random.nextInt(64)));
      default -> new Value(any(VALUES));
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
