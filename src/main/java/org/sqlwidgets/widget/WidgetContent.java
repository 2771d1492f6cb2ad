package org.sqlwidgets.widget;

import java.util.Optional;

/** Where the data of a widget come from. */
public sealed interface WidgetContent {

  /**
   * The rows of a query, in the shape of the widget's type.
   *
   * @param query the statement
   * @param template the Mustache text that makes the reply from the rows; empty = none
   * @param figure what a chart draws; there for charts only
   * @param live how the rows are kept fresh; there for live grids only
   */
  record QueryContent(
      Query query, Optional<String> template, Optional<Figure> figure, Optional<LiveUpdates> live)
      implements WidgetContent {}

  /**
   * An address that the author wrote, without any query (widget-file §3, {@code url}).
   *
   * @param url absolute, http or https
   */
  record PageContent(String url) implements WidgetContent {}
}
