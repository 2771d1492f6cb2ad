package org.sqlwidgets.openbb;

/** The addresses of widgets that the client asks without any header (contract §8.2). */
@FunctionalInterface
public interface WidgetAddresses {

  /** The addresses of a server that asks nobody for a key. */
  WidgetAddresses PLAIN = (kind, id) -> "/widgets/" + id + "/" + kind;

  /**
   * The address, below the base address, of one kind of data of a widget.
   *
   * @param kind the last word of the address, in small letters, such as {@code live}
   * @param id the widget
   */
  String of(String kind, String id);
}
