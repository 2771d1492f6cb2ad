/**
 * The commands: {@code serve}, {@code check} and {@code new}.
 *
 * <p>In: the command line. Out: an exit code, 0 for success, 1 for a failure that one sentence
 * explains, 2 for a command line that makes no sense. Refuses to print stack traces for mistakes
 * that an operator can mend.
 */
@NullMarked
package org.sqlwidgets.cli;

import org.jspecify.annotations.NullMarked;
