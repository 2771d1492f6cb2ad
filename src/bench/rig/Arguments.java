package rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words behind a benchmark's name: the jar, and options that have defaults.
 *
 * @param jar the jar under test
 * @param options each option's value by its name without dashes
 */
public record Arguments(String jar, Map<String, String> options) {

  /** Reads the words; {@code --help} prints the usage and ends, and so does what nobody knows. */
  public static Arguments of(String usage, Map<String, String> defaults, String... words) {
    Map<String, String> options = new HashMap<>(defaults);
    List<String> others = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      if (!words[i].startsWith("--")) {
        others.add(words[i]);
      } else if (defaults.containsKey(words[i].substring(2)) && i + 1 < words.length) {
        options.put(words[i].substring(2), words[++i]);
      } else if (words[i].equals("--help")) {
        System.out.println(usage);
        System.exit(0);
      } else {
        throw new Missing("unknown, or without a value: " + words[i] + "\n" + usage);
      }
    }
    if (others.size() != 1) {
      throw new Missing("the jar is missing\n" + usage);
    }
    return new Arguments(others.getFirst(), options);
  }

  /** The value of an option. */
  public String text(String option) {
    return options.get(option);
  }

  /** The value of an option that is a whole number. */
  public int number(String option) {
    return integer(option, text(option));
  }

  /** The parts of an option's value between commas. */
  public List<String> list(String option) {
    return text(option).isBlank() ? List.of() : List.of(text(option).split(","));
  }

  /** The parts of an option's value between commas, all whole numbers. */
  public List<Integer> numbers(String option) {
    return list(option).stream().map(part -> integer(option, part)).toList();
  }

  /** The words of an option's value. */
  public List<String> words(String option) {
    return text(option).isBlank() ? List.of() : List.of(text(option).strip().split("\\s+"));
  }

  private static int integer(String option, String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new Missing("--" + option + " takes whole numbers, not \"" + text + "\"");
    }
  }
}
