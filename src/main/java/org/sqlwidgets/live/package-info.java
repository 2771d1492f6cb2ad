/**
 * Live grids: keeps the rows that people look at fresh (contract §4.11).
 *
 * <p>In: subscribers with the values of their params. Out: all rows once, then those that are new
 * or changed; the query runs once for all who look at the same, and not at all when nobody does.
 * Refuses more subscribers and more different views than the settings allow. Knows nothing of
 * sockets.
 */
@NullMarked
package org.sqlwidgets.live;

import org.jspecify.annotations.NullMarked;
