/**
 * Turns files into widgets and lookups, or into problems.
 *
 * <p>In: the bytes of the files of a folder. Out: checked widgets and lookups, and the problems of
 * all files with file, line and column. First each file is cut into header and SQL ({@code
 * WidgetFileReader}). Refused there: files over 1 MiB, text that is not UTF-8, a header that is not
 * the first thing in the file, is not closed, or is interrupted. No file stops the reading of the
 * next.
 */
@NullMarked
package org.sqlwidgets.definition;

import org.jspecify.annotations.NullMarked;
