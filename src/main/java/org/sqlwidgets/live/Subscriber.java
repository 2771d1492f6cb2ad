package org.sqlwidgets.live;

/** Someone who looks at a live grid; its methods never block. */
public interface Subscriber {

  /** Why a subscription ends. */
  enum End {
    /** The widget is no longer served, or no longer a live grid. */
    GONE,
    /** More different views are looked at than allowed. */
    FULL,
    /** The server stops. */
    STOPPING
  }

  /**
   * Takes rows.
   *
   * @param json an array of rows, shared with others and not to be changed
   * @return false when it has not yet taken those before; it then gets all rows once it can
   */
  boolean rows(byte[] json);

  /** Gets no more rows. */
  void end(End why);
}
