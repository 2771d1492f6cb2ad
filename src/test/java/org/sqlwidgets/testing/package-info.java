/** What tests of several packages share: a server on a random port, and plain HTTP to it. */
@NullMarked
package org.sqlwidgets.testing;

import org.jspecify.annotations.NullMarked;
