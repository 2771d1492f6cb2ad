package org.sqlwidgets.widget;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One column of a reply: how its values are written and what is published about it.
 *
 * @param field the column's label and the key in each row; without a dot
 * @param sqlType the type that the database describes
 * @param elementType for arrays, the type of the elements; else the same as {@code sqlType}
 * @param scale digits after the point of a numeric; -1 when the type does not say
 * @param wireForm how the values are sent
 * @param published the keys of {@code columnsDefs} in order, {@code field} first; values are texts,
 *     numbers, booleans, lists and maps (contract §2.5)
 */
public record ColumnDef(
    String field,
    SqlType sqlType,
    SqlType elementType,
    int scale,
    WireForm wireForm,
    Map<String, Object> published) {

  /** How the values of a column are sent. */
  public enum WireForm {
    /** By the SQL type (widget-file §9). */
    BY_TYPE,
    /** As texts, whatever the type: keeps digits that a number would lose. */
    TEXT,
    /** As texts, and points in time in ISO 8601: the date of an article. */
    ISO,
    /** JSON documents and arrays as JSON instead of as text: sparklines and hover cards. */
    JSON
  }

  /** True when the client draws its cells in that way. */
  public boolean renders(String renderFn) {
    Object used = published.get("renderFn");
    return used instanceof List<?> list ? list.contains(renderFn) : renderFn.equals(used);
  }

  /** The card over a cell that is no object by itself. */
  public Optional<HoverCard> hoverCard() {
    return wireForm != WireForm.JSON && renders("hoverCard")
        ? Optional.of(HoverCard.of(published))
        : Optional.empty();
  }

  /** A published text, when there is one under that key. */
  public Optional<String> publishedText(String key) {
    return Optional.ofNullable(published.get(key)).map(Object::toString);
  }
}
