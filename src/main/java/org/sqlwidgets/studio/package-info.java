/**
 * What people see in a browser: the gallery's files, and what its page needs to know.
 *
 * <p>In: the snapshot that is served, and the values of a request. Out: the static files of the
 * page, JSON about widgets, their files, their problems and bound values, rows as CSV. Refuses
 * files that are not the page's own or not among the widgets' files: no path reaches the disk.
 */
@NullMarked
package org.sqlwidgets.studio;

import org.jspecify.annotations.NullMarked;
