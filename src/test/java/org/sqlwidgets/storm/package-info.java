/**
 * What people and machines do to a running server: files that change under load, databases that
 * vanish, clients that leave, memory and disk that end.
 *
 * <p>Each test says what the client gets, within how long, and that nothing is lost; {@code
 * docs/reliability.md} publishes it.
 */
@NullMarked
package org.sqlwidgets.storm;

import org.jspecify.annotations.NullMarked;
