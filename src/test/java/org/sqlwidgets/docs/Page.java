package org.sqlwidgets.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, cut into code blocks and text.
 *
 * @param path below the repository
 * @param blocks the code blocks, in order
 * @param text everything else
 */
record Page(Path path, List<Block> blocks, String text) {
  private static final Pattern FENCE = Pattern.compile("^```(.*)$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");

  /**
   * A code block.
   *
   * @param page where it stands
   * @param line of its first line of code, from 1
   * @param language the first word behind the fence
   * @param file the second word: the file below the folder of widgets that the text is saved as
   * @param code the lines, each ended
   */
  record Block(Path page, int line, String language, String file, String code) {
    @Override
    public String toString() {
      return page + ":" + line;
    }
  }

  /** README, CONTRIBUTING and all pages of the folder docs and those below. */
  static List<Page> all() {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(
              Stream.of(
                  Path.of("README.md"),
                  Path.of("CONTRIBUTING.md"),
                  Path.of("sql-widgets/README.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .map(Page::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one page. */
  static Page read(Path path) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    StringBuilder code = new StringBuilder();
    String info = null;
    int start = 0;
    List<String> lines = lines(path);
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (!fence.matches()) {
        (info == null ? text : code).append(lines.get(i)).append('\n');
      } else if (info == null) {
        info = fence.group(1);
        start = i + 2;
      } else {
        String[] words = (info + " ").split(" ", -1);
        blocks.add(new Block(path, start, words[0], words[1], code.toString()));
        code.setLength(0);
        info = null;
      }
    }
    return new Page(path, List.copyOf(blocks), text.toString());
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The blocks of a language. */
  Stream<Block> blocks(String language) {
    return blocks.stream().filter(block -> block.language().equals(language));
  }

  /** The names by which headings are linked to. */
  List<String> anchors() {
    return HEADING.matcher(text).results().map(heading -> anchor(heading.group(1))).toList();
  }

  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }
}
