/**
 * The JSON that OpenBB Workspace reads; the only place for the client's shapes.
 *
 * <p>In: checked widgets, lookups, apps and rows. Out: UTF-8 bytes in the form that the client
 * accepts. Refuses to guess: what it is given has been checked before.
 */
@NullMarked
package org.sqlwidgets.openbb;

import org.jspecify.annotations.NullMarked;
