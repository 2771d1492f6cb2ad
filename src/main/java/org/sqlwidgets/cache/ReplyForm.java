package org.sqlwidgets.cache;

/**
 * What makes a reply of a query and its values; equal only to what makes the same bytes of the same
 * data.
 */
public interface ReplyForm {

  /** About what it takes in memory for this request alone, in bytes. */
  int weight();
}
