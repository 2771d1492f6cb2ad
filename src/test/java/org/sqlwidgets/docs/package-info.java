/**
 * Holds README and docs to what the product does.
 *
 * <p>Every SQL block is compiled and run, every {@code curl} is sent, every link is followed, every
 * key and setting is looked up.
 */
@NullMarked
package org.sqlwidgets.docs;

import org.jspecify.annotations.NullMarked;
