/**
 * Opens the connections: embedded database, migrations, the reader's rights.
 *
 * <p>In: the settings {@code datasources.*} and {@code sql-widgets.example}, the files under {@code
 * db/}. Out: {@code Databases}, the readers' pools by name, and the owner's pool for repositories,
 * all before the server listens. Refuses settings that do not fit together, a file that another
 * process holds, and a CSV whose rows or columns do not fit its table; each in one sentence.
 */
@NullMarked
package org.sqlwidgets.database;

import org.jspecify.annotations.NullMarked;
