/**
 * The containers as users start them: {@code docker compose} on a copy of what the image is built
 * from. Needs a Docker engine, so it is only selected by the Maven profile {@code docker}.
 */
@NullMarked
package org.sqlwidgets.compose;

import org.jspecify.annotations.NullMarked;
