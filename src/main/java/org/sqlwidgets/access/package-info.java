/**
 * Who may call: API keys, host names and origins.
 *
 * <p>In: settings, and the headers of a request. Out: yes or no. Refuses settings that would leave
 * a door open by mistake (blank or short keys, "*"), at start and in one sentence. Writes no reply:
 * that is the web package's part.
 */
@NullMarked
package org.sqlwidgets.access;

import org.jspecify.annotations.NullMarked;
