/**
 * What operators and authors look at: the state of the server and the list of problems.
 *
 * <p>In: the snapshot of widgets and apps. Out: JSON documents. Refuses nothing and decides
 * nothing.
 */
@NullMarked
package org.sqlwidgets.ops;

import org.jspecify.annotations.NullMarked;
