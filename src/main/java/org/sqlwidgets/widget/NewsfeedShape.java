package org.sqlwidgets.widget;

import java.util.List;

/** The columns that make an article of a newsfeed (contract §4.8). */
public final class NewsfeedShape {
  /** All of them, in the order in which they are sent. */
  public static final List<String> COLUMNS = List.of("title", "date", "author", "excerpt", "body");

  private NewsfeedShape() {}
}
