package org.sqlwidgets.widget;

import java.util.List;

/**
 * Which columns of a query make a file (contract §4.8); a position of -1 = there is none.
 *
 * @param name the column of the file's name
 * @param content the column of its bytes
 * @param url the column of its address, where there are no bytes
 * @param key the column that a file selector's values are compared with
 */
public record FileShape(int name, int content, int url, int key) {
  /** The columns that a file is made of. */
  public static final List<String> COLUMNS = List.of("filename", "content", "url");

  /**
   * The shape of a query with these columns.
   *
   * @param selector the param that chooses files; the column of its name, else {@code filename}
   *     says which file a row is
   */
  public static FileShape of(List<ColumnDef> columns, String selector) {
    List<String> labels = columns.stream().map(ColumnDef::field).toList();
    int name = labels.indexOf("filename");
    int key = labels.indexOf(selector);
    return new FileShape(
        name, labels.indexOf("content"), labels.indexOf("url"), key < 0 ? name : key);
  }
}
