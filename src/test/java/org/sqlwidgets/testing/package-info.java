/**
 * What tests of several packages share: a server on a random port, plain HTTP to it, and a real
 * PostgreSQL.
 */
@NullMarked
package org.sqlwidgets.testing;

import org.jspecify.annotations.NullMarked;
