package org.sqlwidgets.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with the shipped widgets and some that have every control.
 *
 * @param path the folder
 */
record DeskFolder(Path path) {
  private static final Path SHIPPED = Path.of("sql-widgets");

  /** Fills an empty folder. */
  static DeskFolder in(Path empty) throws IOException {
    DeskFolder folder = new DeskFolder(empty);
    folder.copyShipped();
    folder.write("desk_controls.sql", CONTROLS);
    folder.write("desk_table.sql", TABLE);
    folder.write("desk_markdown.sql", MARKDOWN);
    folder.write("desk_required.sql", REQUIRED);
    return folder;
  }

  private void copyShipped() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(SHIPPED)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = path.resolve(SHIPPED.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  void write(String name, String text) throws IOException {
    Files.writeString(path.resolve(name), text);
  }

  void delete(String name) throws IOException {
    Files.delete(path.resolve(name));
  }

  private static final String CONTROLS =
      """
      -- ---
      -- name: All controls
      -- description: Every kind of control, and what it sends
      -- params:
      --   - { paramName: word, label: Word, type: text, value: hello }
      --   - { paramName: number, label: Number, type: number, value: 3 }
      --   - { paramName: day, label: Day, type: date, value: $currentDate-1d }
      --   - { paramName: flag, label: Flag, type: boolean, value: true }
      --   - { paramName: side, label: Side, type: tabs, value: left, options: [ { label: Left, value: left }, { label: Right, value: right } ] }
      --   - { paramName: colour, label: Colour, type: text, options: [ { label: Red, value: red }, { label: Green, value: green } ] }
      --   - { paramName: several, label: Several, multiSelect: true, type: text, value: [a], options: [ { label: A, value: a }, { label: B, value: b }, { label: C, value: c } ] }
      --   - { paramName: continent, label: Continent, value: Asia, optionsQuery: "SELECT x AS value FROM (VALUES ('Asia'), ('Europe')) AS v(x)" }
      --   - { paramName: country, label: Country, optionsQuery: "SELECT y AS value FROM (VALUES ('Asia', 'Japan'), ('Asia', 'Nepal'), ('Europe', 'Malta')) AS v(x, y) WHERE x = :continent" }
      -- ---
      SELECT CAST(:word AS text) AS word, CAST(:number AS integer) AS number, CAST(:day AS date) AS day,
             CAST(:flag AS boolean) AS flag, CAST(:side AS text) AS side, CAST(:colour AS text) AS colour,
             CAST(:continent AS text) AS continent, CAST(:country AS text) AS country,
             (SELECT count(*) FROM (VALUES ('a'), ('b'), ('c')) AS v(z) WHERE z IN (:several)) AS several
      WHERE  :word <> 'zzz'
      """;

  private static final String TABLE =
      """
      -- ---
      -- name: Formats
      -- columns:
      --   name: { pinned: left }
      --   share: { formatterFn: normalizedPercent, decimalPlaces: 1 }
      --   price: { prefix: "$", decimalPlaces: 2, renderFn: greenRed }
      --   trend: { sparkline: { type: line } }
      -- ---
      SELECT name, share, price, note, trend FROM (VALUES
        (1, 'a', 0.125, 1234.5, 'x', ARRAY[1, 3, 2]), (2, 'b', 0.5, -7.0, NULL, ARRAY[3, 2, 1])
      ) AS v(id, name, share, price, note, trend) ORDER BY id
      """;

  private static final String MARKDOWN =
      """
      -- ---
      -- name: Text
      -- type: markdown
      -- ---
      SELECT '## Title' || chr(10) || chr(10) || '**bold** <script>bad()</script> <b onclick="bad()">x</b>' AS md
      """;

  private static final String REQUIRED =
      """
      -- ---
      -- name: Needs a value
      -- params:
      --   - { paramName: who, type: text, required: true }
      -- ---
      SELECT CAST(:who AS text) AS who
      """;
}
