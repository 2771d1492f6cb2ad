/**
 * What is being served now; watches the folder and the lookups of the database.
 *
 * <p>In: files and stored lookups. Out: one immutable snapshot after the other; each request works
 * on the one that it began with. Refuses nothing: a bad file is left out, its last good version
 * stays, and its problems are listed with the moment since when they are there.
 */
@NullMarked
package org.sqlwidgets.registry;

import org.jspecify.annotations.NullMarked;
