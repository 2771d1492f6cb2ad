package org.sqlwidgets.studio;

/**
 * A static file of the page.
 *
 * @param bytes its content; never changed
 * @param contentType what it is
 * @param versioned true when its address names its version, so that it never changes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StudioFile(byte[] bytes, String contentType, boolean versioned) {}
