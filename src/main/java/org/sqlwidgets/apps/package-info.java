/**
 * Apps: dashboards that are prepared in {@code app.yml} files (widget-file §7, contract §5).
 *
 * <p>In: those files and the widgets that are served. Out: apps that the client takes whole, with
 * every widget placed and every shared param in a group. Refused, with its place: an app that is
 * wrong in itself; its last good version stays. What no longer fits the widgets is left out of an
 * app that is otherwise right. One bad app never harms another.
 */
@NullMarked
package org.sqlwidgets.apps;

import org.jspecify.annotations.NullMarked;
